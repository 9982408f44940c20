// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

// The other end of a mail connection in tests: a server on loopback whose
// sockets can turn TLS on, with a certificate for "localhost" made for nothing else.
namespace akwaba::mail::test {

inline const QByteArray certificate = R"(
-----BEGIN CERTIFICATE-----
MIIBnDCCAUGgAwIBAgIUNVQ4KJ3v5ppGK1/X4c7vrunL+5gwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjE1NTQwNVoYDzIxMjYxMDI5
MTU1NDA1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASGjzmer5OM+gzYtMinS4vSCO5zVzHz3dw5X/l/Bfuva2bGWwSTdFb2
PTrJjFGVbqhrCN4wqPoiwCMR4cHPheAdo28wbTAdBgNVHQ4EFgQUzNmRaYECOBXr
SGkZQP/Rixt1rDMwHwYDVR0jBBgwFoAUzNmRaYECOBXrSGkZQP/Rixt1rDMwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSQAwRgIhAJ5d+pPM9PYPZFW64c6uKcCaXrElzIrvphoTqBG67NDbAiEA
raPmiTfpO3sD45Tr8HJvdZrx2bI9DMmnSTbEYAdxmMc=
-----END CERTIFICATE-----
)";

inline const QByteArray privateKey = R"(
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQggdLf1lWFrwnD4Yte
dVOmbUflNamrmv1x0ZKHpJscdS+hRANCAASGjzmer5OM+gzYtMinS4vSCO5zVzHz
3dw5X/l/Bfuva2bGWwSTdFb2PTrJjFGVbqhrCN4wqPoiwCMR4cHPheAd
-----END PRIVATE KEY-----
)";

class TlsPeer : public QTcpServer {
public:
    bool encryptAtOnce = false;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        QSslConfiguration tls = socket->sslConfiguration();
        tls.setLocalCertificate(QSslCertificate(certificate));
        tls.setPrivateKey(QSslKey(privateKey, QSsl::Ec));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket->setSslConfiguration(tls);
        socket->setSocketDescriptor(descriptor);
        if (encryptAtOnce) socket->startServerEncryption();
        addPendingConnection(socket);
    }
};

} // namespace akwaba::mail::test

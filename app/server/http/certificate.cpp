// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/certificate.h"

#include <QFile>
#include <QHostAddress>
#include <QRegularExpression>

#include <memory>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace akwaba::http {

using namespace Qt::StringLiterals;

namespace {

template <auto free> struct Freed {
    template <class T> void operator()(T *thing) const { free(thing); }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO_free_all>>;

tl::unexpected<Error> opensslFailed(const char *what)
{
    return fail(Code::Internal, u"OpenSSL: %1"_s.arg(QLatin1StringView(what)));
}

/// "DNS:support.example.ci,IP:127.0.0.1"; empty when a name could be read as something else than a name.
QByteArray alternativeNames(const QStringList &hosts)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9*]([A-Za-z0-9._-]*[A-Za-z0-9])?$"_s);
    QByteArrayList names;
    for (const QString &host : hosts) {
        QHostAddress address;
        if (address.setAddress(host))
            names.append("IP:" + address.toString().toLatin1());
        else if (plain.match(host).hasMatch())
            names.append("DNS:" + host.toLatin1());
        else
            return {};
    }
    return names.join(',');
}

bool addExtension(X509 *certificate, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerial(X509 *certificate)
{
    quint64 serial = 0;
    if (RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial) != 1) return false;
    return ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1) == 1;
}

Certificate selfSigned(EVP_PKEY *key, const QByteArray &names, const QByteArray &commonName, const QDateTime &from)
{
    Certificate certificate(X509_new());
    if (!certificate || X509_set_version(certificate.get(), X509_VERSION_3) != 1 || !setSerial(certificate.get()))
        return nullptr;
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), from.toSecsSinceEpoch());
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()), from.addYears(10).toSecsSinceEpoch());
    X509_NAME *name = X509_get_subject_name(certificate.get());
    const bool ok =
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char *>(commonName.constData()), -1, -1, 0)
            == 1
        && X509_set_issuer_name(certificate.get(), name) == 1 && X509_set_pubkey(certificate.get(), key) == 1
        && addExtension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE")
        && addExtension(certificate.get(), NID_ext_key_usage, "serverAuth")
        && addExtension(certificate.get(), NID_subject_alt_name, names)
        && X509_sign(certificate.get(), key, EVP_sha256()) > 0;
    return ok ? std::move(certificate) : nullptr;
}

QByteArray contentOf(BIO *memory)
{
    char *data = nullptr;
    const auto size = BIO_get_mem_data(memory, &data);
    return QByteArray(data, qsizetype(size));
}

Result<void> writeNew(const QString &path, const QByteArray &content, QFile::Permissions permissions)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, permissions))
        return fail(file.exists() ? Code::Conflict : Code::Io,
                    u"cannot create a certificate file: "_s + file.errorString());
    if (file.write(content) != content.size() || !file.flush())
        return fail(Code::Io, u"cannot write a certificate file: "_s + file.errorString());
    return {};
}

Result<QByteArray> contentOfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail(Code::Io, u"can't read %1: %2"_s.arg(path, file.errorString()));
    return file.readAll();
}

/// Qt would serve any key with any certificate; only handshakes would fail.
bool belongTogether(const QByteArray &certificatePem, const QByteArray &keyPem)
{
    const Memory first(BIO_new_mem_buf(certificatePem.constData(), int(certificatePem.size())));
    const Memory second(BIO_new_mem_buf(keyPem.constData(), int(keyPem.size())));
    const Certificate certificate(PEM_read_bio_X509(first.get(), nullptr, nullptr, nullptr));
    const Key key(PEM_read_bio_PrivateKey(second.get(), nullptr, nullptr, nullptr));
    return certificate && key && X509_check_private_key(certificate.get(), key.get()) == 1;
}

QSslKey keyIn(const QByteArray &pem)
{
    const QSslKey elliptic(pem, QSsl::Ec);
    return elliptic.isNull() ? QSslKey(pem, QSsl::Rsa) : elliptic;
}

} // namespace

Result<ServerCertificate> readCertificate(const QString &certificateFile, const QString &keyFile)
{
    const auto certificatePem = contentOfFile(certificateFile);
    if (!certificatePem) return tl::unexpected(certificatePem.error());
    const auto keyPem = contentOfFile(keyFile);
    if (!keyPem) return tl::unexpected(keyPem.error());
    ServerCertificate read{QSslCertificate::fromData(*certificatePem, QSsl::Pem), keyIn(*keyPem), {}};
    if (read.chain.isEmpty()) return fail(Code::BadInput, u"%1 holds no certificate in PEM"_s.arg(certificateFile));
    if (read.key.isNull()) return fail(Code::BadInput, u"%1 holds no EC or RSA key in PEM"_s.arg(keyFile));
    if (!belongTogether(*certificatePem, *keyPem))
        return fail(Code::BadInput, u"the key in %1 is not that of %2"_s.arg(keyFile, certificateFile));
    for (const QSslCertificate &certificate : std::as_const(read.chain)) {
        const QDateTime end = certificate.expiryDate();
        if (!read.expiresAt.isValid() || end < read.expiresAt) read.expiresAt = end;
    }
    return read;
}

Result<void> makeCertificate(const QStringList &hosts, const QDateTime &from, const QString &certificateFile,
                             const QString &keyFile)
{
    const QByteArray names = alternativeNames(hosts);
    if (names.isEmpty()) return fail(Code::BadInput, u"a certificate needs plain host names or addresses"_s);
    const Key key(EVP_EC_gen("P-256"));
    if (!key) return opensslFailed("key generation");
    // X.509 allows 64 characters there; clients look at the alternative names only.
    const Certificate certificate = selfSigned(key.get(), names, hosts.first().left(64).toLatin1(), from);
    if (!certificate) return opensslFailed("signing");
    const Memory keyPem(BIO_new(BIO_s_mem()));
    const Memory certificatePem(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_PrivateKey(keyPem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1
        || PEM_write_bio_X509(certificatePem.get(), certificate.get()) != 1)
        return opensslFailed("writing PEM");
    constexpr QFile::Permissions owner = QFile::ReadOwner | QFile::WriteOwner;
    return writeNew(keyFile, contentOf(keyPem.get()), owner).and_then([&] {
        return writeNew(certificateFile, contentOf(certificatePem.get()), owner | QFile::ReadGroup | QFile::ReadOther);
    });
}

Result<QString> certificateFingerprint(const QString &certificateFile)
{
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(certificateFile);
    if (chain.isEmpty()) return fail(Code::NotFound, u"no certificate in that file"_s);
    return QString::fromLatin1(chain.first().digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

} // namespace akwaba::http

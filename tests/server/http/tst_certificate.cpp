// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/certificate.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace akwaba::http;
using namespace Qt::StringLiterals;

class TestCertificate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCertificate_namesItsHostsForTenYears();
    void theKey_isReadableByItsOwnerAlone();
    void anExistingFile_isNotOverwritten();
    void aNameThatIsNoName_isRefused();
    void theFingerprint_isTheHashOfTheCertificate();
};

namespace {

const QDateTime from({2026, 11, 22}, {7, 0}, Qt::UTC);

} // namespace

void TestCertificate::aCertificate_namesItsHostsForTenYears()
{
    const QTemporaryDir dir;
    QVERIFY(makeCertificate({u"help.toner.ci"_s, u"127.0.0.1"_s}, from, dir.filePath(u"c"_s), dir.filePath(u"k"_s)));
    const QSslCertificate certificate = QSslCertificate::fromPath(dir.filePath(u"c"_s)).value(0);
    QCOMPARE(certificate.subjectAlternativeNames().values(QSsl::DnsEntry), QStringList{u"help.toner.ci"_s});
    QCOMPARE(certificate.subjectAlternativeNames().values(QSsl::IpAddressEntry), QStringList{u"127.0.0.1"_s});
    QCOMPARE(certificate.effectiveDate(), from);
    QCOMPARE(certificate.expiryDate(), from.addYears(10));
    QCOMPARE(certificate.publicKey().algorithm(), QSsl::Ec);
    QCOMPARE(certificate.publicKey().length(), 256);
    QVERIFY(certificate.isSelfSigned());
}

void TestCertificate::theKey_isReadableByItsOwnerAlone()
{
    const QTemporaryDir dir;
    const QString key = dir.filePath(u"k"_s);
    QVERIFY(makeCertificate({u"localhost"_s}, from, dir.filePath(u"c"_s), key));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(key) & others, QFile::Permissions());
    QFile file(key);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!QSslKey(&file, QSsl::Ec).isNull());
}

void TestCertificate::anExistingFile_isNotOverwritten()
{
    const QTemporaryDir dir;
    QFile key(dir.filePath(u"k"_s));
    QVERIFY(key.open(QIODevice::WriteOnly));
    QCOMPARE(key.write("precious"), 8);
    key.close();
    const Result<void> made = makeCertificate({u"localhost"_s}, from, dir.filePath(u"c"_s), key.fileName());
    QVERIFY(!made);
    QCOMPARE(made.error().code, Code::Conflict);
    QVERIFY(!QFile::exists(dir.filePath(u"c"_s)));
    QCOMPARE(key.size(), 8);
}

void TestCertificate::aNameThatIsNoName_isRefused()
{
    const QTemporaryDir dir;
    for (const QString &host : {u"a,DNS:bank.example"_s, u""_s, u"a b"_s, u"dirName:x"_s}) {
        const Result<void> made = makeCertificate({host}, from, dir.filePath(u"c"_s), dir.filePath(u"k"_s));
        QVERIFY(!made);
        QCOMPARE(made.error().code, Code::BadInput);
    }
}

void TestCertificate::theFingerprint_isTheHashOfTheCertificate()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"c"_s);
    QVERIFY(makeCertificate({u"localhost"_s}, from, path, dir.filePath(u"k"_s)));
    const QByteArray der = QSslCertificate::fromPath(path).value(0).toDer();
    QByteArray expected = QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex().toUpper();
    for (qsizetype at = 62; at > 0; at -= 2)
        expected.insert(at, ':');
    QCOMPARE(certificateFingerprint(path).value_or(QString()), QString::fromLatin1(expected));
    QCOMPARE(certificateFingerprint(dir.filePath(u"none"_s)).error().code, Code::NotFound);
}

QTEST_GUILESS_MAIN(TestCertificate)
#include "tst_certificate.moc"

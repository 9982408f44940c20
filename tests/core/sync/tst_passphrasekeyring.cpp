// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/sync/passphrasekeyring.h"
#include "core/sync/secrets.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestPassphraseKeyring : public QObject {
    Q_OBJECT

    SystemRandom m_random;

    static QByteArray contentOf(const QString &file)
    {
        QFile input(file);
        return input.open(QIODevice::ReadOnly) ? input.readAll() : QByteArray();
    }
    static void write(const QString &file, const QByteArray &content)
    {
        QFile output(file);
        QVERIFY(output.open(QIODevice::WriteOnly));
        QCOMPARE(output.write(content), content.size());
    }

private Q_SLOTS:
    void secrets_comeBackWithThePassphraseOnly()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"secrets"_s);
        const QByteArray entry = toBytes(newSecrets(m_random, "a token"));
        {
            auto keyring = PassphraseKeyring::open(file, u"cérémonie du thé"_s, m_random);
            QVERIFY(keyring);
            QVERIFY((*keyring)->write(u"p1"_s, entry).result());
            QVERIFY((*keyring)->write(u"p2"_s, "other").result());
            QVERIFY((*keyring)->remove(u"p2"_s).result());
        }
        auto again = PassphraseKeyring::open(file, u"cérémonie du thé"_s, m_random);
        QVERIFY(again);
        QCOMPARE(*(*again)->read(u"p1"_s).result(), entry);
        QCOMPARE((*again)->read(u"p2"_s).result().error().code, Code::NotFound);
        auto wrong = PassphraseKeyring::open(file, u"cérémonie du café"_s, m_random);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, Code::Denied);
        for (qsizetype i = 0; i + 12 <= entry.size(); i += 12)
            QVERIFY(!contentOf(file).contains(entry.mid(i, 12)));
    }

    void aDamagedFile_isAnError_neverEmptySecrets()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"secrets"_s);
        {
            auto keyring = PassphraseKeyring::open(file, u"x"_s, m_random);
            QVERIFY(keyring);
            QVERIFY((*keyring)->write(u"p"_s, "secret").result());
        }
        const QByteArray whole = contentOf(file);
        QByteArray flipped = whole;
        const qsizetype place = flipped.size() - 3;
        flipped[place] = char(flipped.at(place) ^ 1);
        write(file, flipped);
        QVERIFY(!PassphraseKeyring::open(file, u"x"_s, m_random));
        for (const qsizetype cut : {qsizetype(3), qsizetype(12), qsizetype(30), qsizetype(50)}) {
            write(file, whole.first(cut));
            auto opened = PassphraseKeyring::open(file, u"x"_s, m_random);
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, Code::Corrupt);
        }
    }

    void anEntryThatIsNoSecrets_isCorrupt()
    {
        const Secrets secrets = newSecrets(m_random, "token");
        QCOMPARE(*secretsFrom(toBytes(secrets)), secrets);
        QVERIFY(secrets.cacheKey() != secrets.outboxKey);
        QCOMPARE(secretsFrom("").error().code, Code::Corrupt);
        QCOMPARE(secretsFrom(toBytes(secrets).first(64)).error().code, Code::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestPassphraseKeyring)
#include "tst_passphrasekeyring.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/passwordrules.h"
#include "core/domain/agent.h"

#include <QTest>

using namespace akwaba;
using namespace akwaba::store;
using namespace Qt::StringLiterals;

/// Which passwords an agent may have.
class TestPasswordRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatEverybodyTakes_isRefused_data();
    void whatEverybodyTakes_isRefused();
    void whatNobodyGuesses_isTaken_data();
    void whatNobodyGuesses_isTaken();
    void theLengthCountsInCharacters();
    void hisOwnNameOrAddress_isRefused_data();
    void hisOwnNameOrAddress_isRefused();
    void ofSomebodyElse_aNameIsFine();
    void everyWordCountsWithEveryYear();
};

namespace {

Agent awa()
{
    Agent agent;
    agent.name = u"Awa Koné-Brou"_s;
    agent.email = u"awa.kb77@shop.ci"_s;
    return agent;
}

} // namespace

void TestPasswordRules::whatEverybodyTakes_isRefused_data()
{
    QTest::addColumn<QString>("password");
    for (const char *password :
         {"password123",        "Password1!",      "P4ssw0rd2024", "motdepasse",      "MotDePasse225", "azertyuiop",
          "AZERTY123456",       "qwertyuiop",      "1234567890",   "0987654321",      "1111111111",    "12121212121",
          "abcabcabcabc",       "Abidjan2025!",    "jetaimemaman", "je-t'aime-maman", "iloveyou2024",  "bonjourbonjour",
          "Côte d'Ivoire 2024", "drogba123456789", "Akwaba2026!",  "changeme2024",    "admin_admin_1", "soleil.2024",
          "l0vel0ve12",         "m@rseille13"})
        QTest::newRow(password) << QString::fromUtf8(password);
}

void TestPasswordRules::whatEverybodyTakes_isRefused()
{
    QFETCH(const QString, password);
    QCOMPARE(flawOf(password, awa()), PasswordFlaw::Common);
}

void TestPasswordRules::whatNobodyGuesses_isTaken_data()
{
    QTest::addColumn<QString>("password");
    for (const char *password :
         {"correct horse battery", "k7w9m-2hq4x-p8z3v-r6t5y", "soleil maison tableau", "le toner bleu de Yao",
          "password of the fisherman", "1234567890 baobabs", "ünïcödé pâté 7", "xK2!fjqL0z"})
        QTest::newRow(password) << QString::fromUtf8(password);
}

void TestPasswordRules::whatNobodyGuesses_isTaken()
{
    QFETCH(const QString, password);
    QCOMPARE(flawOf(password, awa()), std::nullopt);
}

void TestPasswordRules::theLengthCountsInCharacters()
{
    QCOMPARE(flawOf({}, awa()), PasswordFlaw::TooShort);
    QCOMPARE(flawOf(u"éèêxjqzwk"_s, awa()), PasswordFlaw::TooShort); // nine
    QCOMPARE(flawOf(u"éèêxjqzwkf"_s, awa()), std::nullopt);
    const QString long1024 = u"xjqzwkfh"_s.repeated(128);
    QCOMPARE(flawOf(long1024, awa()), std::nullopt);
    QCOMPARE(flawOf(long1024 + u'y', awa()), PasswordFlaw::TooLong);
}

void TestPasswordRules::hisOwnNameOrAddress_isRefused_data()
{
    QTest::addColumn<QString>("password");
    for (const char *password :
         {"xj-awa.kb77-qz", "AWAKB77xjqzw", "my Koné-Brou 53", "kone brou fhqxz", "xjq Awa Kone Brou"})
        QTest::newRow(password) << QString::fromUtf8(password);
}

void TestPasswordRules::hisOwnNameOrAddress_isRefused()
{
    QFETCH(const QString, password);
    QCOMPARE(flawOf(password, awa()), PasswordFlaw::Personal);
}

void TestPasswordRules::ofSomebodyElse_aNameIsFine()
{
    QCOMPARE(flawOf(u"my Koné-Brou 53"_s, Agent()), std::nullopt);
    QCOMPARE(flawOf(u"awash in fhqxz"_s, awa()), std::nullopt); // three letters are in too many words
}

void TestPasswordRules::everyWordCountsWithEveryYear()
{
    for (const QString &word : {u"welcome"_s, u"drogba"_s, u"soleil"_s, u"chelsea"_s, u"qsdfgh"_s}) {
        for (int year = 1950; year <= 2026; ++year) {
            const QString password = word + QString::number(year);
            QVERIFY2(flawOf(password, Agent()) == PasswordFlaw::Common, qPrintable(password));
            QVERIFY2(flawOf(password + u'!', Agent()) == PasswordFlaw::Common, qPrintable(password));
        }
    }
}

QTEST_GUILESS_MAIN(TestPasswordRules)
#include "tst_passwordrules.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/answertemplates.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace akwaba::jobs;
using namespace Qt::StringLiterals;

class TestAnswerTemplates : public QObject {
    Q_OBJECT

    static AnswerFacts facts()
    {
        return {u"A-10482"_s, QDateTime(QDate(2026, 11, 23), QTime(8, 0), Qt::UTC), QTimeZone("Africa/Abidjan")};
    }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void cleanup()
    {
        for (const char *name : {"acknowledgement.fr.txt", "out-of-hours.en.txt"})
            QFile::remove(m_folder.filePath(QString::fromLatin1(name)));
    }

    void ours_areInFrenchAndEnglish_andSayTheNumber()
    {
        const auto templates = AnswerTemplates::load({});
        QVERIFY2(templates, qPrintable(templates ? QString() : templates.error().detail));
        const QString french = templates->text(AnswerKind::Acknowledgement, u"fr"_s, facts());
        QVERIFY(french.startsWith(u"Bonjour,"_s));
        QVERIFY(french.contains(u"A-10482"_s));
        QVERIFY(!french.contains(u'{'));
        QCOMPARE(templates->text(AnswerKind::Acknowledgement, {}, facts()), french);
        QCOMPARE(templates->text(AnswerKind::Acknowledgement, u"de"_s, facts()), french);
        for (const QString &language : {u"en"_s, u"en-GB"_s, u"EN"_s})
            QVERIFY(templates->text(AnswerKind::Acknowledgement, language, facts()).startsWith(u"Hello,"_s));
    }

    void outOfHours_theNextOpeningIsSaid_inTheZoneOfTheCalendar()
    {
        const auto templates = AnswerTemplates::load({});
        QVERIFY(templates);
        QVERIFY(templates->text(AnswerKind::OutOfHours, u"fr"_s, facts())
                    .contains(u"rouvre le lundi 23 novembre 2026 à 08:00."_s));
        QVERIFY(templates->text(AnswerKind::OutOfHours, u"en"_s, facts())
                    .contains(u"open again on Monday 23 November 2026 at 08:00."_s));
        AnswerFacts elsewhere = facts();
        elsewhere.zone = QTimeZone("Europe/Paris");
        QVERIFY(templates->text(AnswerKind::OutOfHours, u"fr"_s, elsewhere).contains(u"à 09:00."_s));
    }

    void whatAnOperatorWrote_standsInThePlaceOfOurs()
    {
        write(u"acknowledgement.fr.txt"_s, "Bien reçu : {number}\n");
        const auto templates = AnswerTemplates::load(m_folder.path());
        QVERIFY(templates);
        QCOMPARE(templates->text(AnswerKind::Acknowledgement, u"fr"_s, facts()), u"Bien reçu : A-10482"_s);
        QVERIFY(templates->text(AnswerKind::Acknowledgement, u"en"_s, facts()).startsWith(u"Hello,"_s));
    }

    void aTextThatCannotBeSent_isRefused_byItsName_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("why");
        QTest::newRow("empty") << QByteArray(" \n") << u"is empty"_s;
        QTest::newRow("placeholder") << QByteArray("{nummer}") << u"{nummer} is neither"_s;
        QTest::newRow("Latin-1") << QByteArray("Bien re\xe7u") << u"is no UTF-8"_s;
    }
    void aTextThatCannotBeSent_isRefused_byItsName()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, why);
        write(u"out-of-hours.en.txt"_s, text);
        const auto templates = AnswerTemplates::load(m_folder.path());
        QVERIFY(!templates);
        QCOMPARE(templates.error().code, Code::BadInput);
        QVERIFY2(templates.error().detail.contains(u"out-of-hours.en.txt: "_s + why),
                 qPrintable(templates.error().detail));
    }

    void aFolderThatIsMissing_isSaidToBe()
    {
        QCOMPARE(AnswerTemplates::load(m_folder.filePath(u"nowhere"_s)).error().code, Code::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestAnswerTemplates)
#include "tst_answertemplates.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/noticetext.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

NoticeFacts facts(const QString &language)
{
    return {language,
            u"A-4812"_s,
            u"Rosine Bamba"_s,
            {u"Nous examinons le lot."_s, u"Nous décidons de l’échange."_s},
            QDateTime(QDate(2026, 11, 18), QTime(11, 0), Qt::UTC)};
}

} // namespace

class TestNoticeText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCustomersLanguage_isSpoken_whateverTheAgents()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        const QString french = noticeText(facts(u"fr"_s));
        QVERIFY(french.startsWith(u"Bonjour Rosine Bamba,"_s));
        QVERIFY2(french.contains(u"au plus tard le mercredi 18 novembre 2026 à 11:00."_s), qPrintable(french));
        QLocale::setDefault(QLocale(QLocale::French));
        const QString english = noticeText(facts(u"en-GB"_s));
        QVERIFY(english.startsWith(u"Hello Rosine Bamba,"_s));
        QVERIFY2(english.contains(u"by Wednesday 18 November 2026 at 11:00 at the latest"_s), qPrintable(english));
        QVERIFY(noticeText(facts({})).startsWith(u"Bonjour"_s));
    }

    void theFirstOfAMonth_isWrittenAsTheFrenchDo()
    {
        NoticeFacts known = facts(u"fr"_s);
        known.promisedAt = QDateTime(QDate(2026, 12, 1), QTime(18, 0), Qt::UTC);
        QCOMPARE(noticeDate(known), u"mardi 1er décembre 2026 à 18:00"_s);
        known.promisedAt = QDateTime(QDate(2026, 12, 11), QTime(18, 0), Qt::UTC);
        QCOMPARE(noticeDate(known), u"vendredi 11 décembre 2026 à 18:00"_s);
        known.language = u"en"_s;
        known.promisedAt = QDateTime(QDate(2026, 12, 1), QTime(18, 0), Qt::UTC);
        QCOMPARE(noticeDate(known), u"Tuesday 1 December 2026 at 18:00"_s);
    }

    void theSteps_areNumbered_andTheRequestIsNamed()
    {
        const QString text = noticeText(facts(u"fr"_s));
        QVERIFY(text.contains(u"la suite\u00a0:\n1. Nous examinons le lot.\n2. Nous décidons de l’échange.\n"_s));
        QVERIFY(text.contains(u"A-4812"_s));
        QVERIFY(!text.contains(u'{'));
    }

    void withoutSteps_noneAreAnnounced()
    {
        for (const QString &language : {u"fr"_s, u"en"_s}) {
            NoticeFacts known = facts(language);
            known.steps.clear();
            const QString text = noticeText(known);
            QVERIFY(!text.contains(u"suite"_s) && !text.contains(u"steps"_s) && !text.contains(u"{steps}"_s));
            QVERIFY(text.contains(u"A-4812"_s));
        }
    }

    void withoutAName_heIsGreetedAllTheSame()
    {
        NoticeFacts known = facts(u"fr"_s);
        known.customer.clear();
        QVERIFY(noticeText(known).startsWith(u"Bonjour,\n"_s));
    }

    void whatACustomerIsCalled_isNoPlaceholder()
    {
        NoticeFacts known = facts(u"fr"_s);
        known.customer = u"{date} {number}"_s;
        QVERIFY(noticeText(known).startsWith(u"Bonjour {date} {number},"_s));
    }
};

QTEST_GUILESS_MAIN(TestNoticeText)
#include "tst_noticetext.moc"

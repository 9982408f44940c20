// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/subject.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;

class TestSubject : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bareSubject_hasNoPrefixAndNoNumber_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("bare");
        QTest::newRow("plain") << u"Toner vide"_s << u"Toner vide"_s;
        QTest::newRow("reply") << u"Re: Toner vide"_s << u"Toner vide"_s;
        QTest::newRow("French spacing") << u"RE : TR : Toner vide"_s << u"Toner vide"_s;
        QTest::newRow("no-break space") << u"Re\u00A0: Toner vide"_s << u"Toner vide"_s;
        QTest::newRow("chain") << u"Fwd: RE: [A-10482] Re[2]: Toner vide"_s << u"Toner vide"_s;
        QTest::newRow("German, Nordic") << u"AW: SV: Toner leer"_s << u"Toner leer"_s;
        QTest::newRow("number first") << u"[A-10482] Re: Toner vide"_s << u"Toner vide"_s;
        QTest::newRow("a word with a colon") << u"Retour: deux cartouches"_s << u"Retour: deux cartouches"_s;
        QTest::newRow("only prefixes") << u"Re: Re:"_s << u""_s;
        QTest::newRow("other brackets stay") << u"[URGENT] Re: Toner"_s << u"[URGENT] Re: Toner"_s;
        QTest::newRow("folded header") << u"Toner\r\n vide"_s << u"Toner vide"_s;
    }
    void bareSubject_hasNoPrefixAndNoNumber()
    {
        QFETCH(QString, subject);
        QFETCH(QString, bare);
        QCOMPARE(bareSubject(subject), bare);
        QCOMPARE(bareSubject(bare), bare);
    }

    void ticketNumber_standsInBrackets_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("number");
        QTest::newRow("usual") << u"Re: [A-10482] Toner vide"_s << u"A-10482"_s;
        QTest::newRow("lower case") << u"re: [a-10482] toner"_s << u"A-10482"_s;
        QTest::newRow("no-break hyphen") << u"[A\u201110482]"_s << u"A-10482"_s;
        QTest::newRow("first wins") << u"[A-1] et [A-2]"_s << u"A-1"_s;
        QTest::newRow("without brackets it may be an order") << u"A-10482"_s << u""_s;
        QTest::newRow("a tag is no number") << u"[URGENT-2] x"_s << u""_s;
        QTest::newRow("none") << u"Toner"_s << u""_s;
    }
    void ticketNumber_standsInBrackets()
    {
        QFETCH(QString, subject);
        QFETCH(QString, number);
        QCOMPARE(ticketNumberIn(subject), number);
    }

    void replySubject_carriesTheNumberOnce()
    {
        QCOMPARE(replySubject(u"RE: [A-7] Toner", u"A-7"), u"Re: [A-7] Toner"_s);
        QCOMPARE(replySubject(u"Toner", u""), u"Re: Toner"_s);
        QCOMPARE(ticketNumberIn(replySubject(u"Toner", u"A-7")), u"A-7"_s);
        QCOMPARE(replySubject(u"", u"A-7"), u"Re: [A-7]"_s);
    }
};

QTEST_GUILESS_MAIN(TestSubject)
#include "tst_subject.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/threading.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;
using namespace akwaba::mail;

class TestThreading : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answerToOurMail_joinsByMessageId()
    {
        IncomingMail mail = fromAya();
        mail.inReplyTo = u"m1@toner.ci"_s;
        QCOMPARE(threadPlace(mail, lookups()), (ThreadPlace{TicketId{u"t1"_s}, u"messageId"_s}));
    }
    void newestReference_wins()
    {
        IncomingMail mail = fromAya();
        mail.references = QStringList{u"m1@toner.ci"_s, u"m2@toner.ci"_s, u"inconnu@x"_s};
        QCOMPARE(threadPlace(mail, lookups()).ticket, TicketId{u"t2"_s});
    }
    void messageId_winsOverTokenAndNumber()
    {
        IncomingMail mail = fromAya();
        mail.inReplyTo = u"m2@toner.ci"_s;
        mail.to = {{{}, u"sav+jeton@toner.ci"_s}};
        mail.subject = u"Re: [A-1] Toner"_s;
        QCOMPARE(threadPlace(mail, lookups()), (ThreadPlace{TicketId{u"t2"_s}, u"messageId"_s}));
    }
    void token_winsOverNumber()
    {
        IncomingMail mail = fromAya();
        mail.cc = {{{}, u"sav+jeton@toner.ci"_s}};
        mail.subject = u"Re: [A-1] Toner"_s;
        QCOMPARE(threadPlace(mail, lookups()), (ThreadPlace{TicketId{u"t3"_s}, u"token"_s}));
    }
    void token_isFoundInTheEnvelopeToo()
    {
        QCOMPARE(threadPlace(fromAya(), lookups(), {u"sav+jeton@toner.ci"_s}),
                 (ThreadPlace{TicketId{u"t3"_s}, u"token"_s}));
    }
    void number_joinsOnlyItsOwnCustomer()
    {
        IncomingMail mail = fromAya();
        mail.subject = u"RE : [A-1] Toner"_s;
        QCOMPARE(threadPlace(mail, lookups()), (ThreadPlace{TicketId{u"t1"_s}, u"number"_s}));
        mail.from = {{{}, u"voisin@x.ci"_s}};
        QCOMPARE(threadPlace(mail, lookups()), ThreadPlace{});
    }
    void subjectAlone_neverJoins()
    {
        IncomingMail mail = fromAya();
        mail.subject = u"Re: Toner"_s;
        QCOMPARE(threadPlace(mail, lookups()), ThreadPlace{});
    }
    void bounce_joinsTheMailThatCameBack()
    {
        IncomingMail mail;
        mail.mailClass = MailClass::Bounce;
        mail.bouncedMessageId = u"m1@toner.ci"_s;
        QCOMPARE(threadPlace(mail, lookups()), (ThreadPlace{TicketId{u"t1"_s}, u"messageId"_s}));
    }
    void withoutTokens_theOtherStepsWork()
    {
        ThreadLookups some = lookups();
        some.ticketByToken = {};
        IncomingMail mail = fromAya();
        mail.to = {{{}, u"sav+jeton@toner.ci"_s}};
        mail.subject = u"[A-1]"_s;
        QCOMPARE(threadPlace(mail, some).because, u"number"_s);
    }

private:
    static IncomingMail fromAya()
    {
        IncomingMail mail;
        mail.from = {{u"Aya"_s, u"aya@x.ci"_s}};
        return mail;
    }
    static ThreadLookups lookups()
    {
        ThreadLookups all;
        all.ticketByMessageId = [](const QString &id) {
            if (id == u"m1@toner.ci") return TicketId{u"t1"_s};
            return id == u"m2@toner.ci" ? TicketId{u"t2"_s} : TicketId();
        };
        all.ticketByToken = [](const QString &address) {
            return address == u"sav+jeton@toner.ci" ? TicketId{u"t3"_s} : TicketId();
        };
        all.ticketByNumber = [](const QString &number) { return number == u"A-1" ? TicketId{u"t1"_s} : TicketId(); };
        all.sendersOfTicket = [](const TicketId &) { return QStringList{u"Aya@X.ci"_s}; };
        return all;
    }
};

QTEST_GUILESS_MAIN(TestThreading)
#include "tst_threading.moc"

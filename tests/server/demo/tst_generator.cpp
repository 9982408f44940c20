// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/demo/generator.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestGenerator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedTellsTheSameStories()
    {
        const QList<demo::Story> first = stories(7, 60);
        const QList<demo::Story> second = stories(7, 60);
        for (qsizetype i = 0; i < first.size(); ++i) {
            QCOMPARE(first[i].ticket, second[i].ticket);
            QCOMPARE(first[i].messages, second[i].messages);
        }
        QVERIFY(stories(8, 60).first().ticket.subject != first.first().ticket.subject
                || stories(8, 60).last().ticket != first.last().ticket);
    }

    void noPlaceholderAndNoChoiceIsLeftInALetter()
    {
        static const QRegularExpression left(u"[\\[\\]{}|]"_s);
        for (const demo::Story &story : stories(1, 600)) {
            QVERIFY2(!story.ticket.subject.contains(left), qPrintable(story.ticket.subject));
            for (const Message &message : story.messages)
                QVERIFY2(!message.text.contains(left), qPrintable(message.text));
        }
    }

    void timeOnlyGoesForwardAndNeverPastNow()
    {
        for (const demo::Story &story : stories(2, 400)) {
            QDateTime before = story.ticket.receivedAt;
            for (const Message &message : story.messages) {
                QVERIFY(message.at >= before);
                QVERIFY(message.at <= m_now);
                before = message.at;
            }
        }
    }

    void theInboxHasEveryStatusChannelAndBothLanguages()
    {
        QSet<TicketStatus> statuses;
        QSet<Channel> channels;
        QSet<QString> languages;
        bool unassigned = false;
        qsizetype drafts = 0;
        for (const demo::Story &story : stories(3, 600)) {
            statuses.insert(story.ticket.status);
            channels.insert(story.ticket.channel);
            languages.insert(story.ticket.language);
            unassigned = unassigned || (isActive(story.ticket.status) && story.ticket.assignee.isEmpty());
            drafts += story.drafts.size();
        }
        QVERIFY(statuses.contains(TicketStatus::New) && statuses.contains(TicketStatus::Open)
                && statuses.contains(TicketStatus::WaitingCustomer) && statuses.contains(TicketStatus::Resolved)
                && statuses.contains(TicketStatus::Closed));
        QVERIFY(channels.size() >= 9);
        QCOMPARE(languages, (QSet<QString>{u"fr"_s, u"en"_s}));
        QVERIFY(unassigned);
        QVERIFY(drafts > 0);
    }

    void everyChangeOfStatusLeftAnEvent()
    {
        for (const demo::Story &story : stories(4, 300)) {
            QString status = u"new"_s;
            for (const Message &message : story.messages) {
                for (const FieldChange &change : message.changes) {
                    if (change.field != u"status") continue;
                    QCOMPARE(change.from, status);
                    status = change.to;
                }
            }
            QCOMPARE(status, wireName(story.ticket.status));
        }
    }

    void addressesBelongToNobody()
    {
        const Result<std::unique_ptr<demo::Generator>> generator = demo::Generator::create({5, 200, m_now});
        QVERIFY(generator.has_value());
        for (const Customer &customer : (*generator)->customers())
            QVERIFY2(customer.emails.first().address.endsWith(u".example"),
                     qPrintable(customer.emails.first().address));
    }

private:
    QList<demo::Story> stories(quint64 seed, int count) const
    {
        const Result<std::unique_ptr<demo::Generator>> generator = demo::Generator::create({seed, count, m_now});
        Q_ASSERT(generator.has_value());
        QList<demo::Story> result;
        while (std::optional<demo::Story> story = (*generator)->next())
            result.append(std::move(*story));
        Q_ASSERT(result.size() == count);
        return result;
    }

    QDateTime m_now = QDateTime(QDate(2026, 11, 20), QTime(15, 20), Qt::UTC);
};

QTEST_GUILESS_MAIN(TestGenerator)
#include "tst_generator.moc"

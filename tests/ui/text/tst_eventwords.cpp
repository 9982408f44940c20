// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/eventwords.h"

#include <QLocale>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QString &id)
{
    static const QHash<QString, QString> names{{u"a-awa"_s, u"Awa Koné"_s},
                                               {u"k-tech"_s, u"Technical help"_s},
                                               {u"g-toner"_s, u"toner"_s},
                                               {u"g-urgent"_s, u"urgent"_s},
                                               {u"e-n2"_s, u"Technique N2"_s}};
    return names.value(id);
}

Message eventOf(QList<FieldChange> changes, const QString &author = {})
{
    Message message;
    message.kind = MessageKind::Event;
    message.changes = std::move(changes);
    message.author = ActorId{author};
    return message;
}

} // namespace

class TestEventWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void changes_areSaidInWords_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("said");
        QTest::newRow("status") << u"status"_s << u"open"_s << u"waitingCustomer"_s << u"set to waiting for customer"_s;
        QTest::newRow("priority") << u"priority"_s << u"normal"_s << u"high"_s << u"priority High"_s;
        QTest::newRow("assignee") << u"assignee"_s << QString() << u"a-awa"_s << u"assigned to Awa Koné"_s;
        QTest::newRow("released") << u"assignee"_s << u"a-awa"_s << QString() << u"no longer assigned"_s;
        QTest::newRow("team") << u"team"_s << QString() << u"e-n2"_s << u"moved to Technique N2"_s;
        QTest::newRow("category") << u"category"_s << QString() << u"k-tech"_s << u"category Technical help"_s;
        QTest::newRow("tags") << u"tags"_s << uR"(["g-urgent"])"_s << uR"(["g-toner"])"_s
                              << u"tag(s) toner added, tag(s) urgent removed"_s;
        QTest::newRow("somebody gone") << u"assignee"_s << QString() << u"a-gone"_s << u"assigned to unknown"_s;
        QTest::newRow("linked") << u"links"_s << QString() << u"t-1"_s << u"linked to another ticket"_s;
        QTest::newRow("stopped") << u"loopStoppedAt"_s << QString() << u"2026-11-23T09:00:00Z"_s
                                 << u"mail loop stopped: mail is kept, nothing reopens the ticket"_s;
        QTest::newRow("resumed") << u"loopStoppedAt"_s << u"2026-11-23T09:00:00Z"_s << QString() << u"mail resumed"_s;
        QTest::newRow("a status of a newer program") << u"status"_s << u"open"_s << u"parked"_s << u"changed"_s;
        QTest::newRow("a field of a newer program") << u"mood"_s << QString() << u"x"_s << u"changed"_s;
    }

    void changes_areSaidInWords()
    {
        QFETCH(QString, field);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QTEST(phrase(FieldChange{field, from, to}, nameOf), "said");
    }

    void anEvent_saysWhoDidWhat()
    {
        const QList<FieldChange> changes{{u"status"_s, u"open"_s, u"resolved"_s}};
        QCOMPARE(eventSentence(eventOf(changes, u"a-awa"_s), nameOf), u"Awa Koné: resolved"_s);
        QCOMPARE(eventSentence(eventOf(changes), nameOf), u"resolved"_s);
    }

    void severalEvents_foldIntoOneLine_withoutRepeating()
    {
        const FieldChange waits{u"status"_s, u"open"_s, u"waitingCustomer"_s};
        const FieldChange high{u"priority"_s, u"normal"_s, u"high"_s};
        const QString line = foldedEvents({eventOf({waits}), eventOf({high}), eventOf({waits})}, nameOf);
        QVERIFY2(line.startsWith(u"3 event"_s), qPrintable(line));
        QVERIFY2(line.endsWith(u": set to waiting for customer, priority High"_s), qPrintable(line));
    }
};

QTEST_GUILESS_MAIN(TestEventWords)
#include "tst_eventwords.moc"

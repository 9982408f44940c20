// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/message.h"
#include "core/domain/ticket.h"
#include "core/protocol/erasure.h"

#include <QJsonArray>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

/// Orders and answers of erasures as they go over the wire (sync.md 3.2).
class TestErasureWire : public QObject {
    Q_OBJECT

    static ErasureAck ack()
    {
        ErasureAck made;
        made.erasure = u"z1"_s;
        made.level = ErasureLevel::ByteClean;
        made.path = ErasurePath::Rewritten;
        made.filesScanned = 5;
        made.bytesScanned = 9'000'000'000;
        made.needles = 40;
        made.hits = 0;
        made.sqliteVersion = u"3.53.4"_s;
        made.endedAt = QDateTime(QDate(2026, 11, 26), QTime(9, 0), Qt::UTC);
        return made;
    }

private Q_SLOTS:
    void orders_comeBackAsTheyWent()
    {
        ErasureOrder erased;
        erased.id = u"z1"_s;
        erased.ids = {{&typeInfo<Message>(), {u"m1"_s, u"m2"_s}}, {&typeInfo<Ticket>(), {u"t1"_s}}};
        QCOMPARE(erasureOrderFromJson(toJson(erased)).value(), erased);
        ErasureOrder lost;
        lost.id = u"z2"_s;
        lost.cause = ErasureCause::Scope;
        QCOMPARE(erasureOrderFromJson(toJson(lost)).value(), lost); // who may see nothing has an empty list
    }

    void aLossOfScopeWithoutItsList_isNone()
    {
        QVERIFY(!erasureOrderFromJson({{u"id"_s, u"z1"_s}, {u"cause"_s, u"scope"_s}}));
        QVERIFY(!erasureOrderFromJson({{u"id"_s, u"z1"_s}, {u"cause"_s, u"whim"_s}}));
        QVERIFY(!erasureOrderFromJson({{u"cause"_s, u"erasure"_s}}));
    }

    void typesOfANewerServer_areLeftOut()
    {
        const QJsonObject ids{{u"Hologram"_s, QJsonArray{u"h1"_s}}, {u"Ticket"_s, QJsonArray{u"t1"_s}}};
        const auto order = erasureOrderFromJson({{u"id"_s, u"z1"_s}, {u"cause"_s, u"erasure"_s}, {u"ids"_s, ids}});
        QCOMPARE(order.value().ids, (QList<IdsOfType>{{&typeInfo<Ticket>(), {u"t1"_s}}}));
    }

    void answers_comeBackAsTheyWent() { QCOMPARE(erasureAckFromJson(toJson(ack())).value(), ack()); }

    void anAnswerWithLess_isNone_data()
    {
        QTest::addColumn<QString>("member");
        for (const QString &member : toJson(ack()).keys()) {
            if (member != u"sqliteVersion") QTest::newRow(qPrintable(member)) << member;
        }
    }
    void anAnswerWithLess_isNone()
    {
        QFETCH(QString, member);
        QJsonObject less = toJson(ack());
        less.remove(member);
        QCOMPARE(erasureAckFromJson(less).error().detail, member);
        less.insert(member, -1);
        QVERIFY(!erasureAckFromJson(less));
    }
};

QTEST_GUILESS_MAIN(TestErasureWire)
#include "tst_erasurewire.moc"

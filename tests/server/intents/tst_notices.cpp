// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/intents/intentfixture.h"

using namespace akwaba;
using namespace akwaba::intents;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Awa was told of the ticket a minute ago.
struct Told : IntentFixture {
    Notice notice;

    Told()
    {
        notice.id = id<NoticeId>();
        notice.agent = awa.id;
        notice.at = clock.now();
        notice.tickets = {ticket.id};
        notice.count = 1;
        notice = put(notice);
        clock.advance(1min);
    }
    Notice now() { return *find<Notice>(notice.id); }
};

} // namespace

class TestNotices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsRead_atTheServersTime()
    {
        Told f;
        const Outcome outcome = f.send(f.asAwa, ReadNotice{f.notice.id});
        QCOMPARE(outcome.kind, OutcomeKind::Accepted);
        QCOMPARE(outcome.entity, f.notice.id.value);
        QCOMPARE(outcome.rev, f.notice.rev + 1);
        QCOMPARE(f.now().readAt, f.clock.now());
    }

    void readOnTwoDevices_theFirstCounts()
    {
        Told f;
        (void)f.send(f.asAwa, ReadNotice{f.notice.id});
        const QDateTime first = f.clock.now();
        f.clock.advance(1h);
        const Outcome again = f.send(f.caller(f.awa.id), ReadNotice{f.notice.id});
        QCOMPARE(again.kind, OutcomeKind::Merged);
        QCOMPARE(again.patch.value(u"readAt"_s).toString(), utcDate(first));
        QCOMPARE(f.now().readAt, first);
        QCOMPARE(f.now().rev, f.notice.rev + 1);
    }

    void somebodyElses_isDenied()
    {
        Told f;
        QCOMPARE(f.send(f.asYao, ReadNotice{f.notice.id}).reason, Reason::Denied);
        QVERIFY(!f.now().readAt.isValid());
    }

    void whatIsGone_isNotMissed()
    {
        Told f;
        f.write([&f](store::Writer &writer) { return writer.destroy<Notice>(f.notice.id); });
        QCOMPARE(f.send(f.asAwa, ReadNotice{f.notice.id}).kind, OutcomeKind::Accepted);
        QVERIFY(!f.find<Notice>(f.notice.id));
        QCOMPARE(f.send(f.asAwa, ReadNotice{}).kind, OutcomeKind::Accepted);
    }
};

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"

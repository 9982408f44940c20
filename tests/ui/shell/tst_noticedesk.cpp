// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "tests/ui/shell/resumed.h"
#include "ui/shell/noticedesk.h"
#include "ui/shell/noticepopup.h"
#include "ui/widgets/iconbutton.h"

#include <QListWidget>
#include <QPushButton>
#include <QSettings>

using namespace akwaba;
using namespace akwaba::test;

namespace {

QJsonObject noticeRecord(const QString &id, int minutes, const QStringList &tickets, int count = 0,
                         NoticeKind kind = NoticeKind::SlaAtRisk)
{
    Notice notice;
    notice.id.value = id;
    notice.agent.value = u"a1"_s;
    notice.kind = kind;
    notice.at = instant(minutes);
    for (const QString &ticket : tickets)
        notice.tickets.append({ticket});
    notice.count = std::max(count, int(tickets.size()));
    notice.dueAt = instant(612);
    notice.rev = 1;
    return toJson(notice);
}

TypedRecords notices(const QList<QJsonObject> &records) { return {&typeInfo<Notice>(), records}; }

QList<QJsonObject> sixTickets()
{
    QList<QJsonObject> records;
    for (int i = 0; i < 6; ++i)
        records.append(with(ticketRecord(u"t"_s + QString::number(i), i), u"assignee"_s, u"a1"_s));
    return records;
}

/// An agent who was told of one ticket, and before that of two.
struct Told : Resumed {
    explicit Told(Theme &theme)
        : Resumed(theme,
                  {tickets(sixTickets()),
                   notices({noticeRecord(u"n1"_s, 590, {u"t3"_s}),
                            noticeRecord(u"n2"_s, 580, {u"t1"_s, u"t4"_s}, 0, NoticeKind::SlaBreached)})})
    {
    }
    [[nodiscard]] QListWidget &list() const { return *window->findChild<QListWidget *>(u"noticeList"_s); }
    [[nodiscard]] QString bell() const { return window->findChild<IconButton *>(u"bell"_s)->accessibleDescription(); }
    [[nodiscard]] QStringList waiting() const
    {
        QStringList ops;
        for (const OutboxItem &item : reader->notYetSent().value_or(QList<OutboxItem>()))
            ops.append(item.intent.op + u' ' + item.intent.entity);
        return ops;
    }
    /// As when the server sends it.
    void take(const QJsonObject &record)
    {
        auto cache = must(Cache::open(world.cachePath(), cacheKey));
        (void)must(cache->applyPage({.upserts = {notices({record})}, .cursor = u"2"_s}, {}, world.me));
        window->findChild<NoticeDesk *>()->applyChange({{}, false, {u"Notice"_s}});
    }
    void choose(int row) const
    {
        trigger(ActionId::ShowNotices);
        list().setCurrentRow(row);
        QTest::keyClick(&list(), Qt::Key_Return);
    }
};

} // namespace

class TestNoticeDesk : public QObject {
    Q_OBJECT

public:
    explicit TestNoticeDesk(Theme &theme) : m_theme(theme) { }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    void theBell_countsWhatIsUnread()
    {
        Told console(m_theme);
        QCOMPARE(console.bell(), u"2"_s);
        keepPictures(m_theme, *console.window, u"noticedesk"_s);
    }

    void aKey_opensTheList_andEnterTheTicket_whichIsReadOffline()
    {
        Told console(m_theme);
        console.choose(0);
        QVERIFY2(console.window->windowTitle().contains(u"A-3"_s), qPrintable(console.window->windowTitle()));
        QTRY_COMPARE(console.waiting(), QStringList{u"notice.read n1"_s});
        QTRY_COMPARE(console.bell(), u"1"_s);
        console.choose(0); // once more says nothing new
        QTest::qWait(0);
        QCOMPARE(console.waiting().size(), 1);
    }

    void severalTickets_areAList()
    {
        Told console(m_theme);
        console.choose(1);
        QTRY_COMPARE(console.rows(), 2);
        QTRY_COMPARE(console.bell(), u"1"_s);
    }

    void moreTicketsThanAreListed_areTheFolder()
    {
        Told console(m_theme);
        console.take(noticeRecord(u"n3"_s, 595, {u"t1"_s}, 120, NoticeKind::SlaBreached));
        console.choose(0);
        QCOMPARE(console.sideBar().currentView(), u"late"_s);
    }

    void fromARoom_theTicketIsInTheInbox()
    {
        Told console(m_theme);
        Q_EMIT console.sideBar().viewChosen(u"room:escalations"_s);
        QVERIFY(!console.inbox().isVisible());
        console.choose(0);
        QVERIFY(console.inbox().isVisible());
        QVERIFY(console.timeline().isVisible());
    }

    void allAreRead_atOnce()
    {
        Told console(m_theme);
        console.trigger(ActionId::ShowNotices);
        console.window->findChild<QPushButton *>(u"noticesAllRead"_s)->click();
        QTRY_COMPARE(console.bell(), QString());
        QCOMPARE(console.waiting().size(), 2);
    }

    void whatIsNew_isTold_andWhatWasThereIsNot()
    {
        Told console(m_theme);
        QVERIFY(console.told.isEmpty());
        console.take(noticeRecord(u"n3"_s, 600, {u"t5"_s}));
        QCOMPARE(console.told, QStringList{u"A-5: first response due in 12 min"_s});
        console.take(noticeRecord(u"n3"_s, 600, {u"t5"_s})); // and once
        QCOMPARE(console.told.size(), 1);
        QJsonObject read = noticeRecord(u"n4"_s, 601, {u"t5"_s});
        read.insert(u"readAt"_s, utcDate(instant(601))); // on another device
        console.take(read);
        QCOMPARE(console.told.size(), 1);
    }

    void anOpenList_showsWhatIsNew()
    {
        Told console(m_theme);
        console.trigger(ActionId::ShowNotices);
        QCOMPARE(console.list().count(), 2);
        console.take(noticeRecord(u"n3"_s, 600, {u"t5"_s}));
        QCOMPARE(console.list().count(), 3);
    }

private:
    Theme &m_theme;
    QTemporaryDir m_settings;
};

AKWABA_PICTURES_MAIN(TestNoticeDesk)
#include "tst_noticedesk.moc"

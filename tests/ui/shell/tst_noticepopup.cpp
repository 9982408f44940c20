// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "ui/shell/noticepopup.h"
#include "ui/text/noticewords.h"

#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(akwaba::NoticeItem)

namespace {

const QDateTime now({2026, 11, 23}, {15, 0}, Qt::UTC);

NoticeItem item(const QString &id, NoticeKind kind, int minutesAgo, int count = 1, bool read = false)
{
    NoticeItem made;
    Notice &notice = made.notice;
    notice.id.value = id;
    notice.kind = kind;
    notice.at = now.addSecs(-60 * minutesAgo);
    for (int i = 0; i < count; ++i)
        notice.tickets.append({u"t%1"_s.arg(i)});
    notice.count = count;
    notice.target = kind == NoticeKind::SlaAtRisk ? Target::FirstResponse : Target::Resolution;
    notice.dueAt = kind == NoticeKind::SlaAtRisk ? now.addSecs(12 * 60) : notice.at;
    if (read) notice.readAt = now;
    made.number = u"A-10482"_s;
    made.customerName = u"Cabinet Bamba & Associés"_s;
    made.subject = u"Traces noires sur chaque page depuis le dernier changement"_s;
    return made;
}

QList<NoticeItem> some()
{
    return {item(u"n1"_s, NoticeKind::SlaAtRisk, 0), item(u"n2"_s, NoticeKind::SlaBreached, 35, 3),
            item(u"n3"_s, NoticeKind::SlaStillBreached, 240, 1, true),
            item(u"n4"_s, NoticeKind::SlaAtRisk, 60 * 26, 12, true)};
}

QListWidget &listOf(NoticePopup &popup) { return *popup.findChild<QListWidget *>(u"noticeList"_s); }

} // namespace

class TestNoticePopup : public QObject {
    Q_OBJECT

public:
    explicit TestNoticePopup(Theme &theme) : m_theme(theme) { }

private Q_SLOTS:
    void eachNotice_isARow_thatSaysAll()
    {
        NoticePopup popup;
        popup.setItems(some(), now);
        keepPictures(m_theme, popup, u"noticepopup"_s);
        const QListWidget &list = listOf(popup);
        QCOMPARE(list.count(), 4);
        QCOMPARE(list.item(0)->text(), sentence(some().at(0), now));
        const QString spoken = list.item(0)->data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.startsWith(u"Unread: A-10482: first response"_s) && spoken.contains(u"Bamba"_s),
                 qPrintable(spoken));
        QVERIFY(!list.item(2)->data(Qt::AccessibleTextRole).toString().startsWith(u"Unread"_s));
        QCOMPARE(list.currentRow(), 0);
        QVERIFY(!list.accessibleName().isEmpty());
    }

    void withNothingToTell_itSaysSo()
    {
        NoticePopup popup;
        popup.setItems({}, now);
        keepPictures(m_theme, popup, u"noticepopup-empty"_s);
        QVERIFY(listOf(popup).isHidden());
        QVERIFY(!popup.findChild<QPushButton *>(u"noticesAllRead"_s)->isEnabled());
        popup.setItems(some(), now);
        QVERIFY(!listOf(popup).isHidden());
    }

    void byKeys_anyOfThemIsChosen()
    {
        NoticePopup popup;
        QString chosen;
        connect(&popup, &NoticePopup::chosen, this, [&](const NoticeItem &one) { chosen = one.notice.id.value; });
        popup.setItems(some(), now);
        popup.show();
        QVERIFY(QTest::qWaitForWindowExposed(&popup));
        QTRY_COMPARE(popup.focusWidget(), &listOf(popup));
        QTest::keyClick(&listOf(popup), Qt::Key_Down);
        QTest::keyClick(&listOf(popup), Qt::Key_Return);
        QCOMPARE(chosen, u"n2"_s);
        QVERIFY(!popup.isVisible());
    }

    void aClick_choosesOnce()
    {
        NoticePopup popup;
        popup.setItems(some(), now);
        popup.show();
        QSignalSpy chosen(&popup, &NoticePopup::chosen);
        QListWidget &list = listOf(popup);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.item(2)).center());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<NoticeItem>().notice.id.value, u"n3"_s);
    }

    void allAreRead_whereAnyIsNot()
    {
        NoticePopup popup;
        popup.setItems(some(), now);
        auto *all = popup.findChild<QPushButton *>(u"noticesAllRead"_s);
        QSignalSpy wanted(&popup, &NoticePopup::allReadRequested);
        all->click();
        QCOMPARE(wanted.size(), 1);
        popup.setItems({some().at(2)}, now);
        QVERIFY(!all->isEnabled());
    }

    void whatIsNew_leavesTheCurrentOneCurrent()
    {
        NoticePopup popup;
        popup.setItems({some().at(1), some().at(2)}, now);
        listOf(popup).setCurrentRow(1);
        popup.setItems(some(), now);
        QCOMPARE(listOf(popup).currentRow(), 2);
    }

private:
    Theme &m_theme;
};

AKWABA_PICTURES_MAIN(TestNoticePopup)
#include "tst_noticepopup.moc"

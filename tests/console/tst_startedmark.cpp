// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/startedmark.h"
#include "core/base/clock.h"
#include "tests/ui/inbox/fakesource.h"
#include "tests/ui/pictures.h"
#include "ui/inbox/inboxpane.h"
#include "ui/inbox/ticketlistview.h"

#include <QFile>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestStartedMark : public QObject {
    Q_OBJECT

public:
    explicit TestStartedMark(Theme &) { }

private Q_SLOTS:
    void theFirstPaintedInbox_isMarked_whateverItShows_data()
    {
        QTest::addColumn<int>("tickets");
        QTest::addColumn<bool>("readable");
        QTest::newRow("tickets") << 3 << true;
        QTest::newRow("none") << 0 << true;
        QTest::newRow("an error") << 0 << false;
    }
    void theFirstPaintedInbox_isMarked_whateverItShows()
    {
        QFETCH(int, tickets);
        QFETCH(bool, readable);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"mark"_s);
        const ManualClock clock(QDateTime(QDate(2026, 11, 17), QTime(15, 20), Qt::UTC));
        FakeSource source;
        source.addMany(tickets);
        if (!readable) source.error = Code::Corrupt;
        QWidget window;
        auto *pane = new InboxPane(source, clock);
        auto *column = new QVBoxLayout(&window);
        column->addWidget(pane);
        pane->showView(u"Mine"_s, {});
        StartedMark mark(path);
        mark.watch(&window);
        QTest::qWait(0);
        QVERIFY(!QFile::exists(path)); // nothing is painted yet
        window.show();
        QTRY_VERIFY(QFile::exists(path));
        QVERIFY(QFile::remove(path));
        window.update();
        pane->view()->viewport()->repaint();
        QTest::qWait(0);
        QVERIFY(!QFile::exists(path)); // once
    }

    void aWindowWithoutInbox_isNotMarked()
    {
        const QTemporaryDir folder;
        QLineEdit password;
        StartedMark mark(folder.filePath(u"mark"_s));
        mark.watch(&password);
        password.show();
        QVERIFY(QTest::qWaitForWindowExposed(&password));
        QTest::qWait(0);
        QVERIFY(!QFile::exists(folder.filePath(u"mark"_s)));
    }
};

AKWABA_PICTURES_MAIN(TestStartedMark)
#include "tst_startedmark.moc"

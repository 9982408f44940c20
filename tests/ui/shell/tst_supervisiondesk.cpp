// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "tests/ui/supervision/somefigures.h"
#include "ui/shell/supervisiondesk.h"
#include "ui/supervision/figuretile.h"
#include "ui/supervision/livepage.h"
#include "ui/widgets/banner.h"

using namespace akwaba;

namespace {

/// A page whose server answers when the test says so.
struct Room {
    Room()
        : desk({[this] { return ask(); }, [this](const LiveFigures &figures) { kept = figures; },
                [this] { return kept; }},
               page, &owner)
    {
        page.show();
    }

    QFuture<Result<LiveFigures>> ask()
    {
        ++asked;
        return next.emplace().future();
    }
    void answer(const Result<LiveFigures> &figures)
    {
        next->give(figures);
        next.reset();
    }
    [[nodiscard]] QString late() const
    {
        const auto *tile = page.findChild<FigureTile *>(u"lateTile"_s);
        return tile != nullptr ? tile->text().figure : QString();
    }
    [[nodiscard]] QString trouble() const
    {
        const auto *banner = page.findChild<Banner *>();
        return banner->isVisible() ? banner->text().replace(QChar(0xA0), u' ') : QString();
    }

    QObject owner;
    LivePage page;
    int asked = 0;
    std::optional<LiveFigures> kept;
    std::optional<Answer<LiveFigures>> next;
    SupervisionDesk desk;
};

} // namespace

class TestSupervisionDesk : public QObject {
    Q_OBJECT

public:
    explicit TestSupervisionDesk(Theme &) { }

private Q_SLOTS:
    void nothingIsAsked_whileNobodyLooks()
    {
        Room room;
        room.desk.noteChange();
        QCOMPARE(room.asked, 0);
        room.desk.setShown(true);
        QCOMPARE(room.asked, 1);
    }

    void figuresCome_andNewOnesOnceSomethingChanged()
    {
        Room room;
        room.desk.setShown(true);
        room.answer(someFigures());
        QTRY_COMPARE(room.late(), u"3"_s);
        room.desk.noteChange();
        room.desk.noteChange(); // together they are one question
        QTRY_COMPARE(room.asked, 2);
        LiveFigures later = someFigures();
        later.late = 4;
        room.answer(later);
        QTRY_COMPARE(room.late(), u"4"_s);
        QCOMPARE(room.asked, 2);
    }

    void aChangeWhileTheServerCounts_isAskedForAfterwards()
    {
        Room room;
        room.desk.setShown(true);
        room.desk.noteChange();
        room.answer(someFigures());
        QTRY_COMPARE(room.asked, 2);
    }

    void offline_theLastFiguresStay_withTheirTime()
    {
        Room room;
        room.desk.setOnline(false);
        room.desk.setShown(true);
        QCOMPARE(room.trouble(), u"Offline. Figures come from the server."_s);
        room.desk.setOnline(true);
        QTRY_COMPARE(room.asked, 1);
        room.answer(someFigures());
        QTRY_COMPARE(room.late(), u"3"_s);
        QCOMPARE(room.trouble(), QString());
        room.desk.setOnline(false);
        QTRY_COMPARE(room.trouble(), u"Offline. Figures of 15:20."_s);
        QCOMPARE(room.late(), u"3"_s);
    }

    void whatWasSeenLast_isShown_whenTheConsoleStartsOffline()
    {
        Room before;
        before.desk.setShown(true);
        before.answer(someFigures());
        QTRY_VERIFY(before.kept);
        Room later;
        later.kept = before.kept;
        later.desk.setOnline(false);
        later.desk.setShown(true);
        QCOMPARE(later.late(), u"3"_s);
        QCOMPARE(later.trouble(), u"Offline. Figures of 15:20."_s);
    }

    void figuresAreKept_onceInAWhile()
    {
        Room room;
        room.desk.setShown(true);
        room.answer(someFigures());
        QTRY_VERIFY(room.kept);
        LiveFigures later = someFigures();
        later.at = later.at.addSecs(29);
        later.late = 4;
        room.desk.noteChange();
        QTRY_COMPARE(room.asked, 2);
        room.answer(later);
        QTRY_COMPARE(room.late(), u"4"_s);
        QCOMPARE(room.kept->late, 3);
        later.at = later.at.addSecs(1);
        room.desk.noteChange();
        QTRY_COMPARE(room.asked, 3);
        room.answer(later);
        QTRY_COMPARE(room.kept->late, 4);
    }

    void whatTheServerRefuses_isSaid()
    {
        Room room;
        room.desk.setShown(true);
        room.answer(fail(Code::Denied));
        QTRY_VERIFY(room.trouble().endsWith(u"Figures come from the server."_s));
    }
};

AKWABA_PICTURES_MAIN(TestSupervisionDesk)
#include "tst_supervisiondesk.moc"

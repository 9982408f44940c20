// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/protocol/codec.h"
#include "tests/ui/pictures.h"
#include "ui/shell/closedpage.h"
#include "ui/text/errorwords.h"
#include "ui/widgets/banner.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

const QDateTime monday(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);

Lease over() { return closed({{1, QByteArray(32, 'h')}, {}, monday.addDays(-1), monday.addDays(-8)}); }

UnsentWork work()
{
    ManualClock clock(monday);
    SeededRandom random(1);
    Reply reply{{u"m1"_s}, {u"t1"_s}};
    reply.text = u"Bonjour, votre toner part aujourd'hui."_s;
    Draft draft;
    draft.text = u"Pour la facture, je dois encore demander"_s;
    Escalate begun;
    begun.escalation.asked = u"Le lot est-il défectueux ?"_s;
    return {{makeIntent(reply, clock, random)}, {draft}, {makeIntent(begun, clock, random)}};
}

QStringList textsIn(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty()) texts.append(label->text());
    }
    return texts;
}

} // namespace

class TestClosedPage : public QObject {
    Q_OBJECT

public:
    explicit TestClosedPage(Theme &theme) : m_theme(theme) { }

private Q_SLOTS:
    void whatWasWrittenAndNotSent_isRead()
    {
        ClosedPage page;
        page.setReason(over(), monday);
        page.setUnsent(work());
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QVERIFY(textsIn(page).contains(u"Bonjour, votre toner part aujourd'hui."_s));
        QVERIFY(textsIn(page).contains(u"Pour la facture, je dois encore demander"_s));
        QVERIFY(textsIn(page).contains(u"Le lot est-il défectueux ?"_s));
        page.setUnsent({});
        QVERIFY(!page.findChild<QWidget *>(u"closedUnsent"_s)->isVisible());
    }

    void theTwoReasons_areToldApart()
    {
        ClosedPage page;
        page.setReason(over(), monday);
        page.show();
        const QStringList late = textsIn(page);
        page.setReason(over(), monday.addDays(-30));
        QVERIFY(textsIn(page) != late);
    }

    void aContact_isTried_andItsFailureIsSaid()
    {
        ClosedPage page;
        page.setReason(over(), monday);
        page.show();
        const QSignalSpy tried(&page, &ClosedPage::tryRequested);
        auto *button = page.findChild<QPushButton *>(u"closedTry"_s);
        button->click();
        QCOMPARE(tried.count(), 1);
        const QString word = button->text();
        page.setBusy();
        QVERIFY(button->text() != word);
        page.showError(Code::Unreachable);
        QCOMPARE(button->text(), word);
        const auto *banner = page.findChild<Banner *>(u"closedBanner"_s);
        QVERIFY(banner->isVisible());
        QCOMPARE(banner->text(), sentence(Code::Unreachable));
    }

    void logIn_isTheOtherWay()
    {
        ClosedPage page;
        const QSignalSpy asked(&page, &ClosedPage::logInRequested);
        page.findChild<QPushButton *>(u"closedLogIn"_s)->click();
        QCOMPARE(asked.count(), 1);
    }

    void picture()
    {
        ClosedPage page;
        page.setReason(over(), monday);
        page.setUnsent(work());
        page.showError(Code::Unreachable);
        page.resize(960, 680);
        page.show();
        keepPictures(m_theme, page, u"closedpage"_s);
    }

private:
    Theme &m_theme;
};

AKWABA_PICTURES_MAIN(TestClosedPage)

#include "tst_closedpage.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/widgets/look.h"
#include "ui/widgets/toast.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestToast : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_look = std::make_unique<Look>();
        m_now = 5000ms;
        m_toast = std::make_unique<Toast>(nullptr, [this] { return m_now; });
        m_toast->start(u"Réponse envoyée"_s, buttonText, 8s);
    }
    void cleanup()
    {
        m_toast.reset();
        m_look.reset();
    }

    void theButton_countsDown()
    {
        QCOMPARE(m_toast->button()->text(), u"Annuler, 8 s"_s);
        advance(1ms);
        QCOMPARE(m_toast->button()->text(), u"Annuler, 8 s"_s); // a started second is said
        advance(999ms);
        QCOMPARE(m_toast->button()->text(), u"Annuler, 7 s"_s);
        advance(6s);
        QCOMPARE(m_toast->button()->text(), u"Annuler, 1 s"_s);
        QVERIFY(m_toast->isVisible());
    }

    void timeOver_hidesItOnce()
    {
        QSignalSpy expired(m_toast.get(), &Toast::expired);
        advance(7999ms);
        QCOMPARE(expired.size(), 0);
        advance(1ms);
        QCOMPARE(expired.size(), 1);
        QVERIFY(m_toast->isHidden());
        advance(10s);
        QCOMPARE(expired.size(), 1);
    }

    void whatIsBeingDone_isSaidWithoutAButton_untilItIsDone()
    {
        QSignalSpy expired(m_toast.get(), &Toast::expired);
        m_toast->startWaiting(u"Téléchargement"_s);
        QCOMPARE(expired.size(), 1); // what it replaced is over
        QCOMPARE(m_toast->accessibleName(), u"Téléchargement"_s);
        QVERIFY(m_toast->isVisible());
        QVERIFY(!m_toast->button()->isVisible());
        advance(100s);
        QVERIFY(m_toast->isVisible());
        m_toast->start(u"Enregistré"_s, [](int) { return u"Ouvrir"_s; }, 8s);
        QVERIFY(m_toast->button()->isVisible());
        QCOMPARE(expired.size(), 1);
    }

    void undo_stopsTheCount()
    {
        QSignalSpy expired(m_toast.get(), &Toast::expired);
        QSignalSpy undone(m_toast.get(), &Toast::undone);
        QTest::mouseClick(m_toast->button(), Qt::LeftButton);
        advance(20s);
        QCOMPARE(undone.size(), 1);
        QCOMPARE(expired.size(), 0);
        QVERIFY(m_toast->isHidden());
    }

    void aNewMessage_endsTheOneBefore()
    {
        QSignalSpy expired(m_toast.get(), &Toast::expired);
        advance(3s);
        m_toast->start(u"Ticket fermé"_s, buttonText, 8s);
        QCOMPARE(expired.size(), 1);
        QCOMPARE(m_toast->secondsLeft(), 8);
        QCOMPARE(m_toast->accessibleName(), u"Ticket fermé"_s);
        QVERIFY(m_toast->isVisible());
    }

    void theTimer_refreshesByItself()
    {
        m_now += 4s;
        QTRY_COMPARE(m_toast->button()->text(), u"Annuler, 4 s"_s);
    }

    void theButton_isWideEnoughForItsWords()
    {
        m_look->theme.setScale(1.5);
        const QFontMetrics metrics(m_look->theme.font(TextStyle::BodyStrong));
        QTRY_VERIFY(m_toast->button()->width() > metrics.horizontalAdvance(m_toast->button()->text()));
    }

private:
    static QString buttonText(int seconds) { return u"Annuler, %1 s"_s.arg(seconds); }

    void advance(std::chrono::milliseconds step)
    {
        m_now += step;
        m_toast->refresh();
    }

    std::unique_ptr<Look> m_look;
    std::chrono::milliseconds m_now{};
    std::unique_ptr<Toast> m_toast;
};

QTEST_MAIN(TestToast)
#include "tst_toast.moc"

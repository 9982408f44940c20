// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/widgets/look.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAccessible>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestSegmentedControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_look = std::make_unique<Look>();
        m_window = std::make_unique<QWidget>();
        auto *column = new QVBoxLayout(m_window.get());
        m_control = new SegmentedControl;
        for (const auto &text : {u"Réponse"_s, u"Note"_s, u"Escalade"_s})
            m_control->addSegment(text);
        m_after = new QLineEdit;
        column->addWidget(m_control);
        column->addWidget(m_after);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        m_control->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(m_control->segment(0)->hasFocus());
    }
    void cleanup()
    {
        m_window.reset();
        m_look.reset();
    }

    void theFirstSegment_isCurrent() { QCOMPARE(m_control->currentIndex(), 0); }

    void arrows_chooseAndStopAtTheEnds()
    {
        QSignalSpy changed(m_control, &SegmentedControl::currentChanged);
        press(Qt::Key_Left);
        QCOMPARE(m_control->currentIndex(), 0);
        press(Qt::Key_Right);
        press(Qt::Key_Down);
        QCOMPARE(m_control->currentIndex(), 2);
        press(Qt::Key_Right);
        QCOMPARE(m_control->currentIndex(), 2);
        press(Qt::Key_Home);
        QCOMPARE(m_control->currentIndex(), 0);
        press(Qt::Key_End);
        QCOMPARE(changed.takeLast().at(0).toInt(), 2);
        QCOMPARE(changed.size(), 3);
        QVERIFY(m_control->segment(2)->hasFocus());
    }

    void arrows_jumpOverWhatIsDisabled()
    {
        m_control->setSegmentEnabled(1, false);
        press(Qt::Key_Right);
        QCOMPARE(m_control->currentIndex(), 2);
    }

    void arrows_areMirroredInRightToLeftLayouts()
    {
        m_control->setLayoutDirection(Qt::RightToLeft);
        press(Qt::Key_Left);
        QCOMPARE(m_control->currentIndex(), 1);
    }

    void tab_leavesTheWholeControl()
    {
        press(Qt::Key_Right);
        press(Qt::Key_Tab);
        QVERIFY(m_after->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
        QVERIFY(m_control->segment(1)->hasFocus());
    }

    void aClick_chooses()
    {
        QTest::mouseClick(m_control->segment(1), Qt::LeftButton);
        QCOMPARE(m_control->currentIndex(), 1);
    }

    void screenReaders_seeRadioButtons()
    {
        QAccessibleInterface *segment = QAccessible::queryAccessibleInterface(m_control->segment(1));
        QVERIFY(segment);
        QCOMPARE(segment->role(), QAccessible::RadioButton);
        QCOMPARE(segment->text(QAccessible::Name), u"Note"_s);
        QVERIFY(!segment->state().checked);
        press(Qt::Key_Right);
        QVERIFY(segment->state().checked);
    }

    void choosing_doesNotChangeTheWidth()
    {
        const QSize before = m_control->sizeHint();
        m_control->setCurrentIndex(2);
        QCOMPARE(m_control->sizeHint(), before);
    }

private:
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    std::unique_ptr<Look> m_look;
    std::unique_ptr<QWidget> m_window;
    SegmentedControl *m_control = nullptr;
    QLineEdit *m_after = nullptr;
};

QTEST_MAIN(TestSegmentedControl)
#include "tst_segmentedcontrol.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "tests/ui/ticket/fakekeeper.h"
#include "ui/ticket/escalationmovedialog.h"
#include "ui/widgets/formfield.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

MoveEscalation moveTo(EscalationState to)
{
    return {EscalationId{u"x-1"_s}, TicketId{u"t-1"_s}, EscalationState::Accepted, to, {}, {}, {}, false};
}

struct Shown {
    FakeFormKeeper kept;
    EscalationMoveDialog dialog;

    explicit Shown(const MoveEscalation &command) : dialog(command, u"Le lot est-il défectueux ?"_s, kept.keeper())
    {
        dialog.show();
        (void)QTest::qWaitForWindowExposed(&dialog);
    }
    template <class T> [[nodiscard]] T *part(const QString &name) const { return dialog.findChild<T *>(name); }
    [[nodiscard]] QPlainTextEdit *text() const { return part<QPlainTextEdit>(u"moveText"_s); }
};

} // namespace

class TestEscalationMoveDialog : public QObject {
    Q_OBJECT

public:
    explicit TestEscalationMoveDialog(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;

private Q_SLOTS:
    void whatIsHandedBack_hasAnAnswer_aCauseAndWhetherOthersShouldReadIt()
    {
        Shown shown(moveTo(EscalationState::HandedBack));
        auto *finish = shown.part<QPushButton>(u"wordsFinish"_s);
        QVERIFY(!finish->isEnabled());
        QVERIFY(!finish->toolTip().isEmpty());
        QTest::keyClicks(shown.text(), u" Le tambour est en fin de vie. "_s);
        QTest::keyClicks(shown.part<QLineEdit>(u"moveCause"_s), u"usure"_s);
        shown.part<QCheckBox>(u"moveFaq"_s)->setChecked(true);
        keepPictures(m_theme, shown.dialog, u"escalation-handback"_s);
        QSignalSpy made(&shown.dialog, &EscalationMoveDialog::commanded);
        QTest::keyClick(&shown.dialog, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(made.size(), 1);
        const auto command = std::get<MoveEscalation>(made.at(0).at(0).value<Command>());
        QCOMPARE(command.answer, u"Le tambour est en fin de vie."_s);
        QCOMPARE(command.cause, u"usure"_s);
        QVERIFY(command.faqCandidate);
        QVERIFY(command.note.isEmpty());
        QCOMPARE(command.to, EscalationState::HandedBack);
        QVERIFY(!shown.dialog.isVisible());
    }

    void whatIsTyped_isJournalled_andThrownAwayOnPurposeOnly()
    {
        Shown shown(moveTo(EscalationState::HandedBack));
        QTest::keyClicks(shown.part<QLineEdit>(u"moveCause"_s), u"usure"_s);
        QTRY_COMPARE(shown.kept.journalled.size(), 1);
        QTest::keyClicks(shown.text(), u"Le tambour"_s);
        shown.part<QCheckBox>(u"moveFaq"_s)->setChecked(true);
        QTRY_COMPARE(shown.kept.journalled.size(), 2);
        const auto begun = std::get<MoveEscalation>(shown.kept.journalled.last());
        QCOMPARE(begun, shown.dialog.command());
        QCOMPARE(begun.cause, u"usure"_s);
        Shown again(begun);
        QCOMPARE(again.dialog.command(), begun);
        QTest::keyClick(&again.dialog, Qt::Key_Escape);
        again.part<QMessageBox>(u"wordsQuestion"_s)->buttons().first()->click();
        QCOMPARE(again.kept.forgotten, 1);
    }

    void aRefusal_saysWhy_andNothingElse()
    {
        Shown shown(moveTo(EscalationState::Refused));
        QVERIFY(shown.part<QLineEdit>(u"moveCause"_s) == nullptr);
        QTest::keyClicks(shown.text(), u"La fiche le dit"_s);
        QCOMPARE(shown.dialog.command().note, u"La fiche le dit"_s);
        QVERIFY(shown.dialog.command().answer.isEmpty());
    }

    void finishedTooEarly_itSaysWhatIsMissing_untilItIsThere()
    {
        Shown shown(moveTo(EscalationState::Withdrawn));
        QTest::keyClick(&shown.dialog, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(shown.dialog.isVisible());
        QVERIFY(!shown.text()->accessibleDescription().isEmpty());
        QTest::keyClicks(shown.text(), u"x"_s);
        QVERIFY(shown.text()->accessibleDescription().isEmpty());
    }

    void wordsWrittenBefore_areThereAgain()
    {
        MoveEscalation before = moveTo(EscalationState::HandedBack);
        before.answer = u"Échange"_s;
        before.cause = u"lot 2611-B"_s;
        before.faqCandidate = true;
        Shown shown(before);
        QCOMPARE(shown.dialog.command(), before);
    }

    void escape_asks_onlyWhereWordsWouldBeLost()
    {
        Shown empty(moveTo(EscalationState::Refused));
        QTest::keyClick(&empty.dialog, Qt::Key_Escape);
        QVERIFY(!empty.dialog.isVisible());
        Shown written(moveTo(EscalationState::Refused));
        QTest::keyClicks(written.text(), u"x"_s);
        QTest::keyClick(&written.dialog, Qt::Key_Escape);
        QVERIFY(written.dialog.isVisible());
        auto *question = written.part<QMessageBox>(u"wordsQuestion"_s);
        QVERIFY(question != nullptr);
        QTest::keyClick(question, Qt::Key_Escape); // goes on writing
        QVERIFY(written.dialog.isVisible());
        QTest::keyClick(&written.dialog, Qt::Key_Escape);
        const auto questions = written.dialog.findChildren<QMessageBox *>(u"wordsQuestion"_s);
        for (QAbstractButton *button : questions.last()->buttons())
            if (questions.last()->buttonRole(button) == QMessageBox::AcceptRole) button->click();
        QVERIFY(!written.dialog.isVisible());
    }
};

AKWABA_PICTURES_MAIN(TestEscalationMoveDialog)
#include "tst_escalationmovedialog.moc"

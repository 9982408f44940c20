// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/sla/rules.h"
#include "tests/ui/pictures.h"
#include "tests/ui/ticket/fakekeeper.h"
#include "tests/ui/ticket/sample.h"
#include "ui/ticket/escalationdialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

EscalationPath path(const QString &id, const QString &name, qint64 hours)
{
    EscalationPath made;
    made.id = EscalationPathId{id};
    made.nameFr = name;
    made.nameEn = name;
    made.team = TeamId{u"e-n2"_s};
    made.targets = {{Target::Pickup, ClockUnit::Wall, 2 * 3600, {}},
                    {Target::Update, ClockUnit::Wall, hours * 3600, {}}};
    made.stepsFr = {u"vérification du lot"_s, u"décision d’échange"_s};
    made.stepsEn = {u"the lot is checked"_s, u"an exchange is decided"_s};
    return made;
}

EscalationDialog::Parts parts()
{
    EscalationDialog::Parts all;
    all.conversation = sample::conversation();
    all.conversation.ticket.language = u"fr"_s;
    all.paths = {path(u"p-n2"_s, u"Technique N2"_s, 24), path(u"p-n3"_s, u"Fournisseur N3"_s, 72),
                 path(u"p-boss"_s, u"Superviseur"_s, 4)};
    all.paths.last().stepsFr = {u"relecture du dossier"_s};
    all.facts = {u"Commande CMD-2026-01874 : 2 × TN-2410, livrée le 13 nov."_s, u"État du tambour reçu : 64 %"_s};
    all.rules = std::make_shared<sla::Rules>(QList<Calendar>(), QList<Holiday>(), QList<SlaPolicy>());
    return all;
}

struct Shown {
    ManualClock clock{sample::now};
    SeededRandom random{5};
    FakeFormKeeper kept;
    EscalationDialog dialog;

    explicit Shown(const EscalationDialog::Parts &about = parts()) : dialog(about, clock, random, kept.keeper())
    {
        dialog.show();
        (void)QTest::qWaitForWindowExposed(&dialog);
    }
    template <class T> [[nodiscard]] T *part(const QString &name) const { return dialog.findChild<T *>(name); }
    [[nodiscard]] QPushButton *finish() const { return part<QPushButton>(u"wordsFinish"_s); }
    [[nodiscard]] QPlainTextEdit *asked() const { return part<QPlainTextEdit>(u"escalateAsked"_s); }
    [[nodiscard]] QPlainTextEdit *notice() const { return part<QPlainTextEdit>(u"noticeText"_s); }
    [[nodiscard]] QDateTimeEdit *expected() const { return part<QDateTimeEdit>(u"escalateExpected"_s); }
    [[nodiscard]] Banner *warning() const { return part<Banner>(u"escalateWarning"_s); }
    void ask() const { QTest::keyClicks(asked(), u"Confirmer le lot"_s); }
    [[nodiscard]] Escalate lastKept() const { return std::get<Escalate>(kept.journalled.last()); }
};

/// All that an agent has: keys go where the focus is. What he types is not counted.
struct Keyboard {
    int strokes = 0;

    explicit Keyboard(const Shown &shown)
    {
        shown.part<QPlainTextEdit>(u"escalateAsked"_s)->window()->activateWindow();
        (void)QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; });
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++strokes;
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void type(const QString &words) const { QTest::keyClicks(QApplication::focusWidget(), words); }
};

/// The keys that labels and buttons underline.
QStringList underlined(const QWidget &dialog)
{
    QStringList keys;
    const auto add = [&keys](const QString &text) {
        if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty()) keys.append(key.toString());
    };
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        if (label->buddy() != nullptr) add(label->text());
    for (const QAbstractButton *button : dialog.findChildren<QAbstractButton *>())
        add(button->text());
    return keys;
}

} // namespace

class TestEscalationDialog : public QObject {
    Q_OBJECT

public:
    explicit TestEscalationDialog(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;

private Q_SLOTS:
    void whatIsAsked_isNeeded_andTheRestIsThere()
    {
        Shown shown;
        QVERIFY(!shown.finish()->isEnabled());
        QVERIFY(!shown.finish()->toolTip().isEmpty());
        shown.ask();
        QVERIFY(shown.finish()->isEnabled());
        QCOMPARE(shown.part<QListWidget>(u"triedLines"_s)->count(), 2);
        QVERIFY(!shown.part<QLineEdit>(u"escalatePickup"_s)->text().isEmpty());
        QCOMPARE(shown.expected()->dateTime().toUTC(), sample::now.addDays(1));
        keepPictures(m_theme, shown.dialog, u"escalation-dialog"_s);
    }

    void itMakesOneCommand_withTheNoticeAndItsDate()
    {
        Shown shown;
        shown.part<QComboBox>(u"escalateReason"_s)->setCurrentIndex(1);
        shown.part<QListWidget>(u"triedLines"_s)->item(1)->setCheckState(Qt::Unchecked);
        QTest::keyClicks(shown.part<QLineEdit>(u"triedMore"_s), u"Nettoyage"_s);
        QTest::keyClick(shown.part<QLineEdit>(u"triedMore"_s), Qt::Key_Return);
        QTest::keyClicks(shown.part<QLineEdit>(u"triedMore"_s), u"Autre page"_s); // not entered yet
        shown.ask();
        QSignalSpy made(&shown.dialog, &EscalationDialog::commanded);
        QTest::keyClick(shown.asked(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(made.size(), 1);
        const auto command = std::get<Escalate>(made.at(0).at(0).value<Command>());
        const Escalation &wanted = command.escalation;
        QCOMPARE(wanted.ticket.value, u"t-4812"_s);
        QCOMPARE(wanted.path.value, u"p-n2"_s);
        QCOMPARE(wanted.reason, EscalationReason::NeedsExpert);
        QCOMPARE(wanted.tried, (QStringList{parts().facts.first(), u"Nettoyage"_s, u"Autre page"_s}));
        QCOMPARE(wanted.asked, u"Confirmer le lot"_s);
        QVERIFY(!wanted.id.isEmpty() && !wanted.notice.isEmpty() && wanted.noticeWaived.isEmpty());
        QCOMPARE(wanted.promisedAt, sample::now.addDays(1));
        QCOMPARE(command.basedOn.value, u"m-7"_s);
        QCOMPARE(command.toAddresses.value(0).address, u"rosine@cabinet-bamba.example"_s);
        QCOMPARE(command.text, shown.notice()->toPlainText());
        QVERIFY(!shown.dialog.isVisible());
    }

    void theNotice_isInTheCustomersLanguage_withTheStepsOfThePath()
    {
        Shown french;
        QVERIFY(french.notice()->toPlainText().contains(u"1. vérification du lot"_s));
        EscalationDialog::Parts english = parts();
        english.conversation.ticket.language = QString();
        english.conversation.customer.preferredLanguages = {u"en"_s};
        Shown shown(english);
        QVERIFY(shown.notice()->toPlainText().contains(u"1. the lot is checked"_s));
        QVERIFY(shown.notice()->toPlainText().startsWith(u"Hello"_s));
        keepPictures(m_theme, shown.dialog, u"escalation-dialog-english"_s);
    }

    void anotherPath_hasItsOwnTimes()
    {
        Shown shown;
        shown.part<SegmentedControl>(u"escalatePath"_s)->setCurrentIndex(2);
        QCOMPARE(shown.expected()->dateTime().toUTC(), sample::now.addSecs(4 * 3600));
        QVERIFY(shown.notice()->toPlainText().contains(u"1. relecture du dossier"_s)); // and its own steps
        QVERIFY(!shown.notice()->toPlainText().contains(u"vérification du lot"_s));
        shown.ask();
        QCOMPARE(shown.dialog.command().escalation.path.value, u"p-boss"_s);
    }

    void anAnswerAfterTheCustomersDate_isWarnedOf_andAnEarlierOneCanBeAskedFor()
    {
        EscalationDialog::Parts late = parts();
        late.customerDueAt = sample::now.addSecs(20 * 3600);
        Shown shown(late);
        QVERIFY(shown.warning()->isVisible());
        QCOMPARE(shown.dialog.command().escalation.promisedAt, late.customerDueAt); // he is never promised less
        shown.ask();
        keepPictures(m_theme, shown.dialog, u"escalation-dialog-late"_s);
        Q_EMIT shown.warning()->actionTriggered();
        QVERIFY(!shown.warning()->isVisible());
        QCOMPARE(shown.expected()->dateTime().toUTC(), sample::now.addSecs(19 * 3600));
        QVERIFY(shown.asked()->toPlainText().startsWith(u"Confirmer le lot\n"_s)); // and those who are asked read it
        QCOMPARE(shown.dialog.command().escalation.promisedAt, sample::now.addSecs(19 * 3600));
    }

    void aDateThatIsOver_isNotPromised()
    {
        Shown shown;
        shown.ask();
        shown.expected()->setDateTime(sample::now.addSecs(-60).toLocalTime());
        QVERIFY(!shown.finish()->isEnabled());
    }

    void whoIsNotTold_isNotToldForAReason()
    {
        Shown shown;
        shown.ask();
        const QString effect = shown.finish()->text();
        shown.part<QCheckBox>(u"noticeWaive"_s)->setChecked(true);
        QVERIFY(shown.finish()->text() != effect);
        QVERIFY(!shown.finish()->isEnabled());
        QTest::keyClicks(shown.part<QLineEdit>(u"noticeWhy"_s), u"Dit par telephone"_s);
        QVERIFY(shown.finish()->isEnabled());
        const Escalate command = shown.dialog.command();
        QCOMPARE(command.escalation.noticeWaived, u"Dit par telephone"_s);
        QVERIFY(command.escalation.notice.isEmpty() && command.text.isEmpty() && command.toAddresses.isEmpty());
        QVERIFY(!command.escalation.promisedAt.isValid());
        keepPictures(m_theme, shown.dialog, u"escalation-dialog-waived"_s);
    }

    void whoHasNoAddress_canOnlyBeLeftUntold()
    {
        EscalationDialog::Parts unreachable = parts();
        unreachable.conversation.messages.clear();
        Shown shown(unreachable);
        shown.ask();
        QVERIFY(!shown.finish()->isEnabled());
        shown.part<QCheckBox>(u"noticeWaive"_s)->setChecked(true);
        QTest::keyClicks(shown.part<QLineEdit>(u"noticeWhy"_s), u"Sans adresse"_s);
        QVERIFY(shown.finish()->isEnabled());
    }

    void whatTheAgentWritesInTheNotice_stays_andOnlyItsDateFollows()
    {
        Shown shown;
        shown.ask();
        QVERIFY(shown.notice()->isReadOnly());
        shown.part<QPushButton>(u"noticeEdit"_s)->click();
        QVERIFY(!shown.notice()->isReadOnly());
        shown.notice()->moveCursor(QTextCursor::End);
        QTest::keyClicks(shown.notice(), u" Bien cordialement"_s);
        shown.expected()->setDateTime(sample::now.addDays(2).toLocalTime());
        QVERIFY(shown.notice()->toPlainText().endsWith(u"Bien cordialement"_s));
        QVERIFY(shown.notice()->toPlainText().contains(u"jeudi 19 novembre"_s));
        QVERIFY(!shown.notice()->toPlainText().contains(u"mercredi 18"_s));
        shown.notice()->setPlainText(u"Bonjour"_s); // without a date there is no promise
        QVERIFY(!shown.finish()->isEnabled());
    }

    void whatWasNotSent_isThereAgain_withADateThatLiesAhead()
    {
        Escalate before;
        {
            Shown first;
            first.part<SegmentedControl>(u"escalatePath"_s)->setCurrentIndex(2);
            first.ask();
            before = first.dialog.command();
            before.text += u"\nMerci"_s;
        }
        Shown again;
        again.dialog.take(before);
        QCOMPARE(again.dialog.command().text, before.text);
        QCOMPARE(again.dialog.command().escalation.path, before.escalation.path);
        QCOMPARE(again.dialog.command().escalation.asked, before.escalation.asked);
        QCOMPARE(again.dialog.command().escalation.promisedAt, before.escalation.promisedAt);
        Shown later;
        later.clock.jump(std::chrono::hours(24 * 3));
        later.dialog.take(before);
        QVERIFY(later.finish()->isEnabled() || later.expected()->dateTime().toUTC() <= later.clock.now());
    }

    void escape_asks_onlyWhereWordsWouldBeLost()
    {
        Shown untouched;
        QTest::keyClick(&untouched.dialog, Qt::Key_Escape);
        QVERIFY(!untouched.dialog.isVisible());
        Shown written;
        written.ask();
        QTest::keyClick(&written.dialog, Qt::Key_Escape);
        QVERIFY(written.dialog.isVisible());
        QVERIFY(written.part<QMessageBox>(u"wordsQuestion"_s) != nullptr);
    }

    void whatIsTyped_isJournalled_andThereAgainAsItStood()
    {
        Shown first;
        QTest::keyClicks(first.part<QLineEdit>(u"triedMore"_s), u"Autre page"_s);
        QTRY_COMPARE(first.kept.journalled.size(), 1); // the first word, whatever is missing yet
        QCOMPARE(first.lastKept().escalation.tried.last(), u"Autre page"_s);
        first.part<SegmentedControl>(u"escalatePath"_s)->setCurrentIndex(1);
        first.part<QComboBox>(u"escalateReason"_s)->setCurrentIndex(2);
        first.part<QPushButton>(u"noticeEdit"_s)->click();
        QTest::keyClicks(first.notice(), u"Chere Madame "_s);
        first.expected()->setDateTime(sample::now.addDays(5).toLocalTime());
        first.part<QCheckBox>(u"noticeWaive"_s)->setChecked(true);
        QTest::keyClicks(first.asked(), u"Confirmer le lot "_s);
        QTRY_COMPARE(first.lastKept().escalation.asked, u"Confirmer le lot "_s);

        Shown again;
        again.dialog.take(first.lastKept());
        keepPictures(m_theme, again.dialog, u"escalation-dialog-resumed"_s);
        QCOMPARE(again.asked()->toPlainText(), u"Confirmer le lot "_s);
        QCOMPARE(again.notice()->toPlainText(), first.notice()->toPlainText());
        QVERIFY(again.part<QCheckBox>(u"noticeWaive"_s)->isChecked()); // though it does not say yet why
        QTRY_COMPARE(again.kept.journalled.size(), 1);
        QCOMPARE(again.lastKept(), first.lastKept());
        QCOMPARE(again.part<QLabel>(u"footNote"_s)->text(), u"What was written before is here again."_s);
    }

    void whatIsThrownAway_orSent_isKeptNoLonger()
    {
        Shown thrownAway;
        thrownAway.ask();
        QTRY_COMPARE(thrownAway.kept.journalled.size(), 1);
        QTest::keyClick(&thrownAway.dialog, Qt::Key_Escape);
        auto *question = thrownAway.part<QMessageBox>(u"wordsQuestion"_s);
        QCOMPARE(thrownAway.kept.forgotten, 0);
        question->buttons().first()->click();
        QVERIFY(!thrownAway.dialog.isVisible());
        QCOMPARE(thrownAway.kept.forgotten, 1);

        Shown emptied;
        emptied.ask();
        QTRY_COMPARE(emptied.kept.journalled.size(), 1);
        emptied.asked()->clear();
        QTRY_COMPARE(emptied.kept.forgotten, 1);

        Shown sent;
        sent.ask();
        QTest::keyClick(sent.asked(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent.kept.journalled.size(), 0); // what sends it forgets it
    }

    void closedByTheProgram_itWritesDownTheRest_butNotOfATicketThatIsGone()
    {
        Shown closed;
        closed.ask();
        closed.dialog.hide();
        QCOMPARE(closed.lastKept().escalation.asked, u"Confirmer le lot"_s);
        Shown erased;
        erased.ask();
        erased.dialog.abandon();
        QVERIFY(!erased.dialog.isVisible());
        QCOMPARE(erased.kept.journalled.size(), 0);
    }

    void whatCanNotBeKept_isSaid_andTriedAgain()
    {
        Shown shown;
        shown.kept.error = Code::DiskFull;
        const auto *note = shown.part<QLabel>(u"footNote"_s);
        const QString quiet = note->text();
        shown.ask();
        QTRY_VERIFY(note->text().startsWith(u"Draft not saved"_s));
        shown.kept.error.reset();
        QTest::keyClick(shown.asked(), Qt::Key_Space);
        QTRY_COMPARE(note->text(), quiet);
    }

    /// What is most often right needs no key at all.
    void besideTheQuestion_oneKeyIsPressed()
    {
        Shown shown;
        Keyboard keys(shown);
        QSignalSpy made(&shown.dialog, &EscalationDialog::commanded);
        keys.type(u"Confirmer le lot"_s);
        keys.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(keys.strokes, 1);
        QCOMPARE(std::get<Escalate>(made.at(0).at(0).value<Command>()).escalation.asked, u"Confirmer le lot"_s);
    }

    void besideTheWords_anotherPathAndReasonAndALineOfWhatWasTried_areEightKeys()
    {
        Shown shown;
        Keyboard keys(shown);
        QSignalSpy made(&shown.dialog, &EscalationDialog::commanded);
        keys.type(u"Confirmer le lot"_s);
        keys.press(Qt::Key_T, Qt::AltModifier);
        keys.press(Qt::Key_Right);
        keys.press(Qt::Key_Tab);
        keys.press(Qt::Key_Down);
        keys.press(Qt::Key_Tab);
        keys.press(Qt::Key_Tab);
        keys.type(u"Nettoyage"_s);
        keys.press(Qt::Key_N, Qt::AltModifier);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"noticeWhy"_s); // a key is seen to press it
        keys.type(u"Dit par telephone"_s);
        keys.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(keys.strokes, 8);
        const Escalation wanted = std::get<Escalate>(made.at(0).at(0).value<Command>()).escalation;
        QCOMPARE(wanted.path.value, u"p-n3"_s);
        QCOMPARE(wanted.reason, EscalationReason::NeedsExpert);
        QCOMPARE(wanted.tried.last(), u"Nettoyage"_s);
        QCOMPARE(wanted.noticeWaived, u"Dit par telephone"_s);
    }

    void theNoticeAndTheDate_areOneKeyAway()
    {
        Shown shown;
        Keyboard keys(shown);
        keys.type(u"Confirmer le lot"_s);
        keys.press(Qt::Key_E, Qt::AltModifier);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"noticeText"_s);
        keys.type(u"Chere Madame, "_s);
        QVERIFY(shown.notice()->toPlainText().startsWith(u"Chere Madame, "_s));
        const QDateTime before = shown.expected()->dateTime();
        keys.press(Qt::Key_C, Qt::AltModifier);
        keys.press(Qt::Key_Up);
        QVERIFY(shown.expected()->dateTime() > before);
    }

    void noTwoParts_haveTheSameKey_inEitherLanguage()
    {
        const auto check = [] {
            const Shown shown;
            QStringList keys = underlined(shown.dialog);
            QVERIFY2(keys.size() >= 8, qPrintable(keys.join(u' ')));
            QVERIFY2(keys.removeDuplicates() == 0, qPrintable(keys.join(u' ')));
        };
        check();
        QTranslator french;
        QVERIFY(french.load(u":/akwaba/translations/akwaba_fr"_s));
        QVERIFY(QCoreApplication::installTranslator(&french));
        check();
    }

    void theKeyboardReachesEverything_inTheOrderOfTheForm()
    {
        Shown shown;
        Keyboard keys(shown);
        keys.press(Qt::Key_T, Qt::AltModifier);
        QStringList order;
        for (int i = 0; i < 14; ++i) {
            order.append(QApplication::focusWidget()->objectName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        order.removeAll(QString());
        const QStringList wanted{u"escalateReason"_s,   u"triedLines"_s, u"triedMore"_s,  u"escalateAsked"_s,
                                 u"escalateExpected"_s, u"noticeEdit"_s, u"noticeText"_s, u"noticeWaive"_s};
        qsizetype at = -1;
        for (const QString &name : wanted) {
            const qsizetype next = order.indexOf(name, at + 1);
            QVERIFY2(next > at, qPrintable(name + u" in "_s + order.join(u' ')));
            at = next;
        }
    }
};

AKWABA_PICTURES_MAIN(TestEscalationDialog)
#include "tst_escalationdialog.moc"

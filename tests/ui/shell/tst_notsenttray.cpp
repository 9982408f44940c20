// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "tests/ui/shell/items.h"
#include "ui/shell/notsenttray.h"
#include "ui/text/errorwords.h"

#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

OutboxItem refusedReply() { return items::refused(items::reply(u"It leaves today"_s), Reason::NewerAgentReply); }

OutboxItem refusedStatus() { return items::refused(items::status(), Reason::StatusChanged); }

struct Tray {
    NotSentTray dialog;

    [[nodiscard]] QListWidget *list() const { return dialog.findChild<QListWidget *>(u"notSentList"_s); }
    [[nodiscard]] QString text() const { return dialog.findChild<QPlainTextEdit *>(u"notSentText"_s)->toPlainText(); }
    [[nodiscard]] QString reason() const { return dialog.findChild<QLabel *>(u"notSentReason"_s)->text(); }
    [[nodiscard]] QPushButton *button(const QString &name) const { return dialog.findChild<QPushButton *>(name); }
};

} // namespace

class TestNotSentTray : public QObject {
    Q_OBJECT

public:
    explicit TestNotSentTray(Theme &theme) : m_theme(theme) { }

private Q_SLOTS:
    void whatWasRefused_isThereWithItsReasonAndItsWholeText();
    void itsButtons_areAboutTheChosenOne();
    void oneWithoutWords_canOnlyBeSentAgainOrGivenUp();
    void whoWasFaster_isNamed_withTheTime();
    void theWordsOfAnEscalation_areAllThere();
    void whenOthersGo_theChosenOneStaysChosen();
    void theLastOneGone_theTrayIsEmptyAndSaysSo();

private:
    Theme &m_theme;
};

void TestNotSentTray::whatWasRefused_isThereWithItsReasonAndItsWholeText()
{
    Tray tray;
    tray.dialog.setItems({refusedReply(), refusedStatus()});
    keepPictures(m_theme, tray.dialog, u"notsenttray"_s);
    QCOMPARE(tray.list()->count(), 2);
    QVERIFY(tray.list()->item(0)->text().contains(u"Rosine Bamba"_s));
    QCOMPARE(tray.text(), u"It leaves today"_s);
    QCOMPARE(tray.reason(), refusal(OutcomeKind::Rejected, Reason::NewerAgentReply));
    tray.list()->setCurrentRow(1);
    QCOMPARE(tray.reason(), refusal(OutcomeKind::Rejected, Reason::StatusChanged));
}

void TestNotSentTray::itsButtons_areAboutTheChosenOne()
{
    Tray tray;
    const OutboxItem first = refusedStatus();
    const OutboxItem second = refusedReply();
    tray.dialog.setItems({first, second});
    tray.list()->setCurrentRow(1);
    QStringList heard;
    connect(&tray.dialog, &NotSentTray::editRequested, this,
            [&](const OutboxItem &item) { heard.append(u"edit "_s + item.intent.iid); });
    connect(&tray.dialog, &NotSentTray::resendRequested, this,
            [&](const OutboxItem &item) { heard.append(u"resend "_s + item.intent.iid); });
    connect(&tray.dialog, &NotSentTray::copyRequested, this,
            [&](const QString &text) { heard.append(u"copy "_s + text); });
    connect(&tray.dialog, &NotSentTray::discardRequested, this,
            [&](const QString &iid) { heard.append(u"discard "_s + iid); });
    for (const QString &name : {u"notSentEdit"_s, u"notSentResend"_s, u"notSentCopy"_s, u"notSentDiscard"_s})
        tray.button(name)->click();
    const QString iid = second.intent.iid;
    QCOMPARE(heard,
             (QStringList{u"edit "_s + iid, u"resend "_s + iid, u"copy It leaves today"_s, u"discard "_s + iid}));
    QCOMPARE(tray.list()->count(), 2); // nothing leaves it by itself
}

void TestNotSentTray::oneWithoutWords_canOnlyBeSentAgainOrGivenUp()
{
    Tray tray;
    tray.dialog.setItems({refusedStatus()});
    QVERIFY(tray.button(u"notSentEdit"_s)->isHidden());
    QVERIFY(tray.button(u"notSentCopy"_s)->isHidden());
    QVERIFY(!tray.button(u"notSentResend"_s)->isHidden());
    QVERIFY(!tray.button(u"notSentDiscard"_s)->isHidden());
}

void TestNotSentTray::whoWasFaster_isNamed_withTheTime()
{
    OutboxItem item = items::refused(
        items::item(MoveEscalation{{u"x-1"_s}, {u"t-3"_s}, EscalationState::Requested, EscalationState::Accepted},
                    u"4814"_s, u"Aya Brou"_s),
        Reason::Taken);
    Tray tray;
    tray.dialog.setItems({item});
    QCOMPARE(tray.reason(), refusal(OutcomeKind::Rejected, Reason::Taken)); // as long as nobody knows who
    item.colleague = u"Ibrahim Ouattara"_s;
    tray.dialog.setItems({item});
    QCOMPARE(tray.reason(), u"already taken by Ibrahim Ouattara"_s);
    const QDateTime at(items::now.date(), QTime(10, 42), Qt::LocalTime);
    item.patch = {{u"at"_s, at.toUTC().toString(Qt::ISODate)}};
    tray.dialog.setItems({item});
    QCOMPARE(tray.reason(), u"already taken by Ibrahim Ouattara at 10:42"_s);
}

void TestNotSentTray::theWordsOfAnEscalation_areAllThere()
{
    Escalate escalate;
    escalate.escalation.asked = u"Que proposer ?"_s;
    escalate.escalation.tried = {u"Nettoyage"_s};
    escalate.text = u"Bonjour"_s;
    Tray tray;
    tray.dialog.setItems({items::refused(items::item(escalate, u"4814"_s, u"Aya Brou"_s), Reason::TooLate)});
    QCOMPARE(tray.text(), u"Que proposer ?\n\nNettoyage\n\nBonjour"_s);
    MoveEscalation back;
    back.to = EscalationState::HandedBack;
    back.answer = u"Un échange"_s;
    tray.dialog.setItems({items::refused(items::item(back, u"4814"_s, u"Aya Brou"_s), Reason::StatusChanged)});
    QCOMPARE(tray.text(), back.answer);
}

void TestNotSentTray::whenOthersGo_theChosenOneStaysChosen()
{
    Tray tray;
    const OutboxItem first = refusedStatus();
    const OutboxItem second = refusedReply();
    tray.dialog.setItems({first, second});
    tray.list()->setCurrentRow(1);
    tray.dialog.setItems({second});
    QCOMPARE(tray.list()->currentRow(), 0);
    QCOMPARE(tray.text(), u"It leaves today"_s);
}

void TestNotSentTray::theLastOneGone_theTrayIsEmptyAndSaysSo()
{
    Tray tray;
    tray.dialog.setItems({refusedReply()});
    QVERIFY(!tray.list()->parentWidget()->isHidden());
    tray.dialog.setItems({});
    QVERIFY(tray.list()->parentWidget()->isHidden());
    QSignalSpy discarded(&tray.dialog, &NotSentTray::discardRequested);
    tray.button(u"notSentDiscard"_s)->click(); // about nothing
    QVERIFY(discarded.isEmpty());
}

AKWABA_PICTURES_MAIN(TestNotSentTray)

#include "tst_notsenttray.moc"

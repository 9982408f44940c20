// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/wordsdialog.h"

#include "core/base/async.h"
#include "ui/text/errorwords.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/formfield.h"

#include <QBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace akwaba {

WordsDialog::WordsDialog(FormKeeper keeper, QWidget *parent)
    : QDialog(parent), m_keeper(std::move(keeper)), m_body(new QVBoxLayout), m_foot(new DialogFoot),
      m_cancel(new QPushButton(this)), m_finisher(new QPushButton(this))
{
    m_cancel->setObjectName(u"wordsCancel"_s);
    m_finisher->setObjectName(u"wordsFinish"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_cancel->setText(translate("Words", "Cancel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(m_body, 1);
    column->addWidget(m_foot);
    for (QPushButton *button : {m_cancel, m_finisher})
        m_foot->add(button);
    for (const QKeySequence &keys : {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)})
        connect(new QShortcut(keys, this), &QShortcut::activated, this, &WordsDialog::tryToFinish);
    connect(&m_journalSoon, &QTimer::timeout, this, &WordsDialog::flush);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_finisher, &QPushButton::clicked, this, &WordsDialog::tryToFinish);
}

void WordsDialog::setFootNote(const QString &note)
{
    m_quietNote = note;
    showKept({});
}

void WordsDialog::tellResumed()
{
    m_isKept = true;
    setFootNote(translate("Words", "What was written before is here again."));
}

void WordsDialog::edited()
{
    m_journalSoon.noteChange();
    check();
}

/// Writes down now what is not written down yet.
void WordsDialog::flush()
{
    m_journalSoon.stop();
    if (!holdsWords()) return forget();
    m_isKept = true;
    onResult(m_keeper.journal(written()), this, [this](const Result<void> &answer) { showKept(answer); });
}

void WordsDialog::forget()
{
    m_journalSoon.stop();
    if (!std::exchange(m_isKept, false)) return;
    onResult(m_keeper.forget(written()), this, [this](const Result<void> &answer) { showKept(answer); });
}

/// Loud only where it failed; the next change tries again.
void WordsDialog::showKept(const Result<void> &answer)
{
    if (answer) return m_foot->setNote(m_quietNote);
    m_foot->setNote(translate("Composer", "Draft not saved. %1").arg(sentence(answer.error().code)), Token::Breach);
}

void WordsDialog::abandon()
{
    m_journalSoon.stop();
    QDialog::reject();
}

void WordsDialog::hideEvent(QHideEvent *event)
{
    if (m_journalSoon.isActive()) flush();
    QDialog::hideEvent(event);
}

void WordsDialog::check()
{
    const std::optional<Missing> what = missing();
    m_finisher->setEnabled(!what);
    m_finisher->setToolTip(what ? what->sentence : QString());
    if (m_blamed != nullptr && (!what || what->field != m_blamed)) complain({});
}

/// Beneath its field, and only there.
void WordsDialog::complain(const std::optional<Missing> &what)
{
    if (m_blamed != nullptr) m_blamed->setError({});
    m_blamed = what ? what->field : nullptr;
    if (m_blamed == nullptr) return;
    m_blamed->setError(what->sentence);
    m_blamed->setFocus(Qt::OtherFocusReason);
}

void WordsDialog::tryToFinish()
{
    const std::optional<Missing> what = missing();
    if (what) return complain(what);
    m_journalSoon.stop(); // who performs it forgets the rest
    finish();
    accept();
}

void WordsDialog::reject()
{
    const auto close = [this] {
        forget();
        QDialog::reject();
    };
    if (!holdsWords()) return close();
    auto *question = new QMessageBox(QMessageBox::Question, windowTitle(),
                                     translate("Words", "Throw away what you wrote?"), QMessageBox::NoButton, this);
    question->setObjectName(u"wordsQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *away = question->addButton(translate("Words", "Throw away"), QMessageBox::AcceptRole);
    QPushButton *stay = question->addButton(translate("Words", "Go on writing"), QMessageBox::RejectRole);
    setLook(away, ButtonLook::Danger);
    question->setDefaultButton(stay);
    question->setEscapeButton(stay);
    connect(away, &QPushButton::clicked, this, close);
    question->open();
}

} // namespace akwaba

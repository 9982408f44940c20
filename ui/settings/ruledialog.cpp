// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/ruledialog.h"

#include "core/sla/ruleedits.h"
#include "ui/settings/rulelist.h"
#include "ui/text/quantities.h"
#include "ui/text/rulewords.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace akwaba {

RuleDialog::RuleDialog(const Words &words, RuleList *list, QWidget *form, const Parts &parts, QWidget *parent)
    : QDialog(parent), m_names(words), m_parts(parts), m_list(list), m_listButtons(new QHBoxLayout),
      m_scroll(new QScrollArea), m_banner(new Banner), m_title(new Label(TextStyle::PaneTitle)),
      m_reason(new QLineEdit), m_isLater(new QCheckBox(translate("Rules", "Only from"))), m_since(new QDateTimeEdit),
      m_panel(new TrialPanel(u"ruleEffect"_s, parts.pause)), m_new(new QPushButton(translate("Rules", "New"))),
      m_close(new QPushButton(translate("Rules", "Close"))), m_apply(new QPushButton(translate("Rules", "Apply")))
{
    setObjectName(words.name);
    setWindowTitle(words.title);
    build(form);
    connectParts();
    resize(themeOf(this).px(1100), themeOf(this).px(700));
}

void RuleDialog::build(QWidget *form)
{
    const Theme &theme = themeOf(this);
    m_banner->hide();
    m_banner->setCloseName(translate("Rules", "Close"));
    auto *panes = new QHBoxLayout;
    panes->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(12));
    panes->setSpacing(theme.px(20));
    panes->addWidget(left(), 5);
    panes->addWidget(right(form), 9);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addLayout(panes, 1);
    column->addWidget(foot());
}

QWidget *RuleDialog::left()
{
    const Theme &theme = themeOf(this);
    m_new->setObjectName(u"ruleNew"_s);
    m_new->setAutoDefault(false);
    m_listButtons->setSpacing(theme.px(8));
    m_listButtons->addWidget(m_new);
    m_listButtons->addStretch();
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins({});
    column->setSpacing(theme.px(12));
    column->addWidget(m_list, 1);
    column->addLayout(m_listButtons);
    return pane;
}

QWidget *RuleDialog::right(QWidget *form)
{
    m_title->setObjectName(u"ruleTitle"_s);
    m_title->setElided(true);
    m_scroll->setObjectName(u"ruleScroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus); // it follows the focus within
    form->layout()->setContentsMargins(0, 0, themeOf(this).px(12), 0);
    m_scroll->setWidget(form);
    // A line that was just added has no place yet.
    connect(qApp, &QApplication::focusChanged, m_scroll, [scroll = m_scroll](QWidget *, QWidget *now) {
        if (now == nullptr || !scroll->isAncestorOf(now)) return;
        QTimer::singleShot(0, now, [scroll, now] { scroll->ensureWidgetVisible(now); });
    });
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins({});
    column->setSpacing(themeOf(this).px(10));
    column->addWidget(m_title);
    column->addWidget(m_scroll, 1);
    column->addWidget(change());
    column->addWidget(m_panel);
    return pane;
}

/// Why, and from when on.
QWidget *RuleDialog::change()
{
    m_reason->setObjectName(u"ruleReason"_s);
    m_reason->setMaxLength(sla::longestRuleText);
    m_reason->setPlaceholderText(translate("Rules", "Everybody reads it in “Why this due date?”"));
    m_isLater->setObjectName(u"ruleLater"_s);
    m_since->setObjectName(u"ruleSince"_s);
    m_since->setAccessibleName(translate("Rules", "Counts from"));
    m_since->setCalendarPopup(true);
    m_since->setMinimumWidth(themeOf(this).px(160)); // a popup's arrow is not in its own hint
    m_since->setEnabled(false);
    auto *when = new QWidget;
    auto *moment = new QHBoxLayout(when);
    moment->setContentsMargins({});
    moment->setSpacing(themeOf(this).px(8));
    moment->addWidget(m_isLater);
    moment->addWidget(m_since);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->setSpacing(themeOf(this).px(12));
    row->addWidget(new FormField(translate("Rules", "Reason of the change"), m_reason), 1);
    row->addWidget(when, 0, Qt::AlignBottom);
    return box;
}

QWidget *RuleDialog::foot()
{
    auto *foot = new DialogFoot(m_names.hint);
    m_close->setObjectName(u"ruleClose"_s);
    m_apply->setObjectName(u"ruleApply"_s);
    setLook(m_apply, ButtonLook::Primary);
    foot->add(m_close);
    foot->add(m_apply);
    return foot;
}

void RuleDialog::connectParts()
{
    connect(m_list, &RuleList::chosen, this, [this](const QString &id) {
        if (id == shown()) return;
        // Until the question is answered, what is in the form is what is chosen.
        if (isEdited()) m_list->select(shown());
        unlessLost([this, id] {
            m_list->select(id);
            choose(id);
        });
    });
    connect(m_banner, &Banner::closed, m_banner, &QWidget::hide);
    connect(m_new, &QPushButton::clicked, this, [this] {
        unlessLost([this] {
            m_list->select({});
            showNew();
        });
    });
    connect(m_reason, &QLineEdit::textChanged, this, &RuleDialog::refresh);
    connect(m_isLater, &QCheckBox::toggled, this, [this](bool isLater) {
        m_since->setEnabled(isLater);
        refresh();
    });
    connect(m_since, &QDateTimeEdit::dateTimeChanged, this, &RuleDialog::refresh);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        m_isBusy = true;
        refresh();
        apply();
    });
}

void RuleDialog::setOnline(bool online)
{
    if (online == m_isOnline) return;
    m_isOnline = online;
    m_banner->hide();
    if (!online) tell(Banner::Kind::Warning, m_names.offline);
    refresh();
}

void RuleDialog::reject()
{
    ask(isChanged(), [this] { QDialog::reject(); });
}

void RuleDialog::ask(bool isAtStake, const std::function<void()> &go)
{
    if (!isAtStake) return go();
    auto *question = new QMessageBox(QMessageBox::Question, m_names.title,
                                     translate("Rules", "What you changed here has not been applied. Throw it away?"),
                                     QMessageBox::NoButton, this);
    question->setObjectName(u"ruleQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *drop = question->addButton(translate("Rules", "Throw away"), QMessageBox::DestructiveRole);
    QPushButton *keep = question->addButton(translate("Rules", "Go on editing"), QMessageBox::RejectRole);
    setLook(drop, ButtonLook::Danger);
    question->setDefaultButton(keep);
    connect(drop, &QPushButton::clicked, this, go);
    question->open();
}

void RuleDialog::begin(const QString &title, const QDateTime &since)
{
    m_wasRefused = false;
    const bool isPending = since.isValid() && since > now();
    m_title->setText(
        isPending ? translate("Rules", "%1: counts from %2", "a rule and a moment").arg(title, moment(since, now()))
                  : title);
    m_scroll->verticalScrollBar()->setValue(0);
    m_reason->clear();
    m_isLater->setChecked(false);
    // The next full hour: nobody means a moment that is over once he has typed the rest.
    const QDateTime next = now().toLocalTime().addSecs(60 * 60);
    m_since->setDateTime(QDateTime(next.date(), QTime(next.time().hour(), 0)));
    refresh();
}

QString RuleDialog::trialTitle() const
{
    if (!isChanged()) return translate("Rules", "As it is now");
    // What it moves then depends on what will be open then.
    return m_isLater->isChecked() ? translate("Rules", "If it counted from now on")
                                  : translate("Rules", "If it is applied");
}

QString RuleDialog::reason() const { return m_reason->text().trimmed(); }

QDateTime RuleDialog::since() const { return m_isLater->isChecked() ? m_since->dateTime().toUTC() : QDateTime(); }

/// Why nothing can be applied; empty where it can.
QString RuleDialog::whyNot() const
{
    if (!m_isOnline) return translate("Unavailable", "there is no connection to the server");
    if (const QString wrong = problem(); !wrong.isEmpty()) return wrong;
    if (!isChanged()) return translate("Rules", "Nothing has been changed.");
    if (const auto flaw = sla::reasonFlaw(m_reason->text())) return sentence(*flaw);
    if (m_isLater->isChecked() && since() <= now()) return sentence(RuleFlaw::InThePast);
    return {};
}

void RuleDialog::refresh()
{
    const QString why = whyNot();
    m_apply->setEnabled(why.isEmpty() && !m_isBusy);
    m_apply->setToolTip(why);
    m_apply->setAccessibleDescription(why);
    const QString wrong = problem();
    if (!wrong.isEmpty())
        m_panel->explain(wrong);
    else if (!m_isOnline)
        m_panel->explain(translate("Rules", "What it would move can be told with a connection only."));
    else
        m_panel->tryOut(trial());
}

void RuleDialog::finish(const QString &done)
{
    m_isBusy = false;
    tell(Banner::Kind::Good, done);
}

void RuleDialog::fail(const Error &error)
{
    m_isBusy = false;
    m_wasRefused = m_wasRefused || error.code == Code::Conflict;
    tell(Banner::Kind::Bad, whyRefused(error));
    refresh();
}

void RuleDialog::tell(Banner::Kind kind, const QString &words)
{
    m_banner->setMessage(kind, words);
    m_banner->show();
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/listdialog.h"

#include "ui/settings/rulelist.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace akwaba {

ListDialog::ListDialog(const Words &words, RuleList *list, QWidget *form, QWidget *parent)
    : QDialog(parent), m_names(words), m_list(list), m_listButtons(new QHBoxLayout), m_scroll(new QScrollArea),
      m_right(new QVBoxLayout), m_banner(new Banner), m_title(new Label(TextStyle::PaneTitle)),
      m_new(new QPushButton(translate("Rules", "New"))), m_close(new QPushButton(translate("Rules", "Close"))),
      m_apply(new QPushButton(translate("Rules", "Apply")))
{
    setObjectName(words.name);
    setWindowTitle(words.title);
    build(form);
    connectParts();
    resize(themeOf(this).px(1100), themeOf(this).px(700));
}

void ListDialog::build(QWidget *form)
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

QWidget *ListDialog::left()
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

QWidget *ListDialog::right(QWidget *form)
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
    pane->setLayout(m_right);
    m_right->setContentsMargins({});
    m_right->setSpacing(themeOf(this).px(10));
    m_right->addWidget(m_title);
    m_right->addWidget(m_scroll, 1);
    return pane;
}

QWidget *ListDialog::foot()
{
    auto *foot = new DialogFoot(m_names.hint);
    m_close->setObjectName(u"ruleClose"_s);
    m_apply->setObjectName(u"ruleApply"_s);
    setLook(m_apply, ButtonLook::Primary);
    foot->add(m_close);
    foot->add(m_apply);
    return foot;
}

void ListDialog::connectParts()
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
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        m_isBusy = true;
        refresh();
        apply();
    });
}

void ListDialog::setOnline(bool online)
{
    if (online == m_isOnline) return;
    m_isOnline = online;
    m_banner->hide();
    if (!online) tell(Banner::Kind::Warning, m_names.offline);
    refresh();
}

void ListDialog::reject()
{
    ask(isChanged(), [this] { QDialog::reject(); });
}

void ListDialog::ask(bool isAtStake, const std::function<void()> &go)
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

void ListDialog::addBelow(QWidget *widget) { m_right->addWidget(widget); }

void ListDialog::begin(const QString &title)
{
    m_wasRefused = false;
    m_title->setText(title);
    m_scroll->verticalScrollBar()->setValue(0);
    refresh();
}

QString ListDialog::whyNot() const
{
    if (!m_isOnline) return translate("Unavailable", "there is no connection to the server");
    if (const QString wrong = problem(); !wrong.isEmpty()) return wrong;
    return isChanged() ? QString() : translate("Rules", "Nothing has been changed.");
}

void ListDialog::refresh()
{
    const QString why = whyNot();
    m_apply->setEnabled(why.isEmpty() && !m_isBusy);
    m_apply->setToolTip(why);
    m_apply->setAccessibleDescription(why);
}

void ListDialog::finish(const QString &done)
{
    m_isBusy = false;
    tell(Banner::Kind::Good, done);
}

void ListDialog::fail(const Error &error)
{
    m_isBusy = false;
    m_wasRefused = m_wasRefused || error.code == Code::Conflict;
    tell(Banner::Kind::Bad, refusal(error));
    refresh();
}

void ListDialog::tell(Banner::Kind kind, const QString &words)
{
    m_banner->setMessage(kind, words);
    m_banner->show();
}

} // namespace akwaba

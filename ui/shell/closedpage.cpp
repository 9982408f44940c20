// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/closedpage.h"

#include "ui/shell/intentwords.h"
#include "ui/shell/panel.h"
#include "ui/text/errorwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/label.h"
#include "ui/widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>
#include <QScrollArea>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

constexpr int closedWidth = 520;

Label *wrapped(TextStyle style, Token color)
{
    auto *label = new Label(style, color);
    label->setWordWrap(true);
    return label;
}

} // namespace

ClosedPage::ClosedPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"closedPage"_s);
    build();
    retranslate();
}

void ClosedPage::build()
{
    const Theme &theme = themeOf(this);
    auto *column = new QWidget;
    column->setFixedWidth(theme.px(closedWidth));
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, theme.px(24), 0, theme.px(24));
    layout->setSpacing(theme.px(12));
    layout->addStretch(1);
    layout->addWidget(new IconLabel(u"shield-lock"_s, 32), 0, Qt::AlignHCenter);
    m_title = wrapped(TextStyle::Title, Token::Text1);
    m_title->setAlignment(Qt::AlignHCenter);
    layout->addWidget(m_title);
    m_reason = wrapped(TextStyle::Body, Token::Text2);
    m_reason->setAlignment(Qt::AlignHCenter);
    layout->addWidget(m_reason);
    m_banner = new Banner;
    m_banner->setObjectName(u"closedBanner"_s);
    m_banner->hide();
    layout->addWidget(m_banner);

    auto *ways = new QHBoxLayout;
    ways->setSpacing(theme.px(8));
    m_try = new QPushButton;
    m_try->setObjectName(u"closedTry"_s);
    setLook(m_try, ButtonLook::Primary);
    m_logIn = new QPushButton;
    m_logIn->setObjectName(u"closedLogIn"_s);
    ways->addStretch();
    ways->addWidget(m_try);
    ways->addWidget(m_logIn);
    ways->addStretch();
    layout->addLayout(ways);

    m_unsent = new QWidget;
    m_unsent->setObjectName(u"closedUnsent"_s);
    m_entries = new QVBoxLayout(m_unsent);
    m_entries->setContentsMargins(0, theme.px(12), 0, 0);
    m_entries->setSpacing(theme.px(8));
    m_unsentTitle = wrapped(TextStyle::BodyStrong, Token::Text1);
    m_entries->addWidget(m_unsentTitle);
    m_unsent->hide();
    layout->addWidget(m_unsent);
    layout->addStretch(2);

    auto *middle = new QWidget;
    auto *across = new QHBoxLayout(middle);
    across->addWidget(column, 0, Qt::AlignHCenter);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(middle);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    setFocusProxy(m_try);

    connect(m_try, &QPushButton::clicked, this, &ClosedPage::tryRequested);
    connect(m_logIn, &QPushButton::clicked, this, &ClosedPage::logInRequested);
}

void ClosedPage::setReason(const Lease &lease, const QDateTime &now)
{
    m_lease = lease;
    m_now = now;
    retranslate();
}

void ClosedPage::setUnsent(const UnsentWork &work)
{
    m_work = work;
    fillUnsent();
}

/// Not disabled: the keyboard would go on to the next button.
void ClosedPage::setBusy() { m_try->setText(translate("ClosedPage", "Connecting…")); }

void ClosedPage::showError(Code code)
{
    retranslate();
    m_banner->setMessage(code == Code::Unreachable ? Banner::Kind::Warning : Banner::Kind::Bad, sentence(code));
    m_banner->show();
}

void ClosedPage::retranslate()
{
    m_title->setText(translate("ClosedPage", "The copy on this computer is closed"));
    m_reason->setText(
        stateOf(m_lease, m_now) == LeaseState::ClockSetBack
            ? translate("ClosedPage",
                        "The clock of this computer went back, so that nobody can tell how long the copy was without "
                        "the server. It opens again at the next contact, as it was.")
            : translate(
                  "ClosedPage",
                  "Your company lets it be opened for some time without the server; that time ended on %1. It opens "
                  "again at the next contact, as it was.")
                  .arg(fullMoment(m_lease.endsAt)));
    m_try->setText(translate("ClosedPage", "Try now"));
    m_logIn->setText(translate("ClosedPage", "Log in again"));
    fillUnsent();
}

void ClosedPage::fillUnsent()
{
    while (m_entries->count() > 1) {
        QLayoutItem *last = m_entries->takeAt(1);
        delete last->widget();
        delete last;
    }
    m_unsent->setVisible(!m_work.isEmpty());
    m_unsentTitle->setText(translate("ClosedPage", "Written here and not sent yet: kept, and sent after the contact"));
    for (const Intent &intent : std::as_const(m_work.intents))
        addEntry(intentTitle(intent), intentText(intent));
    for (const Draft &draft : std::as_const(m_work.drafts))
        addEntry(translate("ClosedPage", "Draft"), draft.text);
    for (const Intent &begun : std::as_const(m_work.forms))
        addEntry(translate("ClosedPage", "Begun: %1").arg(intentTitle(begun)), intentText(begun));
}

void ClosedPage::addEntry(const QString &title, const QString &text)
{
    const Theme &theme = themeOf(this);
    auto *panel = new Panel(Token::Raised);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10));
    layout->setSpacing(theme.px(4));
    layout->addWidget(new Label(title, TextStyle::BodyMedium));
    if (!text.isEmpty()) {
        auto *words = wrapped(TextStyle::Body, Token::Text2);
        words->setTextFormat(Qt::PlainText);
        words->setText(text);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        layout->addWidget(words);
    }
    m_entries->addWidget(panel);
}

void ClosedPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

} // namespace akwaba

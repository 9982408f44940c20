// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/whydialog.h"

#include "ui/text/timesleft.h"
#include "ui/text/translate.h"
#include "ui/ticket/clockstrip.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/label.h"
#include "ui/widgets/smallwidgets.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int reasonColumn = 3;
constexpr int durationColumn = 4;

} // namespace

WhyDialog::WhyDialog(Parts parts, QWidget *parent)
    : QDialog(parent), m_parts(std::move(parts)), m_tabs(new QTabBar), m_title(new Label(TextStyle::Title)),
      m_summary(new Label(TextStyle::Body, Token::Text2)), m_left(new PillLabel), m_policy(new StatusChip),
      m_calendar(new StatusChip), m_zone(new StatusChip), m_because(new Label(TextStyle::Small, Token::Text2)),
      m_annulled(new Label(TextStyle::Small, Token::Text1)), m_alerts(new Label(TextStyle::Micro, Token::Text3)),
      m_strip(new ClockStrip), m_rows(new QTreeWidget)
{
    setObjectName(u"whyDialog"_s);
    setWindowTitle(translate("Clock", "Why this due date?"));
    build();
    connect(m_tabs, &QTabBar::currentChanged, this, &WhyDialog::showClock);
    showClock(0);
    const Theme &theme = themeOf(this);
    resize(theme.px(840), theme.px(590));
}

void WhyDialog::build()
{
    const Theme &theme = themeOf(this);
    m_tabs->setObjectName(u"whyTabs"_s);
    m_tabs->setDrawBase(false);
    for (const sla::SlaClock &clock : m_parts.clocks) {
        const int tab = m_tabs->addTab(word(clock.target));
        if (!clock.isOpen()) m_tabs->setTabText(tab, word(clock.target) + u" ✓"_s);
    }
    m_rows->setObjectName(u"whyRows"_s);
    m_rows->setAccessibleName(translate("Clock", "Counted stretches and pauses"));
    m_rows->setRootIsDecorated(false);
    m_rows->setUniformRowHeights(true);
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->setHeaderLabels({translate("Clock", "From"), translate("Clock", "To"), translate("Clock", "Effect"),
                             translate("Clock", "Reason"), translate("Clock", "Duration")});
    m_rows->headerItem()->setTextAlignment(durationColumn, Qt::AlignRight | Qt::AlignVCenter);
    m_rows->header()->setStretchLastSection(false);
    for (int column = 0; column <= durationColumn; ++column)
        m_rows->header()->setSectionResizeMode(
            column, column == reasonColumn ? QHeaderView::Stretch : QHeaderView::ResizeToContents);

    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *page = new QWidget;
    auto *body = new QVBoxLayout(page);
    body->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(12));
    body->setSpacing(theme.px(10));
    body->addWidget(head());
    body->addWidget(m_strip);
    m_alerts->setAlignment(Qt::AlignRight);
    body->addWidget(m_alerts);
    body->addWidget(m_rows, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(theme.px(16), 0, theme.px(16), 0);
    tabs->addWidget(m_tabs);
    tabs->addStretch(1);
    column->addLayout(tabs);
    column->addWidget(page, 1);
    column->addWidget(foot());
}

QWidget *WhyDialog::head()
{
    const Theme &theme = themeOf(this);
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    auto *words = new QVBoxLayout;
    words->setSpacing(theme.px(2));
    m_title->setObjectName(u"whyTitle"_s);
    m_zone->setObjectName(u"whyZone"_s);
    words->addWidget(m_title);
    words->addWidget(m_summary);
    auto *chips = new QHBoxLayout;
    chips->setSpacing(theme.px(6));
    chips->setContentsMargins(0, theme.px(8), 0, theme.px(4));
    for (StatusChip *chip : {m_policy, m_calendar, m_zone}) {
        chip->setFocusPolicy(Qt::NoFocus);
        chip->setAttribute(Qt::WA_TransparentForMouseEvents);
        chips->addWidget(chip);
    }
    chips->addStretch(1);
    words->addLayout(chips);
    m_because->setWordWrap(true);
    words->addWidget(m_because);
    m_annulled->setObjectName(u"whyAnnulled"_s);
    m_annulled->setWordWrap(true);
    words->addWidget(m_annulled);
    row->addLayout(words, 1);
    row->addWidget(m_left, 0, Qt::AlignTop);
    return head;
}

QWidget *WhyDialog::foot()
{
    auto *foot = new DialogFoot(translate("Clock", "The server and this computer count alike"));
    auto *copying = new QPushButton(translate("Clock", "Copy"));
    auto *closing = new QPushButton(translate("Clock", "Close"));
    setLook(closing, ButtonLook::Primary);
    connect(copying, &QPushButton::clicked, this, &WhyDialog::copy);
    connect(closing, &QPushButton::clicked, this, &QDialog::accept);
    foot->add(copying);
    foot->add(closing);
    closing->setDefault(true);
    return foot;
}

void WhyDialog::showClock(int index)
{
    if (index < 0 || std::size_t(index) >= m_parts.clocks.size()) return;
    const sla::SlaClock &clock = m_parts.clocks[std::size_t(index)];
    const sla::Explanation found = sla::explain(*m_parts.rules, clock, m_parts.now.toMSecsSinceEpoch());
    m_shown = inWords(found, *m_parts.rules, clock, m_parts.now, m_parts.nameOf);
    m_title->setText(m_shown.title);
    m_summary->setText(m_shown.summary);
    const Pill pill = m_parts.times.pillOf(clock, m_parts.now);
    m_left->setPill(pill, word(clock.target) + u", "_s + pill.text);
    const auto say = [](StatusChip *chip, const QString &icon, const QString &words) {
        chip->setPlain(icon, words);
        chip->setVisible(!words.isEmpty());
    };
    say(m_policy, u"alarm"_s, m_shown.policy);
    say(m_calendar, u"calendar"_s, m_shown.calendar);
    say(m_zone, u"world"_s, m_shown.zone);
    m_because->setText(m_shown.because);
    m_because->setVisible(!m_shown.because.isEmpty());
    m_annulled->setText(m_shown.annulled.join(u'\n'));
    m_annulled->setVisible(!m_shown.annulled.isEmpty());
    m_alerts->setText(m_shown.alerts);
    m_alerts->setVisible(!m_shown.alerts.isEmpty());
    m_strip->show(found, clock.dueAt, m_shown.timeZone, m_parts.now);
    m_rows->clear();
    for (const ClockExplanation::Row &row : m_shown.rows) {
        auto *item = new QTreeWidgetItem(m_rows, {row.from, row.to, row.effect, row.reason, row.duration});
        item->setTextAlignment(durationColumn, Qt::AlignRight | Qt::AlignVCenter);
        for (int column = 0; column <= durationColumn; ++column)
            item->setToolTip(column, item->text(column));
    }
}

void WhyDialog::copy() { QGuiApplication::clipboard()->setText(m_shown.text()); }

} // namespace akwaba

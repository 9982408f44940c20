// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/holidaytrial.h"

#include "core/sla/rules.h"
#include "ui/settings/holidaywords.h"
#include "ui/text/errorwords.h"
#include "ui/text/translate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/smallwidgets.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

bool doAlike(const Holiday &one, const Holiday &other)
{
    return one.id == other.id && one.rev == other.rev && one.state == other.state && sla::closeAlike(one, other);
}

QString titleFor(const Holiday &wanted)
{
    switch (wanted.state) {
    case HolidayState::Planned: return {};
    case HolidayState::Confirmed:
        return wanted.id.isEmpty() ? translate("Holidays", "If it is declared")
                                   : translate("Holidays", "If it is confirmed");
    case HolidayState::Cancelled: return translate("Holidays", "If it is cancelled");
    }
    Q_UNREACHABLE();
}

} // namespace

HolidayTrial::HolidayTrial(HolidayWays ways, std::chrono::milliseconds pause, QWidget *parent)
    : QWidget(parent), m_ways(std::move(ways)), m_icon(new IconLabel(u"info-circle"_s, 16, Token::Text2)),
      m_title(new Label(TextStyle::Micro, Token::Text2)), m_words(new Label(TextStyle::BodyStrong)),
      m_extent(new Label(TextStyle::Small, Token::Text3))
{
    const Theme &theme = themeOf(this);
    m_words->setObjectName(u"holidayEffect"_s);
    for (Label *label : {m_words, m_extent})
        label->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(theme.px(2));
    texts->addWidget(m_title);
    texts->addWidget(m_words);
    texts->addWidget(m_extent);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10));
    row->setSpacing(theme.px(8));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &HolidayTrial::ask);
}

void HolidayTrial::tryOut(const Holiday &holiday, HolidayState state)
{
    m_wanted = holiday;
    m_wanted->state = state;
    if (m_asked && doAlike(*m_asked, *m_wanted)) return;
    m_asked.reset(); // what is under way is about another one
    m_title->setText(titleFor(*m_wanted));
    say(u"refresh"_s, translate("Holidays", "Counting which due dates move…"));
    m_soon.start();
}

void HolidayTrial::explain(const QString &words)
{
    m_wanted.reset();
    m_asked.reset();
    m_soon.stop();
    m_title->setText({});
    say(u"info-circle"_s, words);
}

void HolidayTrial::ask()
{
    if (!m_wanted || m_isAsking) return; // the answer brings us here again
    m_isAsking = true;
    m_asked = m_wanted;
    onResult(m_ways.tryOut(*m_wanted), this, [this](const Result<RuleEffect> &effect) { answered(effect); });
}

void HolidayTrial::answered(const Result<RuleEffect> &effect)
{
    m_isAsking = false;
    if (!m_wanted) return;
    if (!m_asked) {
        if (!m_soon.isActive()) ask();
        return;
    }
    if (effect)
        say(effect->becomeLate > 0 ? u"alert-triangle"_s : u"info-circle"_s, sentence(*effect), extentOf(*effect));
    else
        say(u"alert-triangle"_s, translate("Holidays", "What it would move can't be told now."),
            sentence(effect.error().code));
}

void HolidayTrial::say(const QString &iconName, const QString &words, const QString &extent)
{
    m_icon->setIcon(iconName, iconName == "alert-triangle"_L1 ? Token::Warn : Token::Text2);
    m_title->setVisible(!m_title->text().isEmpty());
    m_words->setText(words);
    m_extent->setText(extent);
    m_extent->setVisible(!extent.isEmpty());
    QAccessibleEvent told(m_words, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void HolidayTrial::paintEvent(QPaintEvent * /*event*/)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::Line), 1));
    painter.setBrush(theme.color(Token::Sunken));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6));
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/syncbadge.h"

#include "ui/text/errorwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QEvent>
#include <QPainter>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

constexpr int badgeHeight = 26;
constexpr int padding = 8;
constexpr int partGap = 5;

/// Icon, word and a quieter detail in a round frame: both badges.
struct Badge {
    QString icon;
    QString text;
    QString detail;
    Token iconInk = Token::Text2;
    Token ink = Token::Text2;
    Token detailInk = Token::Text3;
    Token ground = Token::Base;
    bool framed = true;
    bool strong = false;

    [[nodiscard]] QSize size(const Theme &theme) const
    {
        const QFontMetricsF metrics(theme.font(strong ? TextStyle::SmallStrong : TextStyle::Small));
        const QFontMetricsF quiet(theme.font(TextStyle::Small));
        qreal width = theme.px(2 * padding + 16 + partGap) + metrics.horizontalAdvance(text);
        if (!detail.isEmpty()) width += theme.px(partGap) + tabularWidth(quiet, detail);
        return {qCeil(width), theme.px(badgeHeight)};
    }

    void paint(QPainter &painter, const QRect &rect, const Theme &theme, bool hot) const
    {
        const QColor fill = hot && framed ? theme.color(Token::Hover) : theme.color(ground);
        paintPanel(painter, rect, rect.height() / 2.0, fill, framed ? theme.color(Token::Line) : QColor());
        QRectF at(rect.left() + theme.px(padding), rect.top(), theme.px(16), rect.height());
        paintIcon(painter, at, theme, icon, theme.color(iconInk));
        at.setLeft(at.right() + theme.px(partGap));
        at.setRight(rect.right());
        painter.setFont(theme.font(strong ? TextStyle::SmallStrong : TextStyle::Small));
        painter.setPen(theme.color(ink));
        painter.drawText(at, Qt::AlignVCenter | Qt::AlignLeft, text);
        at.setLeft(at.left() + painter.fontMetrics().horizontalAdvance(text) + theme.px(partGap));
        painter.setFont(theme.font(TextStyle::Small));
        painter.setPen(theme.color(detailInk));
        drawTabular(painter, at, Qt::AlignVCenter | Qt::AlignLeft, detail);
    }
};

Badge badgeOf(const SyncWords &words)
{
    if (words.isCalm) return {words.icon, words.text, words.detail, words.tone.ink};
    return {words.icon,        words.text, words.detail, words.tone.ink, words.tone.ink, words.tone.ink,
            words.tone.ground, false,      true};
}

QString dataOf(const SyncStatus &status)
{
    return status.dataAsOf.isValid() ? translate("SyncBadge", "data of %1").arg(clockTime(status.dataAsOf)) : QString();
}

SyncWords connectingWords(const SyncStatus &status)
{
    SyncWords words{u"refresh"_s, translate("SyncBadge", "Connecting"), dataOf(status), {Token::Text2, Token::Base}};
    if (status.phase == SyncPhase::Syncing) {
        words.text = translate("SyncBadge", "Synchronising");
        if (status.rowsTotal > 0)
            words.detail = translate("SyncBadge", "%1 %").arg(100 * status.rowsDone / status.rowsTotal);
        else if (status.rowsDone > 0)
            words.detail = number(status.rowsDone);
    }
    return words;
}

} // namespace

bool isOffline(const SyncStatus &status)
{
    switch (status.phase) {
    case SyncPhase::Offline: return true;
    case SyncPhase::Connecting:
    case SyncPhase::Syncing: return status.reason.has_value(); // after the first failure no longer "connecting"
    case SyncPhase::Paused: return status.reason == Code::Offline; // by choice
    case SyncPhase::Live: return false;
    }
    Q_UNREACHABLE();
}

SyncWords syncWords(const SyncStatus &status)
{
    const SyncWords offline{
        u"cloud-off"_s, translate("SyncBadge", "Offline"), dataOf(status), {Token::Warn, Token::WarnSoft}, false};
    if (isOffline(status)) return offline;
    switch (status.phase) {
    case SyncPhase::Live:
        return {u"cloud-check"_s,
                translate("SyncBadge", "Up to date"),
                clockTime(status.dataAsOf),
                {Token::Solved, Token::SolvedSoft}};
    case SyncPhase::Connecting:
    case SyncPhase::Syncing: return connectingWords(status);
    case SyncPhase::Offline: return offline;
    case SyncPhase::Paused:
        return {u"alert-triangle"_s,
                translate("SyncBadge", "Synchronisation stopped"),
                dataOf(status),
                {Token::Breach, Token::BreachSoft},
                false};
    }
    return {};
}

SyncBadge::SyncBadge(QWidget *parent) : PaintedButton(parent)
{
    setObjectName(u"syncBadge"_s);
    setFocusRadius(badgeHeight / 2);
    setStatus({});
}

void SyncBadge::setStatus(const SyncStatus &status)
{
    m_status = status;
    m_words = syncWords(status);
    setLabel(m_words.detail.isEmpty() ? m_words.text : m_words.text + u' ' + m_words.detail);
    QStringList tip{status.reason ? sentence(*status.reason) : translate("SyncBadge", "Synchronise now")};
    if (status.wasSetBack)
        tip.append(translate("SyncBadge",
                             "This computer was set back to an earlier state. What it had sent by then is safe."));
    if (status.clockIsOff)
        tip.append(translate("SyncBadge", "The clock of this computer is wrong by more than two minutes."));
    setToolTip(tip.join(u'\n'));
    updateGeometry();
    update();
}

QSize SyncBadge::sizeHint() const { return badgeOf(m_words).size(theme()); }

void SyncBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    badgeOf(m_words).paint(painter, rect(), theme(), isHot());
}

void SyncBadge::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) setStatus(m_status);
    PaintedButton::changeEvent(event);
}

OutboxBadge::OutboxBadge(QWidget *parent) : PaintedButton(parent)
{
    setObjectName(u"outboxBadge"_s);
    setFocusRadius(badgeHeight / 2);
    say();
}

void OutboxBadge::setCounts(int pending, int notSent)
{
    m_pending = pending;
    m_notSent = notSent;
    say();
}

void OutboxBadge::say()
{
    setVisible(m_pending > 0 || m_notSent > 0);
    setLabel(m_notSent > 0 ? translate("OutboxBadge", "%n not sent", nullptr, m_notSent)
                           : translate("OutboxBadge", "%n pending", nullptr, m_pending));
    updateGeometry();
    update();
}

static Badge badgeOf(const QString &label, bool refused)
{
    if (refused)
        return {u"alert-triangle"_s, label, {},  Token::Breach, Token::Breach, Token::Breach,
                Token::BreachSoft,   false, true};
    return {u"cloud-upload"_s, label, {}, Token::Accent};
}

QSize OutboxBadge::sizeHint() const { return badgeOf(label(), m_notSent > 0).size(theme()); }

void OutboxBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    badgeOf(label(), m_notSent > 0).paint(painter, rect(), theme(), isHot());
}

void OutboxBadge::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) say();
    PaintedButton::changeEvent(event);
}

} // namespace akwaba

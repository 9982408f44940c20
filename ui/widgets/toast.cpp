// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/styleparts.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace akwaba {

using namespace std::chrono_literals;

namespace {

std::chrono::milliseconds steadyNow()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

// On the ground of a toast, so neither the palette nor a look fits.
class ToastButton final : public QPushButton {
public:
    using QPushButton::QPushButton;

    QSize sizeHint() const override
    {
        const Theme &theme = themeOf(this);
        const QFontMetrics metrics(theme.font(TextStyle::BodyStrong));
        return {metrics.horizontalAdvance(text()) + 2 * theme.px(8), theme.px(26)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = themeOf(this);
        const QColor ink = theme.color(Token::OnTip);
        const QColor ground = theme.color(Token::Tip);
        const bool hot = underMouse() || isDown();
        paintPanel(painter, rect(), theme.px(4), hot ? mixed(ink, ground, 0.15) : QColor(), mixed(ink, ground, 0.4));
        painter.setFont(theme.font(TextStyle::BodyStrong));
        painter.setPen(ink);
        drawTabular(painter, rect(), Qt::AlignCenter, text());
    }
};

} // namespace

Toast::Toast(QWidget *parent, Now now)
    : QWidget(parent), m_now(now ? std::move(now) : Now(steadyNow)),
      m_text(new Label(TextStyle::Body, Token::OnTip, this)), m_button(new ToastButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_text);
    row->addWidget(m_button);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_timer.setInterval(200ms);
    connect(&m_timer, &QTimer::timeout, this, &Toast::refresh);
    connect(m_button, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT undone();
    });
    applyTheme();
    hide();
}

void Toast::start(const QString &text, ButtonText buttonText, std::chrono::milliseconds duration)
{
    replace(text);
    m_button->show();
    m_buttonText = std::move(buttonText);
    m_until = m_now() + duration;
    m_timer.start();
    refresh();
    announce();
}

void Toast::startWaiting(const QString &text)
{
    replace(text);
    m_button->hide();
    announce();
}

void Toast::replace(const QString &text)
{
    if (isRunning()) {
        m_timer.stop();
        Q_EMIT expired();
    }
    m_text->setText(text);
    setAccessibleName(text);
}

void Toast::announce()
{
    adjustSize();
    show();
    raise();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Toast::dismiss()
{
    m_timer.stop();
    hide();
}

int Toast::secondsLeft() const
{
    return int(std::max<qint64>(0, std::chrono::ceil<std::chrono::seconds>(m_until - m_now()).count()));
}

void Toast::refresh()
{
    if (!isRunning()) return;
    const int seconds = secondsLeft();
    if (seconds == 0) {
        dismiss();
        Q_EMIT expired();
        return;
    }
    const QString words = m_buttonText(seconds);
    if (words == m_button->text()) return;
    m_button->setText(words);
    adjustSize();
}

void Toast::applyTheme()
{
    const Theme &theme = themeOf(this);
    setFixedHeight(theme.px(36));
    layout()->setContentsMargins(theme.px(12), 0, theme.px(8), 0);
    layout()->setSpacing(theme.px(10));
}

void Toast::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::StyleChange) return;
    applyTheme();
    adjustSize();
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    paintPanel(painter, rect(), theme.px(6), theme.color(Token::Tip));
}

} // namespace akwaba

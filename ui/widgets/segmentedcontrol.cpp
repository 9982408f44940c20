// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmentedcontrol.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/styleparts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QRadioButton>
#include <QStyle>

namespace akwaba {

namespace {

// A radio button in all but its looks, so that screen readers and exclusivity come from Qt.
class Segment final : public QRadioButton {
public:
    Segment(const QString &text, QString iconName, QWidget *parent)
        : QRadioButton(text, parent), m_iconName(std::move(iconName))
    {
        setProperty("ownFocusRing", true);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const Theme &theme = themeOf(this);
        const QFontMetrics metrics(theme.font(TextStyle::BodyStrong)); // as wide as when current
        int width = metrics.size(Qt::TextShowMnemonic, text()).width() + 2 * theme.px(10);
        if (!m_iconName.isEmpty()) width += theme.px(16) + theme.px(6);
        return {width, theme.px(24)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = themeOf(this);
        if (isChecked()) paintPanel(painter, rect(), theme.px(4), theme.color(Token::Base));
        if (hasFocus()) parts::drawFocusRing({theme, painter, this}, rect(), theme.px(4));
        const bool strong = isChecked() || underMouse();
        const QColor ink = theme.color(!isEnabled() ? Token::TextOff : strong ? Token::Text1 : Token::Text2);
        const QFont font = theme.font(isChecked() ? TextStyle::BodyStrong : TextStyle::Body);
        const int textWidth = QFontMetrics(font).size(Qt::TextShowMnemonic, text()).width();
        const int glyph = m_iconName.isEmpty() ? 0 : theme.px(16);
        const int gap = glyph ? theme.px(6) : 0;
        QRect area(0, 0, glyph + gap + textWidth, height());
        area.moveLeft((width() - area.width()) / 2);
        if (glyph) {
            const QRect place(area.left(), (height() - glyph) / 2, glyph, glyph);
            paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), place), theme, m_iconName, ink);
            area.setLeft(place.right() + 1 + gap);
        }
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), area),
                         Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, text());
    }

private:
    QString m_iconName;
};

} // namespace

SegmentedControl::SegmentedControl(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    applyTheme();
}

int SegmentedControl::addSegment(const QString &text, const QString &iconName)
{
    const int index = count();
    auto *segment = new Segment(text, iconName, this);
    segment->setFocusPolicy(index == 0 ? Qt::StrongFocus : Qt::ClickFocus);
    segment->setChecked(index == 0);
    segment->installEventFilter(this);
    layout()->addWidget(segment);
    m_segments.append(segment);
    if (index == 0) setFocusProxy(segment);
    connect(segment, &QRadioButton::toggled, this, [this, segment, index](bool on) {
        // Tab goes to the current one only.
        segment->setFocusPolicy(on ? Qt::StrongFocus : Qt::ClickFocus);
        if (!on) return;
        setFocusProxy(segment);
        Q_EMIT currentChanged(index);
    });
    return index;
}

void SegmentedControl::setSegmentEnabled(int index, bool enabled) { m_segments.at(index)->setEnabled(enabled); }

int SegmentedControl::currentIndex() const
{
    for (int i = 0; i < count(); ++i)
        if (m_segments.at(i)->isChecked()) return i;
    return -1;
}

void SegmentedControl::setCurrentIndex(int index) { m_segments.at(index)->setChecked(true); }

int SegmentedControl::enabledFrom(int index, int step) const
{
    for (int i = index + step; i >= 0 && i < count(); i += step)
        if (m_segments.at(i)->isEnabled()) return i;
    return index;
}

void SegmentedControl::choose(int index)
{
    if (index < 0 || index >= count()) return;
    m_segments.at(index)->setChecked(true);
    m_segments.at(index)->setFocus(Qt::TabFocusReason);
}

bool SegmentedControl::handleKey(int key)
{
    const int forward = layoutDirection() == Qt::LeftToRight ? 1 : -1;
    switch (key) {
    case Qt::Key_Right: choose(enabledFrom(currentIndex(), forward)); return true;
    case Qt::Key_Left: choose(enabledFrom(currentIndex(), -forward)); return true;
    case Qt::Key_Down: choose(enabledFrom(currentIndex(), 1)); return true;
    case Qt::Key_Up: choose(enabledFrom(currentIndex(), -1)); return true;
    case Qt::Key_Home: choose(enabledFrom(-1, 1)); return true;
    case Qt::Key_End: choose(enabledFrom(count(), -1)); return true;
    default: return false;
    }
}

bool SegmentedControl::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event)->key())) return true;
    return QWidget::eventFilter(watched, event);
}

void SegmentedControl::applyTheme()
{
    const int inset = themeOf(this).px(2);
    layout()->setContentsMargins(inset, inset, inset, inset);
}

void SegmentedControl::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) applyTheme();
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    paintPanel(painter, rect(), theme.px(6), theme.color(Token::ClosedSoft));
}

} // namespace akwaba

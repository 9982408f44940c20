// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/codefield.h"

#include "ui/widgets/buttonlook.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QValidator>

namespace akwaba {

namespace {

class DigitsOnly final : public QValidator {
public:
    using QValidator::QValidator;

    State validate(QString &text, int &cursor) const override
    {
        const auto isOther = [](QChar c) { return c < u'0' || c > u'9'; };
        const qsizetype before =
            std::count_if(text.cbegin(), text.cbegin() + std::min<qsizetype>(cursor, text.size()), isOther);
        text.removeIf(isOther);
        text.truncate(CodeField::length);
        cursor = std::min(cursor - int(before), int(text.size()));
        return text.size() == CodeField::length ? Acceptable : Intermediate;
    }
};

} // namespace

CodeField::CodeField(QWidget *parent) : QLineEdit(parent)
{
    setValidator(new DigitsOnly(this));
    setInputMethodHints(Qt::ImhDigitsOnly);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.size() == length) Q_EMIT completed(text);
    });
    connect(this, &QLineEdit::cursorPositionChanged, this, [this] { update(); });
}

QSize CodeField::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return {length * theme.px(46) + (length - 1) * theme.px(8), theme.px(40)};
}

void CodeField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const qreal gap = theme.px(8);
    const qreal boxWidth = (width() - gap * (length - 1)) / length;
    QFont font = theme.font(TextStyle::Heading);
    font.setPixelSize(theme.px(18));
    font.setWeight(QFont::Normal);
    painter.setFont(font);
    const int current = std::min(cursorPosition(), length - 1);
    for (int i = 0; i < length; ++i) {
        const QRect box(qRound(i * (boxWidth + gap)), 0, qRound(boxWidth), height());
        const bool focused = hasFocus() && i == current;
        const Token border = hasFieldError(this) ? Token::Breach : focused ? Token::Focus : Token::LineStrong;
        paintPanel(painter, box, theme.px(6), theme.color(isEnabled() ? Token::Base : Token::Sunken),
                   theme.color(isEnabled() ? border : Token::Line), focused ? 2 : 1);
        painter.setPen(theme.color(isEnabled() ? Token::Text1 : Token::TextOff));
        if (i < text().size()) painter.drawText(box, Qt::AlignCenter, text().mid(i, 1));
        if (focused && cursorPosition() == i && i >= text().size())
            painter.fillRect(box.center().x(), box.center().y() - theme.px(10), 1, theme.px(20),
                             theme.color(Token::Text1));
    }
}

} // namespace akwaba

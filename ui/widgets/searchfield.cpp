// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchfield.h"

#include "ui/widgets/iconbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/smallwidgets.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace akwaba {

using namespace Qt::StringLiterals;

SearchField::SearchField(const QString &placeholder, const QString &clearName, QWidget *parent)
    : QLineEdit(parent), m_hint(new KeyHint({}, this)), m_clear(new IconButton(u"x"_s, clearName, this))
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    m_clear->setSizes(14, 22);
    m_clear->setCursor(Qt::ArrowCursor);
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(m_clear, &IconButton::clicked, this, [this] {
        clear();
        setFocus(Qt::OtherFocusReason);
    });
    connect(this, &QLineEdit::textChanged, this, &SearchField::arrange);
    arrange();
}

void SearchField::setKeyHint(const QString &key)
{
    m_hint->setText(key);
    setAccessibleDescription(key);
    arrange();
}

void SearchField::arrange()
{
    const Theme &theme = themeOf(this);
    m_hint->setVisible(text().isEmpty() && !m_hint->text().isEmpty());
    m_clear->setVisible(!text().isEmpty());
    int right = 0;
    for (QWidget *part : {static_cast<QWidget *>(m_hint), static_cast<QWidget *>(m_clear)}) {
        if (part->isHidden()) continue;
        const QSize size = part->sizeHint();
        const int side = part == m_clear ? theme.px(3) : theme.px(8);
        const QRect place(QPoint(width() - side - size.width(), (height() - size.height()) / 2), size);
        part->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        right = size.width() + side;
    }
    const int left = theme.px(16) + theme.px(6);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    setTextMargins(mirrored ? right : left, 0, mirrored ? left : right, 0);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const int side = theme.px(16);
    const QRect place(theme.px(8), (height() - side) / 2, side, side);
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), place), theme, u"search"_s,
              theme.color(Token::Text3));
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    arrange();
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange) arrange();
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace akwaba

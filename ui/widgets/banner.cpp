// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/widgets/buttonlook.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/smallwidgets.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

struct BannerDrawing {
    Tone tone;
    QString iconName;
};

BannerDrawing bannerDrawing(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Info: return {{Token::New, Token::NewSoft}, u"info-circle"_s};
    case Banner::Kind::Warning: return {{Token::Warn, Token::WarnSoft}, u"alert-triangle"_s};
    case Banner::Kind::Bad: return {{Token::Breach, Token::BreachSoft}, u"alert-triangle"_s};
    case Banner::Kind::Good: return {{Token::Solved, Token::SolvedSoft}, u"circle-check"_s};
    }
    return {};
}

} // namespace

Banner::Banner(QWidget *parent)
    : QWidget(parent), m_icon(new IconLabel(bannerDrawing(m_kind).iconName, 16, bannerDrawing(m_kind).tone.ink, this)),
      m_text(new Label(TextStyle::Body, Token::Text1, this)), m_action(new QPushButton(this)),
      m_close(new IconButton(u"x"_s, {}, this))
{
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_text->setElided(true);
    m_close->setSizes(14, 22);
    setLook(m_action, ButtonLook::Link);
    m_action->hide();
    m_close->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_close, &IconButton::clicked, this, &Banner::closed);
    applyTheme();
}

void Banner::setMessage(Kind kind, const QString &text)
{
    m_kind = kind;
    m_text->setText(text);
    setAccessibleName(text);
    m_icon->setIcon(bannerDrawing(kind).iconName, bannerDrawing(kind).tone.ink);
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString Banner::text() const { return m_text->text(); }

void Banner::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void Banner::setCloseName(const QString &name)
{
    m_close->setName(name);
    m_close->setVisible(!name.isEmpty());
}

void Banner::applyTheme()
{
    const Theme &theme = themeOf(this);
    setFixedHeight(theme.px(34));
    layout()->setContentsMargins(theme.px(12), 0, theme.px(12), 1);
    layout()->setSpacing(theme.px(8));
}

void Banner::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) applyTheme();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    painter.fillRect(rect(), theme.color(bannerDrawing(m_kind).tone.ground));
    painter.fillRect(0, height() - 1, width(), 1, theme.color(Token::Line));
}

} // namespace akwaba

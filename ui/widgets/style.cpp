// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style.h"

#include "ui/widgets/rescale.h"
#include "ui/widgets/styleparts.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyleFactory>
#include <QTabBar>
#include <QToolTip>

#include <utility>

namespace akwaba {

using namespace Qt::StringLiterals;

const Theme &themeOf(const QWidget *widget)
{
    if (widget)
        if (const auto *style = qobject_cast<const AkwabaStyle *>(widget->style())) return style->theme();
    const auto *style = qobject_cast<const AkwabaStyle *>(QApplication::style());
    if (!style) qFatal("AkwabaStyle must be the application's style before widgets are made");
    return style->theme();
}

// With the frame it makes the padding of a field, 8.
void AkwabaStyle::applyDocumentMargin(QWidget *widget) const
{
    if (auto *edit = qobject_cast<QPlainTextEdit *>(widget); edit && edit->frameShape() != QFrame::NoFrame)
        edit->document()->setDocumentMargin(m_theme.px(6));
}

AkwabaStyle::AkwabaStyle(Theme &theme)
    : QProxyStyle(QStyleFactory::create(u"fusion"_s)), m_theme(theme), m_scale(theme.scale())
{
    connect(&theme, &Theme::changed, this, &AkwabaStyle::applyTheme);
}

void AkwabaStyle::polish(QApplication *application)
{
    QProxyStyle::polish(application);
    QApplication::setFont(m_theme.font(TextStyle::Body));
    QToolTip::setFont(m_theme.font(TextStyle::Small));
    QToolTip::setPalette(m_theme.palette());
}

void AkwabaStyle::unpolish(QApplication *application)
{
    delete m_focusRing;
    QProxyStyle::unpolish(application);
}

// Qt comes here with the system's palette at the start and whenever the system changes it.
void AkwabaStyle::polish(QPalette &palette)
{
    const bool dark = isDarkPalette(palette);
    if (dark != m_theme.systemIsDark())
        QMetaObject::invokeMethod(
            &m_theme, [theme = &m_theme, dark] { theme->setSystemDark(dark); }, Qt::QueuedConnection);
    palette = m_theme.palette();
}

void AkwabaStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QScrollBar *>(widget)
        || qobject_cast<QTabBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *tabs = qobject_cast<QTabBar *>(widget)) tabs->setExpanding(false);
    if (auto *header = qobject_cast<QHeaderView *>(widget); header && header->orientation() == Qt::Horizontal)
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    applyDocumentMargin(widget);
    // Their corners are rounded; styleHint() gives the mask for screens without a compositor.
    if (qobject_cast<QMenu *>(widget) || widget->inherits("QTipLabel"))
        widget->setAttribute(Qt::WA_TranslucentBackground);
}

void AkwabaStyle::applyTheme()
{
    if (QApplication::style() != this) return;
    QApplication::setFont(m_theme.font(TextStyle::Body));
    QApplication::setPalette(QPalette()); // nothing of its own: Qt asks polish(QPalette &) again
    QToolTip::setFont(m_theme.font(TextStyle::Small));
    QToolTip::setPalette(m_theme.palette());
    const double before = std::exchange(m_scale, m_theme.scale());
    // Scale and density change sizes that are in no font; a listener may delete widgets.
    QList<QPointer<QWidget>> widgets;
    for (QWidget *widget : QApplication::allWidgets())
        widgets.append(widget);
    // All of them before anybody hears of it: what is set then is in the new scale.
    if (!qFuzzyCompare(before, m_scale))
        for (const QPointer<QWidget> &widget : std::as_const(widgets))
            if (widget->style() == this) rescale(*widget, before, m_scale);
    for (const QPointer<QWidget> &widget : std::as_const(widgets)) {
        if (!widget || widget->style() != this) continue;
        applyDocumentMargin(widget);
        QEvent change(QEvent::StyleChange);
        QCoreApplication::sendEvent(widget, &change);
        if (widget) widget->update();
    }
}

bool AkwabaStyle::event(QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        showFocusRing(static_cast<QFocusEvent &>(*event));
    else if (event->type() == QEvent::FocusOut && m_focusRing)
        m_focusRing->setWidget(nullptr);
    return QProxyStyle::event(event);
}

void AkwabaStyle::showFocusRing(const QFocusEvent &event)
{
    QWidget *focused = QApplication::focusWidget();
    const bool byKeyboard = event.reason() != Qt::MouseFocusReason
        && (event.reason() != Qt::ActiveWindowFocusReason
            || (focused && focused->window()->testAttribute(Qt::WA_KeyboardFocusChange)));
    const bool wanted =
        byKeyboard && qobject_cast<QAbstractButton *>(focused) && !focused->property("ownFocusRing").toBool();
    if (wanted && !m_focusRing) // it lives in the window of the button and may have died with it
        m_focusRing = new QFocusFrame(focused);
    if (m_focusRing) m_focusRing->setWidget(wanted ? focused : nullptr);
}

} // namespace akwaba

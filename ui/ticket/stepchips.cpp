// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/stepchips.h"

#include "ui/text/macrowords.h"
#include "ui/text/translate.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/label.h"

#include <QEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

StepChips::StepChips(QWidget *parent) : QWidget(parent), m_title(new Label(TextStyle::Small, Token::Text2, this))
{
    setObjectName(u"stepChips"_s);
    auto *flow = new FlowLayout(this);
    flow->setContentsMargins({});
    flow->setSpacing(themeOf(this).px(6));
    flow->addWidget(m_title);
    rebuild();
}

void StepChips::setNames(const NameOf &nameOf)
{
    m_nameOf = nameOf;
    rebuild();
}

void StepChips::setSteps(const QList<MacroStep> &steps)
{
    if (steps == m_steps) return;
    m_steps = steps;
    rebuild();
}

void StepChips::rebuild()
{
    const auto old = findChildren<FilterChip *>();
    const bool hadFocus = std::ranges::any_of(old, [](const FilterChip *chip) { return chip->hasFocus(); });
    for (FilterChip *chip : old) {
        chip->hide(); // it may be the one that is being removed
        layout()->removeWidget(chip);
        chip->deleteLater();
        chip->setParent(nullptr);
    }
    m_title->setText(translate("Macros", "When it is sent:"));
    FilterChip *last = nullptr;
    for (const MacroStep &step : std::as_const(m_steps)) {
        auto *chip = new FilterChip(chipText(step, m_nameOf), this);
        chip->setObjectName(u"stepChip"_s);
        chip->setActive(true);
        chip->setAccessibleName(phrase(step, m_nameOf));
        chip->setAccessibleDescription(translate("Macros", "Delete takes it away"));
        chip->setToolTip(translate("Macros", "%1. Delete takes it away.").arg(phrase(step, m_nameOf)));
        connect(chip, &FilterChip::removed, this, [this, step] { Q_EMIT removed(step); });
        layout()->addWidget(chip);
        chip->show();
        last = chip;
    }
    setVisible(!m_steps.isEmpty());
    if (hadFocus && last != nullptr) last->setFocus();
    updateGeometry();
}

void StepChips::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) rebuild();
    if (event->type() == QEvent::StyleChange) layout()->setSpacing(themeOf(this).px(6));
}

} // namespace akwaba

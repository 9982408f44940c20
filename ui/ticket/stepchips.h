// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/macro.h"
#include "ui/text/eventwords.h"

#include <QWidget>

namespace akwaba {

class Label;

/// What else happens when something is sent: a chip for each step of a macro, which its x, Delete or Backspace takes
/// away. Hidden without steps.
class StepChips : public QWidget {
    Q_OBJECT

public:
    explicit StepChips(QWidget *parent = nullptr);

    void setNames(const NameOf &nameOf);
    void setSteps(const QList<MacroStep> &steps);
    [[nodiscard]] const QList<MacroStep> &steps() const { return m_steps; }

Q_SIGNALS:
    void removed(const akwaba::MacroStep &step);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();

    NameOf m_nameOf = [](const QString & /*id*/) { return QString(); };
    QList<MacroStep> m_steps;
    Label *m_title;
};

} // namespace akwaba

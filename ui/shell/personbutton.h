// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agent.h"
#include "ui/widgets/paintedbutton.h"

namespace akwaba {

/// The agent at the right end of the top bar: initials, name, a menu.
class PersonButton : public PaintedButton {
    Q_OBJECT

public:
    explicit PersonButton(QWidget *parent = nullptr);
    void setAgent(const Agent &agent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Agent m_agent;
};

} // namespace akwaba

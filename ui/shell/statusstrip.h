// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace akwaba {

class ActionSet;
class Label;

/// The strip at the foot of the window, 24 high: what is true now at the left, the keys of the moment at the right.
class StatusStrip : public QWidget {
    Q_OBJECT

public:
    explicit StatusStrip(const ActionSet &actions, QWidget *parent = nullptr);
    void setText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fillHints();

    const ActionSet &m_actions;
    Label *m_text;
    QWidget *m_hints;
};

} // namespace akwaba

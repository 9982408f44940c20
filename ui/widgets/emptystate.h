// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace akwaba {

class IconLabel;
class Label;

/// What stands where there is nothing: icon, a sentence, what to do, at most one button. At 40 % of the height.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    EmptyState(const QString &iconName, const QString &title, const QString &advice, QWidget *parent = nullptr);

    void setContent(const QString &iconName, const QString &title, const QString &advice);
    /// Empty: no button.
    void setAction(const QString &text);

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();

    IconLabel *m_icon;
    Label *m_title;
    Label *m_advice;
    QPushButton *m_action;
};

} // namespace akwaba

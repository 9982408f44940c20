// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/actions.h"

#include <QHash>
#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace akwaba {

class IconButton;
class Label;
class MeterBar;

/// What stands beneath the list while several tickets are selected or changed: how many and what can be done to them,
/// then the question, the progress, what became of it. Shows what it is told; changes nothing itself.
class BulkBar : public QWidget {
    Q_OBJECT

public:
    enum class State : quint8 { Hidden, Choosing, Asking, Running, Done };

    explicit BulkBar(QWidget *parent = nullptr);

    void showChoices(int selected);
    /// `accept` is on the button that does it; empty where nothing can be done.
    void ask(const QString &what, const QString &effect, const QString &accept);
    void showProgress(const QString &what, const QString &count, double share);
    /// `undo` is on the button that takes it back; empty: no such button.
    void showOutcome(const QString &what, const QString &summary, const QString &undo);
    void dismiss();

    [[nodiscard]] State state() const { return m_state; }
    /// Where the menu of an action opens.
    [[nodiscard]] const QWidget *buttonOf(ActionId id) const;

Q_SIGNALS:
    void actionWanted(akwaba::ActionId id);
    /// The x, or Esc: in Choosing to select nothing, in Done to see it no more.
    void closed();
    void accepted();
    void refused();
    void stopped();
    void detailsWanted();
    void undoWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addTools();
    QPushButton *addButton(const QString &name, void (BulkBar::*pressed)());
    void applyTheme();
    void retranslate();
    void enter(State state, const QString &what, const QString &effect);

    State m_state = State::Hidden;
    int m_selected = 0;
    QVBoxLayout *m_column;
    QHBoxLayout *m_first;
    QHBoxLayout *m_tools;
    QHBoxLayout *m_buttons;
    Label *m_what;
    Label *m_effect;
    IconButton *m_close;
    MeterBar *m_meter;
    QHash<ActionId, IconButton *> m_actions;
    QPushButton *m_details;
    QPushButton *m_undo;
    QPushButton *m_stop;
    QPushButton *m_cancel;
    QPushButton *m_accept;
};

} // namespace akwaba

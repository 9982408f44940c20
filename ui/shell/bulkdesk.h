// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/bulkrun.h"

#include <QPointer>
#include <QTimer>

#include <functional>

namespace akwaba {

class BulkBar;
class BulkDialog;
class Client;
class Clock;
class Desk;
class InboxPane;

/// Changes of the selected tickets: plans them, asks where they are many, hands them to the client, and follows what
/// becomes of each; all in slices, so that nothing waits for them. The last one can be taken back for ten minutes. UI
/// thread.
class BulkDesk : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Desk &desk;
        Client &client;
        InboxPane &inbox;
        AgentId me;
        const Clock &clock;
    };

    BulkDesk(const Parts &parts, QWidget *window);

    /// Does an action to the selected tickets; false where it is none for many, or nothing is selected.
    bool perform(ActionId id);
    /// Esc: takes back the question, or selects nothing.
    void escape();
    void undo();
    [[nodiscard]] bool canUndo() const;
    void showResults();
    /// Adds what it knows.
    void describe(ActionContext &context) const;
    /// Of the selected tickets; empty without any.
    [[nodiscard]] QString words() const;
    void retranslate() { tell(); }

Q_SIGNALS:
    /// What describe() and words() say may have changed.
    void changed();
    void failed(akwaba::Code code);

private:
    enum class Phase : quint8 { Idle, Planning, Asking, Running };

    void connectParts();
    void follow(Phase phase);
    void choose(ActionId id);
    void chooseMoment();
    void showBar();
    void tell();
    [[nodiscard]] QString titleOf(const BulkRun &run) const;
    [[nodiscard]] QString undoWords() const;
    [[nodiscard]] bool isOnline() const;

    // The work, in slices: bulkdeskwork.cpp.
    void plan(const BulkChange &change, bool wasShown);
    void planSome();
    void planUndoSome();
    void decide();
    void start();
    void writeSome();
    void giveUp();
    void finish();
    void lookSoon();
    void lookSome();

    Parts m_parts;
    QWidget *m_window;
    BulkBar *m_bar;
    QPointer<BulkDialog> m_dialog;
    Phase m_phase = Phase::Idle;
    BulkRun m_run; // under way, or the last one
    BulkRun m_next; // planned
    bool m_wasShown = false; // what it does was read before it was chosen
    bool m_isStopped = false; // by hand: what is not written yet is not done
    bool m_isDismissed = false; // the agent has seen what became of it
    std::vector<qint64> m_keys; // to be planned
    QSet<QString> m_cancelled; // iids of m_run that never left, and are being undone
    qsizetype m_at = 0; // how far planning and writing have come
    qsizetype m_seen = 0; // how far looking for answers has come
    QTimer m_looking;
};

} // namespace akwaba

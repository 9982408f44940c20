// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jobs/answertemplates.h"
#include "app/server/store/writer.h"
#include "core/domain/escalation.h"

#include <QObject>
#include <QTimer>

namespace akwaba::store {
class Store;
} // namespace akwaba::store

namespace akwaba::jobs {

/// What becomes of escalations by itself (escalation.md): what nobody accepts in time goes on to the next path, a
/// customer hears of a later date before the one that he was given, twice at most, and with its ticket an escalation
/// ends. Of several server processes one does it. Lives on the store's thread; the store must outlive it.
class EscalationKeeper : public QObject {
    Q_OBJECT

public:
    EscalationKeeper(store::Store &store, AnswerTemplates templates, QObject *parent = nullptr);

    void start();
    void pause();
    /// What is due now. Says for how long then nothing else is. What the timer does; public so that a test needs none.
    [[nodiscard]] Result<std::chrono::milliseconds> keep();

private:
    void work();
    void workSoon(std::chrono::milliseconds wait);
    /// When the next thing is due of it; invalid where nothing is, or nothing can be done.
    [[nodiscard]] Result<QDateTime> keepOne(store::Writer &writer, const Escalation &escalation);
    [[nodiscard]] Result<void> close(store::Writer &writer, Escalation escalation);
    /// False where there is nobody else to ask.
    [[nodiscard]] Result<bool> passOn(store::Writer &writer, Escalation escalation, Ticket ticket);
    /// False where he can't be told by mail.
    [[nodiscard]] Result<bool> tellLaterDate(store::Writer &writer, Escalation escalation, const Ticket &ticket);

    store::Store &m_store;
    const AnswerTemplates m_templates;
    QTimer m_timer;
    bool m_working = false;
};

} // namespace akwaba::jobs

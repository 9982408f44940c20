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
/// ends. Looks once a minute. Of several server processes one does it. Lives on the store's thread; the store must
/// outlive it.
class EscalationKeeper : public QObject {
    Q_OBJECT

public:
    EscalationKeeper(store::Store &store, AnswerTemplates templates, QObject *parent = nullptr);

    void start();
    void pause() { m_timer.stop(); }
    /// What is due now. What the timer does; public so that a test needs no timer.
    [[nodiscard]] Result<void> keep();

private:
    [[nodiscard]] Result<void> keepOne(store::Writer &writer, Escalation escalation);
    /// False where there is nobody else to ask.
    [[nodiscard]] Result<bool> passOn(store::Writer &writer, Escalation escalation, Ticket ticket);
    [[nodiscard]] Result<void> tellLaterDate(store::Writer &writer, Escalation escalation, const Ticket &ticket);

    store::Store &m_store;
    const AnswerTemplates m_templates;
    QTimer m_timer;
};

} // namespace akwaba::jobs

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachereader.h"
#include "core/sync/client.h"
#include "core/sync/holidayadministration.h"
#include "core/sync/macroadministration.h"
#include "core/sync/mailadministration.h"
#include "core/sync/profile.h"
#include "core/sync/ruleadministration.h"
#include "core/sync/supervision.h"

#include <QTemporaryDir>

#include <memory>

namespace akwaba {

class CacheTickets;
class MainWindow;

/// An agent at work: his profile, the way to the server, and what the views read. Lives as long as he is logged in.
/// UI thread.
class Session : public QObject {
    Q_OBJECT

public:
    struct Setup {
        std::unique_ptr<QTemporaryDir> temporary; // where nothing is kept: goes with the session, after its profile
        std::unique_ptr<Profile> profile;
        Secrets secrets;
        bool offline = false;
        WindowPolicy window;
    };

    Session(Setup setup, const Clock &clock, Random &random, QObject *parent = nullptr);
    ~Session() override;

    /// Opens the files; the views can be made after it succeeded.
    [[nodiscard]] QFuture<Result<void>> open();

    [[nodiscard]] Client &client() { return *m_client; }
    [[nodiscard]] CacheReader &reader() { return *m_reader; }
    [[nodiscard]] CacheReaderOptions readerOptions() const;
    [[nodiscard]] MailAdministration &mail() { return m_mail; }
    [[nodiscard]] HolidayAdministration &holidays() { return m_holidays; }
    [[nodiscard]] Supervision &supervision() { return m_supervision; }
    [[nodiscard]] RuleAdministration &rules() { return m_rules; }
    [[nodiscard]] MacroAdministration &macros() { return m_macros; }
    [[nodiscard]] Profile &profile() { return *m_setup.profile; }
    [[nodiscard]] const AgentId &me() const { return m_setup.profile->info().agent; }

    /// What was kept with the keys when it began.
    [[nodiscard]] const Lease &lease() const { return m_setup.secrets.lease; }
    /// Nothing of it outlives it.
    [[nodiscard]] bool isTemporary() const { return m_setup.temporary != nullptr; }

Q_SIGNALS:
    /// reader() is another one: read everything again.
    void readerReplaced();

private:
    [[nodiscard]] Result<void> openReader();

    Setup m_setup;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<CacheReader> m_reader;
    MailAdministration m_mail;
    HolidayAdministration m_holidays;
    Supervision m_supervision;
    RuleAdministration m_rules;
    MacroAdministration m_macros;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/httpclient.h"
#include "core/sync/wire.h"
#include "tests/server/endurance/company.h"

#include <QSet>
#include <QTimer>

#include <memory>
#include <vector>

/// A device that only reads: Sync/changes again and again, each time at the next of its servers, and remembers which
/// stretch of the log each answer spoke for and whom it named.
class WatchingDevice : public QObject {
public:
    struct Page {
        qint64 after = 0; ///< the number in the state that was asked from
        qint64 through = 0; ///< that of the new state
        QSet<QString> ids;
    };

    WatchingDevice(const Company::Seat &seat, const QList<QUrl> &servers);

    /// From where the log stands now.
    void begin();
    [[nodiscard]] bool hasBegun() const { return !m_state.isEmpty(); }
    /// How far it has read.
    [[nodiscard]] qint64 readThrough() const { return seqOf(m_state); }
    [[nodiscard]] const QList<Page> &pages() const { return m_pages; }
    [[nodiscard]] qint64 answers() const { return m_answers; }
    /// What no server should have answered.
    [[nodiscard]] const QStringList &complaints() const { return m_complaints; }

    /// States are opaque to clients; this is none.
    [[nodiscard]] static qint64 seqOf(const QString &state) { return state.section(u'.', 2, 2).toLongLong(); }

private:
    using Take = void (WatchingDevice::*)(const akwaba::jmap::Response &);

    void ask(const akwaba::jmap::Invocation &call, Take take);
    void takeState(const akwaba::jmap::Response &response);
    void takeChanges(const akwaba::jmap::Response &response);
    void askForChanges();

    std::vector<std::unique_ptr<akwaba::HttpClient>> m_servers;
    std::size_t m_next = 0;
    quint64 m_request = 0;
    akwaba::wire::Session m_session;
    QString m_state;
    QString m_scopeState;
    QTimer m_again;
    QList<Page> m_pages;
    qint64 m_answers = 0;
    QStringList m_complaints;
};

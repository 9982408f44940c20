// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/codec.h"
#include "core/sync/engine.h"
#include "core/sync/localwrite.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace akwaba {

/// A console without a network: real cache and outbox files, an engine, a clock that stands still, and the two sides of
/// a conversation, so that a test reads as a transcript: clientSaid(), serverSays().
class Transcript {
public:
    Transcript();
    ~Transcript();

    /// Feeds the engine and keeps what it wants done.
    Effects happens(const SyncEvent &event);
    /// The request under way; empty when there is none.
    [[nodiscard]] QString clientSaid() const;
    /// The arguments of a call of the request under way.
    [[nodiscard]] QJsonObject arguments(int call = 0) const;
    [[nodiscard]] bool isWaiting() const { return m_request.has_value(); }
    [[nodiscard]] std::optional<quint64> request() const { return m_request; }
    [[nodiscard]] std::optional<std::chrono::milliseconds> timer() const { return m_timer; }

    Effects serverSaysStatus(int status, std::optional<std::chrono::milliseconds> retryAfter = {});
    Effects serverIsSilent(Code code = Code::Unreachable);
    Effects serverSays(const QByteArray &body);
    /// Answers the calls of the request under way, in order: [name, arguments]; the name "error" for an error.
    Effects serverAnswers(const QList<std::pair<QString, QJsonObject>> &answers);
    Effects serverAnswers(const QString &name, const QJsonObject &arguments);
    Effects serverRefuses(const QString &type, QJsonObject arguments = {});

    // What a server says most.
    /// And that there is nothing to erase, unless the test is about that.
    Effects session(const QString &scopeState = QStringLiteral("g1"), const QJsonObject &opVersions = {});
    Effects hasToErase(const QJsonArray &orders);
    Effects changes(const QString &newState, const QJsonArray &changes = {}, bool more = false);
    /// From Started to Live with an empty server.
    void becomeLive();
    /// Answers every page of a filling with nothing but these tickets.
    void fillWith(const QList<QJsonObject> &tickets, const QString &state);

    [[nodiscard]] QString perform(const Command &command);
    /// The process dies: no shutdown, the files stay; a new engine opens them.
    void crashAndRestart();
    void fireTimer();

    /// A reader in the middle of the cache; call what is returned to end it.
    [[nodiscard]] std::function<void()> readInCache();
    [[nodiscard]] QStringList localIds(const QString &type);
    [[nodiscard]] QString localField(const QString &type, const QString &id, const QString &name);

    static QJsonObject ticket(const QString &id, int rev, const QString &subject = QStringLiteral("Toner"));
    static QJsonObject change(const QString &type, const char *list, const QStringList &ids);

    bool asksForErasures = false; // the test answers Erasure/pending itself
    WindowPolicy window{.days = 90}; // of the engine that is made next
    bool driverIsSlow = false; // event::Continued has not come yet
    ManualClock clock{QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC)};
    SeededRandom random{1};
    ApplyContext me{AgentId{QStringLiteral("a1")}, DeviceId{QStringLiteral("d1")}};
    std::unique_ptr<Outbox> outbox;
    std::unique_ptr<Cache> cache;
    std::unique_ptr<Engine> engine;

private:
    [[nodiscard]] QList<QJsonObject> localRecords(const QString &type);
    void open();
    void close();

    QTemporaryDir m_folder;
    std::optional<quint64> m_request;
    effect::Send m_sent;
    std::optional<std::chrono::milliseconds> m_timer;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/intents/intentservice.h"
#include "app/server/jmap/dispatcher.h"
#include "app/server/jobs/mailrunner.h"
#include "app/server/store/store.h"
#include "core/sync/httpreply.h"
#include "faultydisk.h"

#include <QSet>
#include <QTemporaryDir>

namespace akwaba::world {

/// Fails the process: the world itself is broken, which is no finding about what it tests.
template <class T> T must(Result<T> result)
{
    if (!result) qFatal("world: %s: %s", qPrintable(codeName(result.error().code)), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// The real store, intents and dispatcher of the server over a real file, without sockets: bytes in, bytes out. Knows
/// devices by their id instead of a token, so that no seed spends its time on Argon2.
class WorldServer {
public:
    /// Where the company lies, by the folder that it may have.
    using MakePlace = std::function<store::Place(const QString &folder)>;
    [[nodiscard]] static store::Place inFolder(const QString &folder) { return {folder}; }
    WorldServer(const Clock &clock, Random &random, const MakePlace &makePlace);
    ~WorldServer();

    /// Its disk may fail while it answers, and only then. Nothing: it died over it, and another one runs now.
    [[nodiscard]] std::optional<HttpReply> answer(const DeviceId &device, const QByteArray &method, const QString &path,
                                                  const QByteArray &body);
    [[nodiscard]] FaultyDisk &disk() { return m_disk; }

    /// The process ends and another one opens the same file.
    void restart();
    /// An older or a newer program that doesn't know these ops in the version that the consoles speak.
    void forgetOps(const QSet<QString> &ops)
    {
        m_unknownOps = ops;
        m_everUnknown.unite(ops);
    }
    /// All that one of its versions did not know.
    [[nodiscard]] const QSet<QString> &everUnknown() const { return m_everUnknown; }
    [[nodiscard]] bool isComplete() const { return m_unknownOps.isEmpty(); }
    /// Consoles' cursors are of no use any more.
    void beginLineage();
    /// Keeps the database as it is now, in the place of an earlier backup.
    void backUp();
    [[nodiscard]] bool hasBackup() const { return QFile::exists(backup()); }
    /// The database is as it was at backUp(), and what happened since is lost.
    void restore();
    [[nodiscard]] int restores() const { return m_restores; }
    /// By itself, or because it said so: what a device sent before may have been done by a server that is lost.
    [[nodiscard]] bool countsAsRestored() const { return m_countsAsRestored; }

    /// Mails what is due to a mail server that takes everything.
    void sendMail() { m_mail->work(); }
    /// How often each mail went out, by its Message-ID: no restore takes that back.
    [[nodiscard]] const QMap<QByteArray, int> &mailed() const { return m_mailed; }

    void write(const store::Work &work) { must(m_store->write(work)); }
    template <class T> T put(T value)
    {
        write([&](store::Writer &writer) {
            return writer.put(value).map([&value](const T &written) { value = written; });
        });
        return value;
    }
    template <class T, class I> void destroy(const I &id)
    {
        write([&](store::Writer &writer) { return writer.destroy<T>(id); });
    }
    template <class T, class I> [[nodiscard]] std::optional<T> find(const I &id)
    {
        return must(must(m_store->read()).template find<T>(id));
    }
    template <class T> [[nodiscard]] QList<T> all() { return must(must(m_store->read()).template all<T>()); }

    [[nodiscard]] QStringList ids(const TypeInfo &type);

    [[nodiscard]] store::Caller callerOf(const DeviceId &device);
    /// Every row of a type that this device may see, by id.
    [[nodiscard]] QMap<QString, QJsonObject> visible(const TypeInfo &type, const DeviceId &device);
    /// Called after each commit that changed something.
    void onCommitted(std::function<void()> listener) { m_committed = std::move(listener); }

    [[nodiscard]] store::Store &store() { return *m_store; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] Random &random() const { return m_random; }
    /// For questions that only a test asks.
    [[nodiscard]] Database &file();
    [[nodiscard]] QString lineage() { return must(m_store->read()).state().section(u'.', 0, 0); }

private:
    void open(bool create);
    void close();
    void crash();
    [[nodiscard]] HttpReply reply(const DeviceId &device, const QByteArray &method, const QString &path,
                                  const QByteArray &body);
    [[nodiscard]] QByteArray asUnderstood(const QByteArray &body) const;
    [[nodiscard]] QJsonObject withoutUnknown(QJsonObject session) const;
    [[nodiscard]] QString backup() const { return m_folder.filePath(QStringLiteral("backup")); }
    [[nodiscard]] Result<store::Caller> findCaller(const DeviceId &device);
    [[nodiscard]] HttpReply api(const store::Caller &caller, const QByteArray &body);
    /// What a device is let in for that is let in for nothing else.
    [[nodiscard]] HttpReply erasures(const DeviceId &device, const QString &path, const QByteArray &body);

    const Clock &m_clock;
    Random &m_random;
    QTemporaryDir m_folder;
    FaultyDisk m_disk;
    const store::Place m_place;
    jmap::Settings m_settings;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<intents::IntentService> m_intents;
    std::unique_ptr<jmap::Dispatcher> m_dispatcher;
    std::unique_ptr<Database> m_file;
    std::unique_ptr<jobs::MailRunner> m_mail;
    QMap<QByteArray, int> m_mailed;
    std::function<void()> m_committed;
    QSet<QString> m_unknownOps;
    QSet<QString> m_everUnknown;
    bool m_countsAsRestored = false;
    int m_restores = 0;
};

/// A temporary folder in memory where there is such a place: a world is about states, and a commit waits for the disk.
[[nodiscard]] QString folderTemplate();

} // namespace akwaba::world

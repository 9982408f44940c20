// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QList>
#include <QLockFile>
#include <QUrl>

#include <memory>

namespace akwaba {

/// Who is logged in where: what a profile remembers in the open. No secret is among it.
struct ProfileInfo {
    QUrl server;
    QString email; // of the agent himself, as typed at log-in
    AgentId agent;
    DeviceId device;
    QString account;
    QString pinnedCertificate; // SHA-256 in hex, confirmed by the agent; empty: as the system trusts
    bool operator==(const ProfileInfo &) const = default;
};

/// The folder of one agent at one server: cache.db, outbox.db and profile.json. Open in one process at a time
/// (sync.md 2.16); the lock dies with the process.
class Profile {
public:
    /// Opens or makes the folder and locks it. Code::Locked when another console has it open.
    [[nodiscard]] static Result<std::unique_ptr<Profile>> open(const QString &root, const ProfileInfo &info);
    /// The profiles under `root`, the one used last first.
    [[nodiscard]] static QList<ProfileInfo> list(const QString &root);

    [[nodiscard]] const ProfileInfo &info() const { return m_info; }
    [[nodiscard]] Result<void> update(const ProfileInfo &info);
    [[nodiscard]] QString name() const { return m_name; } // of its secrets in the keyring
    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString cacheFile() const;
    [[nodiscard]] QString outboxFile() const;

private:
    Profile(QString name, QString folder);

    QString m_name;
    QString m_folder;
    QLockFile m_lock;
    ProfileInfo m_info;
};

} // namespace akwaba

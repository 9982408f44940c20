// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/profile.h"

#include "core/base/lockfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

/// The same agent at the same server has the same folder; the name tells neither.
QString nameOf(const ProfileInfo &info)
{
    const QString who = info.server.adjusted(QUrl::StripTrailingSlash).toString() + u'\n' + info.email.toLower();
    return QString::fromLatin1(QCryptographicHash::hash(who.toUtf8(), QCryptographicHash::Sha256).toHex().first(16));
}

QString infoFile(const QString &folder) { return folder + "/profile.json"_L1; }

QJsonObject toJson(const ProfileInfo &info)
{
    return {{u"server"_s, info.server.toString()}, {u"email"_s, info.email},
            {u"agent"_s, info.agent.value},        {u"device"_s, info.device.value},
            {u"account"_s, info.account},          {u"pinnedCertificate"_s, info.pinnedCertificate}};
}

std::optional<ProfileInfo> read(const QString &folder)
{
    QFile file(infoFile(folder));
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    ProfileInfo info;
    info.server = QUrl(object.value(u"server"_s).toString());
    info.email = object.value(u"email"_s).toString();
    info.agent.value = object.value(u"agent"_s).toString();
    info.device.value = object.value(u"device"_s).toString();
    info.account = object.value(u"account"_s).toString();
    info.pinnedCertificate = object.value(u"pinnedCertificate"_s).toString();
    if (!info.server.isValid() || info.agent.isEmpty()) return std::nullopt;
    return info;
}

} // namespace

Profile::Profile(QString name, QString folder)
    : m_name(std::move(name)), m_folder(std::move(folder)), m_lock(m_folder + "/profile.lock"_L1)
{
}

Result<std::unique_ptr<Profile>> Profile::open(const QString &root, const ProfileInfo &info)
{
    const QString name = nameOf(info);
    const QString folder = root + u'/' + name;
    if (!QDir().mkpath(folder)) return fail(Code::Io, u"the profile folder can't be made"_s);
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    std::unique_ptr<Profile> profile(new Profile(name, folder));
    if (!lockNow(profile->m_lock)) {
        const bool taken = profile->m_lock.error() == QLockFile::LockFailedError;
        return fail(taken ? Code::Locked : Code::Io, u"profile lock"_s);
    }
    if (Result<void> saved = profile->update(info); !saved) return tl::unexpected(saved.error());
    return profile;
}

QList<ProfileInfo> Profile::list(const QString &root)
{
    QList<std::pair<QDateTime, ProfileInfo>> found;
    for (const QFileInfo &entry : QDir(root).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (const std::optional<ProfileInfo> info = read(entry.filePath()))
            found.append({QFileInfo(infoFile(entry.filePath())).lastModified(), *info});
    }
    std::ranges::sort(found, std::ranges::greater(), [](const auto &entry) { return entry.first; });
    QList<ProfileInfo> infos;
    for (const auto &entry : found)
        infos.append(entry.second);
    return infos;
}

Result<void> Profile::update(const ProfileInfo &info)
{
    QSaveFile file(infoFile(m_folder));
    if (!file.open(QIODevice::WriteOnly)) return fail(Code::Io, file.errorString());
    file.write(QJsonDocument(toJson(info)).toJson());
    if (!file.commit()) return fail(Code::Io, file.errorString());
    m_info = info;
    return {};
}

QString Profile::cacheFile() const { return m_folder + "/cache.db"_L1; }
QString Profile::outboxFile() const { return m_folder + "/outbox.db"_L1; }

} // namespace akwaba

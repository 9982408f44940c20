// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/domain/message.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>

namespace akwaba {

class Toast;

/// Asks the agent for a place of that name and gives the path, later; not at all when he decides otherwise.
using FileChooser = std::function<void(const QString &name, const std::function<void(const QString &path)> &chosen)>;

/// Brings an attachment, or the original of a mail, from the server to a file that the agent chooses, and says so in
/// the toast. Opens no file and executes none. UI thread.
class AttachmentSaver : public QObject {
    Q_OBJECT

public:
    struct Ways {
        std::function<QFuture<Result<QByteArray>>(const Attachment &)> download;
        FileChooser chooseFile;
        std::function<void(const QString &folder)> openFolder;
        std::function<QFuture<Result<QByteArray>>(const MessageId &)> original = {};
    };

    AttachmentSaver(Ways ways, Toast &toast, QObject *parent = nullptr);

    /// One that is on its way already is not asked for again.
    void save(const Attachment &attachment);
    /// The mail that the message was made of.
    void saveOriginal(const Message &message);

Q_SIGNALS:
    /// The toast was given other words.
    void told();
    void failed(const QString &sentence);

private:
    void bring(const QString &id, const QString &name, const std::function<QFuture<Result<QByteArray>>()> &content);
    void arrived(const QString &id, const QString &name, const Result<QByteArray> &content);
    void write(const QString &path, const QByteArray &content);
    void tellProgress();
    void tellSaved(const QString &path);
    [[nodiscard]] QString shortened(const QString &name) const;

    const Ways m_ways;
    Toast &m_toast;
    QHash<QString, QString> m_running; // names as they are told
    QTimer m_progressSoon; // what is there at once needs no words
    QString m_folder; // of what was saved last
    bool m_tellingProgress = false;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/attachmentsaver.h"

#include "core/text/filename.h"
#include "ui/text/errorwords.h"
#include "ui/text/translate.h"
#include "ui/widgets/toast.h"

#include <QFileInfo>
#include <QFontMetrics>
#include <QSaveFile>

using namespace std::chrono_literals;

namespace akwaba {

namespace {

QString nameFor(const Attachment &attachment)
{
    return safeFileName(attachment.name, translate("AttachmentSaver", "attachment"));
}

} // namespace

AttachmentSaver::AttachmentSaver(Ways ways, Toast &toast, QObject *parent)
    : QObject(parent), m_ways(std::move(ways)), m_toast(toast)
{
    m_progressSoon.setSingleShot(true);
    m_progressSoon.setInterval(300ms);
    connect(&m_progressSoon, &QTimer::timeout, this, &AttachmentSaver::tellProgress);
    connect(&m_toast, &Toast::undone, this, [this] { m_ways.openFolder(m_folder); });
}

void AttachmentSaver::save(const Attachment &attachment)
{
    bring(attachment.id.value, nameFor(attachment), [this, attachment] { return m_ways.download(attachment); });
}

void AttachmentSaver::saveOriginal(const Message &message)
{
    const QString fallback = translate("AttachmentSaver", "message") + u".eml";
    const QString subject = message.subject.simplified();
    const QString name = subject.isEmpty() ? fallback : safeFileName(subject + u".eml", fallback);
    bring(message.id.value, name, [this, id = message.id] { return m_ways.original(id); });
}

void AttachmentSaver::bring(const QString &id, const QString &name,
                            const std::function<QFuture<Result<QByteArray>>()> &content)
{
    if (m_running.contains(id)) return;
    m_running.insert(id, shortened(name));
    if (m_tellingProgress)
        tellProgress();
    else if (!m_progressSoon.isActive())
        m_progressSoon.start();
    onResult(content(), this, [this, id, name](const Result<QByteArray> &bytes) { arrived(id, name, bytes); });
}

void AttachmentSaver::arrived(const QString &id, const QString &name, const Result<QByteArray> &content)
{
    m_running.remove(id);
    if (m_running.isEmpty()) m_progressSoon.stop();
    if (m_tellingProgress) tellProgress();
    if (!content) {
        Q_EMIT failed(downloadFailure(content.error().code, shortened(name)));
        return;
    }
    m_ways.chooseFile(name, [this, bytes = *content](const QString &path) { write(path, bytes); });
}

void AttachmentSaver::write(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return tellSaved(path);
    Q_EMIT failed(sentence(file.error() == QFileDevice::ResourceError ? Code::DiskFull : Code::Io));
}

void AttachmentSaver::tellProgress()
{
    const int files = static_cast<int>(m_running.size());
    m_tellingProgress = files > 0;
    if (files > 1)
        m_toast.startWaiting(translate("AttachmentSaver", "Downloading %n file(s)…", nullptr, files));
    else if (files == 1)
        m_toast.startWaiting(translate("AttachmentSaver", "Downloading %1…").arg(*m_running.cbegin()));
    else
        m_toast.dismiss();
    Q_EMIT told();
}

QString AttachmentSaver::shortened(const QString &name) const
{
    const QFontMetrics metrics = m_toast.fontMetrics();
    return metrics.elidedText(name, Qt::ElideMiddle, 40 * metrics.averageCharWidth());
}

void AttachmentSaver::tellSaved(const QString &path)
{
    const QFileInfo saved(path);
    m_folder = saved.absolutePath();
    m_tellingProgress = false;
    m_toast.start(
        translate("AttachmentSaver", "Saved: %1").arg(shortened(saved.fileName())),
        [](int) { return translate("AttachmentSaver", "Open folder"); }, 10s);
    Q_EMIT told();
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/witness.h"

#include <QFile>
#include <QLoggingCategory>
#include <QSaveFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace akwaba::store {

namespace {

Q_LOGGING_CATEGORY(lcWitness, "akwaba.witness")

constexpr auto writeEvery = 1s;

} // namespace

Witness::Witness(const QString &directory) : m_path(directory + u"/witness"_s)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(writeEvery);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { write(); });
}

Witness::~Witness()
{
    if (m_timer.isActive()) write();
}

Witness::Seen Witness::read() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QStringList words = QString::fromLatin1(file.readLine()).split(u' ');
    return words.size() == 2 ? Seen{words.at(0), words.at(1).trimmed().toLongLong()} : Seen();
}

bool Witness::contradicts(const QString &lineage, qint64 seq) const
{
    const Seen seen = read();
    return seen.lineage == lineage && seen.seq > seq;
}

void Witness::see(const QString &lineage, qint64 seq)
{
    m_seen = {lineage, seq};
    if (!m_timer.isActive()) m_timer.start();
}

void Witness::write()
{
    // Another process on the same database may have seen more.
    if (contradicts(m_seen.lineage, m_seen.seq)) return;
    QSaveFile file(m_path);
    const QByteArray line = m_seen.lineage.toLatin1() + ' ' + QByteArray::number(m_seen.seq) + '\n';
    if (file.open(QIODevice::WriteOnly) && file.write(line) == line.size() && file.commit()) return;
    qCWarning(lcWitness) << "the witness of the change log can't be written:" << m_path;
}

} // namespace akwaba::store

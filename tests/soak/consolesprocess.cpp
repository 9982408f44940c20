// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/consolesprocess.h"

#include "tests/server/e2e/program.h"

#include <QJsonDocument>

#include <algorithm>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {
constexpr int endMs = 30'000;
}

ConsolesProcess::ConsolesProcess(Assignment assignment) : m_assignment(std::move(assignment))
{
    endWithTest(m_process);
    m_process.setStandardErrorFile(m_assignment.folder + u"/consoles%1.log"_s.arg(m_assignment.first));
    connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] {
        while (m_process.canReadLine())
            m_reports = QJsonDocument::fromJson(m_process.readLine()).array();
    });
    m_process.start(programPath(u"akwaba-soak-consoles"_s), QStringList());
    m_process.write(QJsonDocument(toJson(m_assignment)).toJson(QJsonDocument::Compact) + '\n');
}

ConsolesProcess::~ConsolesProcess()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(endMs)) m_process.kill();
}

void ConsolesProcess::say(const char *word) { m_process.write(QByteArray("{\"") + word + "\":true}\n"); }

qint64 ConsolesProcess::sum(QLatin1StringView figure) const
{
    qint64 sum = 0;
    for (const QJsonValue &report : m_reports)
        sum += report.toObject().value(figure).toInteger();
    return sum;
}

bool ConsolesProcess::isQuiet() const
{
    return !m_reports.isEmpty() && std::ranges::all_of(m_reports, [](const QJsonValue &value) {
        const QJsonObject report = value.toObject();
        return !report.value(u"works"_s).toBool() && report.value(u"live"_s).toBool()
            && report.value(u"pending"_s).toInteger() == 0;
    });
}

Result<std::unique_ptr<CacheReader>> ConsolesProcess::reader(int index) const
{
    const Secrets &secrets = m_assignment.secrets.at(index);
    return CacheReader::open({cacheFileOf(m_assignment, index), secrets.cacheKey(), outboxFileOf(m_assignment, index),
                              secrets.outboxKey, m_assignment.company.seats.at(index).agent});
}

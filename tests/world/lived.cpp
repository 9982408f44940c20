// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lived.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace akwaba::world {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const QMap<QString, int> &counts)
{
    QJsonObject object;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QMap<QString, int> countsFrom(const QJsonObject &object)
{
    QMap<QString, int> counts;
    for (auto it = object.begin(); it != object.end(); ++it)
        counts.insert(it.key(), it.value().toInt());
    return counts;
}

QJsonArray toJson(const PairCounts &pairs)
{
    QJsonArray all;
    for (const auto &ofState : pairs) {
        for (const qint64 count : ofState)
            all.append(count);
    }
    return all;
}

PairCounts pairsFrom(const QJsonArray &all)
{
    PairCounts pairs{};
    qsizetype at = 0;
    for (auto &ofState : pairs) {
        for (qint64 &count : ofState)
            count = all.at(at++).toInteger();
    }
    return pairs;
}

} // namespace

QByteArray toLine(const Lived &lived)
{
    const Report &report = lived.report;
    const QJsonObject object{
        {u"seed"_s, qint64(lived.seed)},      {u"violations"_s, QJsonArray::fromStringList(report.violations)},
        {u"faults"_s, toJson(report.faults)}, {u"deeds"_s, toJson(report.deeds)},
        {u"faultCount"_s, report.faultCount}, {u"crashes"_s, report.crashes},
        {u"pairs"_s, toJson(report.pairs)},   {u"virtualTime"_s, qint64(report.virtualTime.count())},
        {u"trace"_s, report.trace},           {u"cpuSeconds"_s, lived.cpuSeconds},
        {u"keptAs"_s, lived.keptAs}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Result<Lived> livedFrom(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const QString trace = object.value(u"trace"_s).toString();
    if (trace.isEmpty()) return fail(Code::BadInput, u"no life"_s);
    Lived lived;
    lived.seed = quint64(object.value(u"seed"_s).toInteger());
    lived.cpuSeconds = object.value(u"cpuSeconds"_s).toDouble();
    lived.keptAs = object.value(u"keptAs"_s).toString();
    Report &report = lived.report;
    for (const QJsonValue &violation : object.value(u"violations"_s).toArray())
        report.violations.append(violation.toString());
    report.faults = countsFrom(object.value(u"faults"_s).toObject());
    report.deeds = countsFrom(object.value(u"deeds"_s).toObject());
    report.faultCount = object.value(u"faultCount"_s).toInt();
    report.crashes = object.value(u"crashes"_s).toInt();
    report.pairs = pairsFrom(object.value(u"pairs"_s).toArray());
    report.virtualTime = std::chrono::milliseconds(object.value(u"virtualTime"_s).toInteger());
    report.trace = trace;
    return lived;
}

} // namespace akwaba::world

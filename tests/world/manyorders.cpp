// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "manyorders.h"

#include "parts.h"
#include "smallworld.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

namespace akwaba::world {

using namespace Qt::StringLiterals;

namespace {

QByteArray lineOf(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n'; }

} // namespace

void livePartOfOrders(int part, int jobs)
{
    const std::vector<std::string> words = smallWords();
    QTextStream out(stdout);
    for (std::size_t i = std::size_t(part); i < words.size(); i += std::size_t(jobs)) {
        const Orders orders = everyOrderOf(words[i]);
        out << lineOf({{u"orders"_s, orders.lived}, {u"violations"_s, QJsonArray::fromStringList(orders.violations)}})
            << Qt::flush;
    }
}

int liveAllOrders(int jobs)
{
    const std::vector<std::string> words = smallWords();
    Parts parts(jobs, QCoreApplication::arguments().mid(1));
    QTextStream out(stdout);
    QElapsedTimer elapsed;
    elapsed.start();
    qint64 orders = 0;
    qint64 violations = 0;
    for (const std::string &word : words) {
        const std::optional<QByteArray> line = parts.next();
        const QJsonObject told = QJsonDocument::fromJson(line.value_or(QByteArray())).object();
        QJsonArray found = told.value(u"violations"_s).toArray();
        if (!told.contains(u"orders"_s))
            found.append(QString(QString::fromStdString(word) + u": the process ended over it"_s));
        orders += told.value(u"orders"_s).toInteger();
        violations += found.size();
        for (const QJsonValue &violation : std::as_const(found))
            out << violation.toString() << Qt::endl;
        if (!line) break;
    }
    out << lineOf({{u"words"_s, qint64(words.size())},
                   {u"orders"_s, orders},
                   {u"violations"_s, violations},
                   {u"seconds"_s, double(elapsed.elapsed()) / 1000.0}});
    return violations == 0 ? 0 : 1;
}

} // namespace akwaba::world

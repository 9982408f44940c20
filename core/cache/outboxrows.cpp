// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/outboxrows.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

QStringList texts(const QString &json)
{
    QStringList all;
    for (const QJsonValue &value : QJsonDocument::fromJson(json.toUtf8()).array())
        all += value.toString();
    return all;
}

} // namespace

QString intentColumns() { return u"iid, op, opver, entity, args, base_rev, deps, subjects, written_at"_s; }

QString formColumns() { return u"key, op, opver, entity, args, 0, '[]', subjects, written_at"_s; }

Intent readIntent(const Statement &row)
{
    Intent intent;
    intent.iid = row.text(0);
    intent.op = row.text(1);
    intent.opver = static_cast<int>(row.integer(2));
    intent.entity = row.text(3);
    intent.args = jsonObject(row.text(4));
    intent.baseRev = row.integer(5);
    intent.deps = texts(row.text(6));
    intent.subjects = texts(row.text(7));
    intent.writtenAt = row.instant(8);
    return intent;
}

QString undecided() { return u"state IN ('held', 'ready', 'inflight')"_s; }

QString refused()
{
    return u"(state IN ('needsReview', 'rejected', 'blocked') OR (state = 'cancelled' AND reason = 'erased'))"_s;
}

QString toSend() { return u"(state IN ('ready', 'inflight') OR resend = 1)"_s; }

QString jsonText(const QStringList &list)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject jsonObject(const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).object(); }

} // namespace akwaba

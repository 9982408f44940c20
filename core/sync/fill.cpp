// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/fill.h"

#include "core/domain/schema.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

constexpr int tokenVersion = 1;
constexpr std::array kinds{"first"_L1, "resync"_L1, "scope"_L1};
// Each with all its messages, so that a page stays about a megabyte and an agent's own write never waits for long.
constexpr int ticketsPerPage = 100;
constexpr int rowsPerPage = 500;

/// The types that are paged, in the order in which a new console wants them. Messages and attachments come with their
/// tickets; customers and orders do too, but some have no ticket.
const std::vector<const TypeInfo *> &filledTypes()
{
    static const std::vector<const TypeInfo *> types = [] {
        std::vector<const TypeInfo *> all;
        for (const TypeInfo *type : syncedTypes()) {
            if (type->name != u"Message" && type->name != u"Attachment") all.push_back(type);
        }
        return all;
    }();
    return types;
}

std::size_t ticketIndex()
{
    const auto found = std::ranges::find(filledTypes(), u"Ticket"_s, &TypeInfo::name);
    return std::size_t(found - filledTypes().begin());
}

} // namespace

QString Fill::toToken() const
{
    const QJsonObject object{{u"version"_s, tokenVersion},
                             {u"kind"_s, QString(kinds[std::size_t(kind)])},
                             {u"state"_s, state},
                             {u"scopeState"_s, scopeState},
                             {u"type"_s, currentType()->name},
                             {u"after"_s, after},
                             {u"rowsDone"_s, rowsDone},
                             {u"rowsTotal"_s, rowsTotal}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<Fill> Fill::fromToken(const QString &token)
{
    const QJsonObject object = QJsonDocument::fromJson(token.toUtf8()).object();
    const auto kind = std::ranges::find(kinds, object.value(u"kind"_s).toString());
    const auto type = std::ranges::find(filledTypes(), object.value(u"type"_s).toString(), &TypeInfo::name);
    if (object.value(u"version"_s).toInt() != tokenVersion || kind == kinds.end() || type == filledTypes().end())
        return std::nullopt;
    Fill fill;
    fill.kind = Kind(kind - kinds.begin());
    fill.state = object.value(u"state"_s).toString();
    fill.scopeState = object.value(u"scopeState"_s).toString();
    fill.type = int(type - filledTypes().begin());
    fill.after = object.value(u"after"_s).toString();
    fill.rowsDone = object.value(u"rowsDone"_s).toInteger();
    fill.rowsTotal = object.value(u"rowsTotal"_s).toInteger();
    return fill;
}

const TypeInfo *Fill::currentType() const { return filledTypes()[std::size_t(type)]; }

bool Fill::hasTickets() const
{
    const int tickets = int(ticketIndex());
    return type > tickets || (type == tickets && !after.isEmpty());
}

int Fill::pageSize() const { return type == int(ticketIndex()) ? ticketsPerPage : rowsPerPage; }

bool Fill::advance(const QString &afterKey)
{
    after = afterKey;
    if (!afterKey.isEmpty()) return true;
    ++type;
    return type < int(filledTypes().size());
}

} // namespace akwaba

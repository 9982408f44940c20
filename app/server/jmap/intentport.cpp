// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/intentport.h"

#include "app/server/jmap/arguments.h"
#include "core/protocol/codec.h"

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostIntents = 50;

constexpr qint64 largestNumber = 9007199254740991; // RFC 8620 1.3

/// -1 for what is no UnsignedInt.
qint64 wholeNumber(const QJsonValue &value)
{
    const qint64 number = value.toInteger(-1);
    return number <= largestNumber ? number : -1;
}

SentBefore sentBefore(const QJsonObject &entry)
{
    return fromWireName<SentBefore>(entry.value(u"sentBefore"_s).toString()).value_or(SentBefore::No);
}

/// An intent that doesn't parse keeps its name and its place, and is refused by its handler: it must not stop those
/// behind it.
Intent readIntent(const QJsonObject &entry, const QString &iid)
{
    Result<Intent> intent = fromJson<Intent>(entry);
    if (intent) return std::move(*intent);
    Intent unreadable;
    unreadable.iid = iid;
    unreadable.op = entry.value(u"op"_s).toString();
    return unreadable;
}

} // namespace

tl::expected<IntentBatch, MethodError> intentBatch(const QJsonObject &arguments, const store::Caller &caller)
{
    if (caller.device.isEmpty()) return methodFail(u"forbidden"_s, u"intents come from a device"_s);
    const Argument<QString> device = stringArgument(arguments, u"device"_s);
    if (!device || *device != caller.device.value) return invalidArguments(u"device"_s);
    const qint64 ackedThrough = wholeNumber(arguments.value(u"ackedThrough"_s));
    if (ackedThrough < 0) return invalidArguments(u"ackedThrough"_s);
    const QJsonValue forgotten = arguments.value(u"forgottenThrough"_s);
    const qint64 forgottenThrough = forgotten.isUndefined() ? 0 : wholeNumber(forgotten);
    if (forgottenThrough < 0) return invalidArguments(u"forgottenThrough"_s);
    if (!arguments.value(u"intents"_s).isArray()) return invalidArguments(u"intents"_s);
    const QJsonArray entries = arguments.value(u"intents"_s).toArray();
    if (entries.size() > mostIntents) return methodFail(u"requestTooLarge"_s);
    IntentBatch batch{caller, ackedThrough, {}, false, {}, forgottenThrough, {}};
    if (arguments.contains(u"lineage"_s)) {
        const Argument<QString> lineage = stringArgument(arguments, u"lineage"_s);
        if (!lineage) return tl::unexpected(lineage.error());
        batch.lineage = *lineage;
    }
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        const QString iid = entry.value(u"iid"_s).toString();
        const qint64 dseq = wholeNumber(entry.value(u"dseq"_s));
        if (!isId(iid) || dseq < 1) return invalidArguments(u"intents: iid and dseq"_s);
        batch.intents.append({dseq, readIntent(entry, iid), sentBefore(entry)});
    }
    return batch;
}

} // namespace akwaba::jmap

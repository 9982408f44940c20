// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/rows.h"

#include "app/server/store/scopes.h"
#include "core/database/statement.h"
#include "core/domain/escalation.h"
#include "core/domain/notice.h"
#include "tests/fuzz/company.h"
#include "tests/fuzz/promise.h"

#include <algorithm>

namespace akwaba::fuzz {

using namespace Qt::StringLiterals;

namespace {

struct Change {
    qint64 seq = 0;
    int type = 0;
    QString id;
};

template <class T> bool isSame(const QJsonObject &record)
{
    const Result<T> value = fromJson<T>(record);
    return value && toJson(*value) == record;
}

bool readsByItsTable(const TypeInfo &type, const QJsonObject &record)
{
    static const QHash<int, bool (*)(const QJsonObject &)> all{
        {typeInfo<Agent>().number, isSame<Agent>},
        {typeInfo<Team>().number, isSame<Team>},
        {typeInfo<Category>().number, isSame<Category>},
        {typeInfo<Tag>().number, isSame<Tag>},
        {typeInfo<View>().number, isSame<View>},
        {typeInfo<Product>().number, isSame<Product>},
        {typeInfo<Device>().number, isSame<Device>},
        {typeInfo<Calendar>().number, isSame<Calendar>},
        {typeInfo<Holiday>().number, isSame<Holiday>},
        {typeInfo<SlaPolicy>().number, isSame<SlaPolicy>},
        {typeInfo<Ticket>().number, isSame<Ticket>},
        {typeInfo<Customer>().number, isSame<Customer>},
        {typeInfo<Order>().number, isSame<Order>},
        {typeInfo<Message>().number, isSame<Message>},
        {typeInfo<Draft>().number, isSame<Draft>},
        {typeInfo<Attachment>().number, isSame<Attachment>},
        {typeInfo<EscalationPath>().number, isSame<EscalationPath>},
        {typeInfo<Escalation>().number, isSame<Escalation>},
        {typeInfo<Notice>().number, isSame<Notice>},
        {typeInfo<TextModule>().number, isSame<TextModule>},
        {typeInfo<Macro>().number, isSame<Macro>},
    };
    return all.value(type.number)(record);
}

bool isKey(const QString &key)
{
    return key == store::orgKey()
        || ((key.startsWith(u"team:"_s) || key.startsWith(u"agent:"_s))
            && isWellFormedId(key.mid(key.indexOf(u':') + 1)));
}

QStringList keysByContent(const store::Snapshot &moment, const TypeInfo &type, const store::StoredRow &row)
{
    if (&type == &typeInfo<Ticket>()) return store::keysOf(must(fromJson<Ticket>(row.record)));
    const auto ticketKeys = [&] {
        return must(moment.row(typeInfo<Ticket>(), row.record.value(u"ticket"_s).toString())).keys;
    };
    if (goesWithTicket(type)) return ticketKeys();
    if (&type == &typeInfo<Draft>()) return store::keysOf(must(fromJson<Draft>(row.record)), ticketKeys());
    return row.keys;
}

} // namespace

void promiseSoundRows(store::Store &store, qint64 before)
{
    const store::Snapshot moment = must(store.read());
    Statement select(moment.database(), u"SELECT seq, type, id FROM change_log WHERE seq > ? ORDER BY seq"_s);
    const auto changes = must(select.bind(0, before).rows(
        [](const Statement &row) { return Change{row.integer(0), int(row.integer(1)), row.text(2)}; }));
    qint64 seq = before;
    for (const Change &change : changes) {
        promise(change.seq == ++seq, "the log has no gap");
        const TypeInfo *type = typeByNumber(change.type);
        if (type == nullptr) return promise(false, "the log names types that there are");
        const store::StoredRow row = must(moment.row(*type, change.id));
        if (!row.exists()) continue;
        promise(readsByItsTable(*type, row.record), "a row reads by its field table", type->name);
        promise(std::ranges::all_of(row.keys, isKey), "scope keys are keys", type->name);
        promise(row.keys == keysByContent(moment, *type, row), "scope keys follow from the row", type->name);
    }
    promise(seq == moment.seq(), "the log ends where its counter stands");
}

} // namespace akwaba::fuzz

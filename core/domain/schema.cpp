// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/schema.h"

#include "core/domain/agentfields.h"
#include "core/domain/customerfields.h"
#include "core/domain/escalationfields.h"
#include "core/domain/macrofields.h"
#include "core/domain/messagefields.h"
#include "core/domain/noticefields.h"
#include "core/domain/servicelevelfields.h"
#include "core/domain/ticketfields.h"

#include <algorithm>

namespace akwaba {

namespace {

template <class V> struct KindOf {
    static constexpr ValueKind kind = std::is_enum_v<V> ? ValueKind::Enum : ValueKind::Object;
};
template <> struct KindOf<QString> {
    static constexpr ValueKind kind = ValueKind::Text;
};
template <> struct KindOf<bool> {
    static constexpr ValueKind kind = ValueKind::Flag;
};
template <> struct KindOf<int> {
    static constexpr ValueKind kind = ValueKind::Integer;
};
template <> struct KindOf<qint64> {
    static constexpr ValueKind kind = ValueKind::Integer;
};
template <> struct KindOf<QDate> {
    static constexpr ValueKind kind = ValueKind::Text;
};
template <> struct KindOf<QDateTime> {
    static constexpr ValueKind kind = ValueKind::Instant;
};
template <class Tag> struct KindOf<Id<Tag>> {
    static constexpr ValueKind kind = ValueKind::Id;
};
template <class E> struct KindOf<QList<E>> {
    static constexpr ValueKind kind = ValueKind::List;
};

QString text(std::string_view view) { return QString::fromLatin1(view.data(), static_cast<qsizetype>(view.size())); }

template <class T> TypeInfo describe(int number, const char *table)
{
    TypeInfo info{
        number, QString::fromLatin1(Fields<T>::type), QString::fromLatin1(table), decltype(T::id)::letter, {}};
    forEachField<T>([&info](const auto &entry) {
        using Value = typename std::remove_cvref_t<decltype(entry)>::Value;
        const QString name = text(entry.name);
        info.fields.push_back(
            {name, snakeCase(name), KindOf<Value>::kind, entry.privacy, entry.is(FieldFlag::Searched)});
    });
    return info;
}

#define AKWABA_SYNCED(T, NUMBER, TABLE)                                                                                \
    template <> const TypeInfo &typeInfo<T>()                                                                          \
    {                                                                                                                  \
        static const TypeInfo info = describe<T>(NUMBER, TABLE);                                                       \
        return info;                                                                                                   \
    }

} // namespace

AKWABA_SYNCED(Agent, 1, "agents")
AKWABA_SYNCED(Team, 2, "teams")
AKWABA_SYNCED(Category, 3, "categories")
AKWABA_SYNCED(Tag, 4, "tags")
AKWABA_SYNCED(View, 5, "views")
AKWABA_SYNCED(Product, 6, "products")
AKWABA_SYNCED(Device, 7, "devices")
AKWABA_SYNCED(Calendar, 8, "calendars")
AKWABA_SYNCED(Holiday, 9, "holidays")
AKWABA_SYNCED(SlaPolicy, 16, "sla_policies")
AKWABA_SYNCED(Ticket, 10, "tickets")
AKWABA_SYNCED(Customer, 11, "customers")
AKWABA_SYNCED(Order, 12, "orders")
AKWABA_SYNCED(Message, 13, "messages")
AKWABA_SYNCED(Attachment, 14, "attachments")
AKWABA_SYNCED(Draft, 15, "drafts")
AKWABA_SYNCED(EscalationPath, 17, "escalation_paths")
AKWABA_SYNCED(Escalation, 18, "escalations")
AKWABA_SYNCED(Notice, 19, "notices")
AKWABA_SYNCED(TextModule, 20, "text_modules")
AKWABA_SYNCED(Macro, 21, "macros")

#undef AKWABA_SYNCED

std::span<const TypeInfo *const> syncedTypes()
{
    static const std::array all{
        &typeInfo<Agent>(),   &typeInfo<Team>(),       &typeInfo<Category>(),       &typeInfo<Tag>(),
        &typeInfo<View>(),    &typeInfo<Product>(),    &typeInfo<Device>(),         &typeInfo<Calendar>(),
        &typeInfo<Holiday>(), &typeInfo<SlaPolicy>(),  &typeInfo<EscalationPath>(), &typeInfo<TextModule>(),
        &typeInfo<Macro>(),   &typeInfo<Ticket>(),     &typeInfo<Customer>(),       &typeInfo<Order>(),
        &typeInfo<Message>(), &typeInfo<Attachment>(), &typeInfo<Escalation>(),     &typeInfo<Draft>(),
        &typeInfo<Notice>(),
    };
    return all;
}

bool goesWithTicket(const TypeInfo &type) { return std::ranges::find(ticketParts(), &type) != ticketParts().end(); }

std::span<const TypeInfo *const> ticketParts()
{
    static const std::array all{&typeInfo<Message>(), &typeInfo<Attachment>(), &typeInfo<Escalation>()};
    return all;
}

const FieldInfo *TypeInfo::field(QStringView wireName) const
{
    for (const FieldInfo &info : fields) {
        if (info.name == wireName) return &info;
    }
    return nullptr;
}

QString snakeCase(QStringView wireName)
{
    QString result;
    for (const QChar letter : wireName) {
        if (letter.isUpper()) result += u'_';
        result += letter.toLower();
    }
    return result;
}

const TypeInfo *typeByName(QStringView name)
{
    for (const TypeInfo *type : syncedTypes()) {
        if (type->name == name) return type;
    }
    return nullptr;
}

const TypeInfo *typeByNumber(int number)
{
    for (const TypeInfo *type : syncedTypes()) {
        if (type->number == number) return type;
    }
    return nullptr;
}

} // namespace akwaba

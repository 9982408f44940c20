// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/intentmaker.h"

#include "core/domain/schema.h"
#include "core/protocol/codec.h"

#include <QJsonArray>

#include <array>

namespace akwaba::fuzz {

using namespace Qt::StringLiterals;

namespace {

template <class E> QStringList namesOf()
{
    QStringList names;
    for (const std::string_view name : EnumNames<E>::all)
        names += QString::fromLatin1(name.data(), qsizetype(name.size()));
    return names;
}

const QStringList &instants()
{
    static const QStringList all{u"2026-11-23T09:30:00.000Z"_s,      u"2026-11-23T10:00:00+01:00"_s,
                                 u"1970-01-01T00:00:00Z"_s,          u"2026-11-22T10:00:00.999Z"_s,
                                 u"9999-12-31T23:59:59.999-14:00"_s, u"0001-01-01T00:00:00+14:00"_s,
                                 u"2026-02-30T00:00:00Z"_s,          u"9999-12-31T24:00:00Z"_s,
                                 u"2026-11-23T10:00:00"_s,           u"not a date"_s};
    return all;
}

const QStringList &texts()
{
    static const QStringList all{u"Bonjour"_s,
                                 u""_s,
                                 u" \t\n"_s,
                                 u"Le toner fuit, l'été aussi"_s,
                                 u"\U0001F600 \u202E\uFEFF"_s,
                                 QString(3000, u'x'),
                                 u"a\r\nBcc: x@example.ci"_s,
                                 u"'; DROP TABLE tickets; --"_s,
                                 u"<script>%_"_s,
                                 u" org "_s,
                                 u"\u0001\u007F\uFFFF"_s};
    return all;
}

/// Every op, with the values of a new one.
const QList<Command> &commands()
{
    static const QList<Command> all = []<std::size_t... i>(std::index_sequence<i...>) {
        return QList<Command>{Command(std::in_place_index<i>)...};
    }(std::make_index_sequence<std::variant_size_v<Command>>());
    return all;
}

/// Of the object that an op makes, or whose members stand in `name`.
QChar letterOf(const QString &name)
{
    static const QHash<QString, const TypeInfo *> types{
        {u"message.reply"_s, &typeInfo<Message>()}, {u"message.note"_s, &typeInfo<Message>()},
        {u"message.call"_s, &typeInfo<Message>()},  {u"message.capture"_s, &typeInfo<Message>()},
        {u"ticket"_s, &typeInfo<Ticket>()},         {u"customer"_s, &typeInfo<Customer>()},
        {u"draft"_s, &typeInfo<Draft>()},
    };
    const TypeInfo *type = types.value(name);
    return type == nullptr ? QChar(u'm') : QLatin1Char(type->letter);
}

} // namespace

IntentMaker::IntentMaker(Company &company, Choices &choices) : m_company(company), m_choices(choices)
{
    const auto ids = [&company](const QStringList &names) {
        QStringList all{QString()};
        for (const QString &name : names)
            all.prepend(company.name(name));
        return all;
    };
    const QStringList people = ids({u"ancien"_s, u"chef"_s, u"koffi"_s, u"yao"_s, u"awa"_s});
    const QStringList tickets = ids({u"theirTicket"_s, u"closed"_s, u"ticket"_s});
    const QStringList messages = ids({u"theirMessage"_s, u"note"_s, u"question"_s});
    const QStringList statuses = namesOf<TicketStatus>();
    m_fitting = {
        {u"ticket"_s, tickets},
        {u"parent"_s, tickets},
        {u"splitFrom"_s, tickets},
        {u"links"_s, tickets},
        {u"message"_s, messages},
        {u"basedOn"_s, messages},
        {u"team"_s, ids({u"ventes"_s, u"sav"_s})},
        {u"assignee"_s, people},
        {u"ifFrom"_s, people},
        {u"customerOwner"_s, people},
        {u"followers"_s, people},
        {u"author"_s, ids({u"awa"_s, u"fatou"_s})},
        {u"customer"_s, ids({u"fatou"_s})},
        {u"category"_s, ids({u"category"_s})},
        {u"order"_s, ids({u"order"_s})},
        {u"product"_s, ids({u"product"_s})},
        {u"tags"_s, ids({u"tag"_s})},
        {u"add"_s, ids({u"tag"_s})},
        {u"remove"_s, ids({u"tag"_s})},
        {u"draft"_s, ids({u"yaosDraft"_s, u"draft"_s})},
        {u"status"_s, statuses},
        {u"from"_s, statuses},
        {u"to"_s, statuses + texts() + instants() + ids({u"product"_s, u"order"_s, u"category"_s})},
        {u"fromStatus"_s, statuses},
        {u"thenStatus"_s, statuses},
        {u"priority"_s, namesOf<Priority>()},
        {u"complexity"_s, namesOf<Complexity>()},
        {u"channel"_s, namesOf<Channel>()},
        {u"direction"_s, namesOf<Direction>()},
        {u"callOutcome"_s, namesOf<CallOutcome>()},
        {u"form"_s, namesOf<DraftForm>()},
        {u"visibility"_s, namesOf<Visibility>()},
        {u"address"_s, {u"fatou@example.ci"_s, u"neu@example.ci"_s, u"FATOU@example.ci "_s, u""_s, u"x\r\ny"_s}},
        {u"name"_s,
         {u"subject"_s, u"priority"_s, u"complexity"_s, u"category"_s, u"order"_s, u"product"_s, u"language"_s,
          u"snoozedUntil"_s, u"cause"_s, u"solution"_s, u"status"_s, u"rev"_s, u"id"_s, u"nothing"_s}}};
}

/// One of a few, so that some are used twice.
QString IntentMaker::newId(QChar letter)
{
    return letter + u"0"_s.repeated(25) + QChar(u"0123456789abcdef"_s.at(m_choices.below(5)));
}

QJsonValue IntentMaker::odd()
{
    switch (m_choices.below(9)) {
    case 0: return QJsonValue::Null;
    case 1: return m_choices.of(texts());
    case 2: return qint64(m_choices.byte()) - 128;
    case 3: return 9007199254740991.0;
    case 4: return 1.5;
    case 5: return QJsonArray{m_choices.of(texts())};
    case 6: return QJsonObject{{u"a"_s, 1}};
    case 7: return true;
    default: return QString::fromUtf8(m_choices.bytes(m_choices.below(32)));
    }
}

QJsonArray IntentMaker::listFor(const QString &name)
{
    QJsonArray all;
    for (int left = m_choices.below(3); left > 0; --left) {
        if (name == u"emails" || name.endsWith(u"Addresses"_s)) {
            QJsonObject address = toJson(EmailAddress{});
            fill(address, {});
            all.append(address);
        } else if (m_fitting.contains(name) && !m_choices.oneIn(8)) {
            all.append(m_choices.of(m_fitting.value(name)));
        } else {
            all.append(odd());
        }
    }
    return all;
}

QJsonValue IntentMaker::fittingText(const QString &name, const QJsonValue &usual, QChar letter)
{
    if (name == u"id") {
        const QStringList drafts = m_fitting.value(u"draft"_s);
        return letter == u'w' && m_choices.oneIn(3) ? m_choices.of(drafts) : newId(letter);
    }
    if (m_fitting.contains(name)) return m_choices.of(m_fitting.value(name));
    return usual.toString().isEmpty() ? QJsonValue(m_choices.of(texts())) : usual;
}

QJsonValue IntentMaker::fitting(const QString &name, const QJsonValue &usual, QChar letter)
{
    switch (usual.type()) {
    case QJsonValue::Null: return m_choices.of(instants());
    case QJsonValue::Bool: return m_choices.oneIn(2);
    case QJsonValue::Double: return qint64(m_choices.byte()) - 1;
    case QJsonValue::Array: return listFor(name);
    case QJsonValue::Object: {
        QJsonObject inner = usual.toObject();
        fill(inner, letterOf(name));
        return inner;
    }
    default: return fittingText(name, usual, letter);
    }
}

/// Of each member one byte says what becomes of it.
void IntentMaker::fill(QJsonObject &object, QChar letter)
{
    const QStringList names = object.keys();
    for (const QString &name : names) {
        const int what = m_choices.below(16);
        if (what == 15)
            object.insert(name, odd());
        else if (what == 14)
            object.remove(name);
        else if (what < 11 || name == u"id"_s)
            object.insert(name, fitting(name, object.value(name), letter));
    }
}

Intent IntentMaker::make()
{
    const Command command = m_choices.of(commands());
    Intent intent = makeIntent(command, m_company.clock(), m_company.random());
    fill(intent.args, letterOf(intent.op));
    if (m_choices.oneIn(8)) intent.writtenAt = fromUtcDate(m_choices.of(instants()));
    intent.baseRev = m_choices.below(3);
    if (m_choices.oneIn(16)) intent.op = m_choices.of(texts());
    if (m_choices.oneIn(16)) intent.opver = m_choices.byte();
    if (m_choices.oneIn(8)) intent.deps = {m_choices.of(m_iids)};
    if (m_choices.oneIn(16) && !m_iids.isEmpty()) intent.iid = m_choices.of(m_iids);
    m_iids += intent.iid;
    return intent;
}

} // namespace akwaba::fuzz

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "tests/server/peers/peer.h"
#include "tests/server/peers/testplace.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace akwaba::store {

/// A store in a temporary folder with a clock that stands still and seeded ids, and short ways to fill it. What fails
/// in here fails the test loudly.
class StoreFixture {
public:
    explicit StoreFixture(quint64 seed = 1) : random(seed), store(must(Store::create(place, clock, random))) { }

    template <class T> static T must(Result<T> result)
    {
        if (!result) qFatal("%s: %s", qPrintable(codeName(result.error().code)), qPrintable(result.error().detail));
        if constexpr (!std::is_void_v<T>) return std::move(*result);
    }

    template <class I> I id() { return newId<I>(clock, random); }

    void write(const Work &work) { must(store->write(work)); }

    template <class T> T put(T value)
    {
        T stored;
        write([&](Writer &writer) { return writer.put(value).map([&stored](const T &written) { stored = written; }); });
        return stored;
    }

    template <class T, class I> std::optional<T> find(const I &wanted)
    {
        return must(must(store->read()).template find<T>(wanted));
    }

    Team team(const QString &name)
    {
        Team made;
        made.id = id<TeamId>();
        made.name = name;
        return put(made);
    }

    Agent agent(const QString &name, const QList<TeamId> &teams, const QList<Role> &roles = {Role::Agent})
    {
        Agent made;
        made.id = id<AgentId>();
        made.name = name;
        made.email = name.toLower() + QStringLiteral("@akwaba.test");
        made.teams = teams;
        made.roles = roles;
        return put(made);
    }

    Customer customer(const QString &name)
    {
        Customer made;
        made.id = id<CustomerId>();
        made.name = name;
        made.emails = {{name, name.toLower() + QStringLiteral("@example.ci")}};
        return put(made);
    }

    Ticket ticket(const TeamId &team, const CustomerId &customer = {})
    {
        Ticket made;
        made.id = id<TicketId>();
        made.team = team;
        made.customer = customer;
        made.subject = QStringLiteral("Toner");
        made.receivedAt = clock.now();
        return put(made);
    }

    Message message(const TicketId &ticket, const QString &text = QStringLiteral("Bonjour"))
    {
        Message made;
        made.id = id<MessageId>();
        made.ticket = ticket;
        made.text = text;
        made.at = clock.now();
        return put(made);
    }

    /// As an agent with a valid session would be known.
    Caller caller(const AgentId &agent)
    {
        Caller known;
        known.agent = agent;
        known.device = id<DeviceId>();
        known.member = must(membershipOf(must(store->read()).database(), agent));
        return known;
    }

    QString scopeState(const AgentId &agent)
    {
        Caller anonymous;
        anonymous.agent = agent;
        const auto answer = must(must(store->read()).syncChanges({}, {}, 1, anonymous));
        return std::get<ScopeChanged>(answer).scopeState;
    }

    QString state() { return must(store->read()).state(); }

    /// From now on the database refuses a message with this text, as it refuses what it can't hold. `how` is SQLite's
    /// word for what is undone.
    void refuseMessagesThatSay(const QString &text, const QString &how = QStringLiteral("ABORT"))
    {
        Database database = must(isOnPostgresql() ? Database::connect({place.databaseUrl, place.password, false})
                                                  : Database::open(place.databaseFile()));
        QString trigger = QStringLiteral("CREATE TRIGGER refusal BEFORE INSERT ON messages FOR EACH ROW "
                                         "WHEN (NEW.text = '%1') ")
                              .arg(text);
        if (isOnPostgresql()) {
            must(database.execute(QStringLiteral("CREATE FUNCTION refusal() RETURNS trigger LANGUAGE plpgsql AS "
                                                 "$$ BEGIN RAISE EXCEPTION 'refused'; END $$")));
            trigger += QStringLiteral("EXECUTE FUNCTION refusal()");
        } else {
            trigger += QStringLiteral("BEGIN SELECT RAISE(%1, 'refused'); END").arg(how);
        }
        must(database.execute(trigger));
    }

    QTemporaryDir dir{peer::memoryPath() + QStringLiteral("/akwaba-test-XXXXXX")};
    const Place place = testPlace(dir.path());
    ManualClock clock{QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC)};
    SeededRandom random;
    std::unique_ptr<Store> store;
};

} // namespace akwaba::store

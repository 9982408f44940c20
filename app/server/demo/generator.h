// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/demo/catalogue.h"
#include "app/server/demo/people.h"
#include "app/server/demo/scenario.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/domain/message.h"
#include "core/domain/ticket.h"

#include <memory>
#include <optional>

namespace akwaba::demo {

struct AttachedFile {
    Attachment attachment; // without its blob, which the store gives
    QByteArray content;
};

/// One ticket with all that hangs on it, ready to be stored. The customer and order exist already (customers()).
struct Story {
    Ticket ticket;
    QList<Message> messages; // oldest first
    QList<AttachedFile> files;
    QList<Draft> drafts;
};

/// Invents the correspondence of a toner shop in Abidjan: French mostly, English sometimes, every channel, fresh and
/// old. The same seed, count and `now` give the same world. Headless, one thread; does no I/O.
class Generator {
public:
    struct Settings {
        quint64 seed = 1;
        int tickets = 300;
        QDateTime now; // the newest ticket is a few minutes older
    };

    /// Code::BadInput where a built-in scenario text is broken: our own bug, caught by its test.
    [[nodiscard]] static Result<std::unique_ptr<Generator>> create(const Settings &settings);

    [[nodiscard]] const Settings &settings() const { return m_settings; }
    [[nodiscard]] const Staff &staff() const { return m_staff; }
    [[nodiscard]] const Catalogue &catalogue() const { return m_catalogue; }
    [[nodiscard]] QList<Customer> customers() const;
    [[nodiscard]] const QList<Order> &orders() const { return m_orders; }

    /// The next ticket, oldest first; nothing after the last.
    [[nodiscard]] std::optional<Story> next();

private:
    Generator(const Settings &settings, QList<Scenario> french, QList<Scenario> english);

    Settings m_settings;
    SeededRandom m_random;
    ManualClock m_clock;
    QList<Scenario> m_french;
    QList<Scenario> m_english;
    Staff m_staff;
    Catalogue m_catalogue;
    QList<Person> m_people;
    QList<Order> m_orders; // two for each person, in the same order
    QList<QDateTime> m_times;
    qsizetype m_next = 0;
};

} // namespace akwaba::demo

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "properties.h"

#include <string>
#include <vector>

namespace akwaba::world {

/// Two consoles and a server without time: what a console asks for waits until it is let through. One ticket, and what
/// happens to it is a word, a letter each: a, b: the first console's intents in their order; c: the second one's; 1, 2:
/// the next message of a console arrives, be it a request, an answer or a hint. Nothing is left to dice (sync.md 4.5).
class SmallWorld {
public:
    /// One thing that goes wrong at one letter.
    struct Fault {
        enum class Kind {
            None,
            FirstDies, ///< before the letter; and begins again, like whoever dies
            SecondDies,
            ServerDies,
            FirstLoses, ///< the message that the letter would bring next, on either way
            SecondLoses,
            FirstDiesWriting, ///< over the so many-th change of its disk in the letter
            SecondDiesWriting,
            ServerDiesWriting,
        };
        Kind kind = Kind::None;
        std::size_t letter = 0;
        int change = 0;
    };

    SmallWorld();

    /// What is wrong at the end; nothing where the fault found nothing to strike.
    [[nodiscard]] std::optional<QStringList> live(const std::string &word, const Fault &fault);
    /// The changes of each disk in each letter of the word that was lived last: the first console's, the second one's,
    /// the server's.
    using Changes = std::array<int, 3>;
    [[nodiscard]] const std::vector<Changes> &changes() const { return m_changes; }

private:
    [[nodiscard]] bool strike(const Fault &fault);
    [[nodiscard]] bool endStrike(const Fault &fault);
    void happen(char letter);
    void perform(int console, const Command &command);
    [[nodiscard]] FaultyDisk &disk(std::size_t number);
    [[nodiscard]] Changes changesSoFar();
    [[nodiscard]] QString shown(int console);
    [[nodiscard]] AddNote note();

    FakeWorld m_world;
    TicketId m_ticket;
    QList<Deed> m_deeds;
    std::vector<Changes> m_changes;
};

/// All words of two messages for each console and the three intents, in an order of their own.
[[nodiscard]] std::vector<std::string> smallWords();

struct Orders {
    int lived = 0;
    QStringList violations; // each with its order
};

/// A word as it is, and with each fault at each of its letters.
[[nodiscard]] Orders everyOrderOf(const std::string &word);

} // namespace akwaba::world

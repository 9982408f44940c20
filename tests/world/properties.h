// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakeworld.h"

/// What must hold of a world that has settled (sync.md 4.3). Each adds its violations, by number.
namespace akwaba::world {

/// What an agent did, as the world remembers it.
struct Deed {
    int console = 0;
    QString iid;
    QString op;
    QString message; // id of the message it makes, if it makes one
    QString ticket;
    QString draft; // id of the draft that it saves, sends or discards
    QString words; // what the draft says from then on
    bool cancelled = false; // undone before it was sent
    bool setBack = false; // its machine was set back to an earlier state since: it may have forgotten it
    bool sentBefore = false; // by a life of its machine that is forgotten
    bool uncertain = false; // the disk failed over it: it may be there or not, and nobody was told that it is
};

/// The message that a command makes, if it makes one.
[[nodiscard]] MessageId messageOf(const Command &command);

/// P1: each console shows what the server lets it see, as far as it is inside its window, row by row, and nothing else.
void checkConvergence(FakeWorld &world);
void checkConvergence(FakeWorld &world, int console);
void checkConvergenceOf(FakeWorld &world, const TypeInfo &type);
/// P2, P3, P9: each deed has one outcome, and its effect is there once or not at all; one mail job per reply.
void checkDeeds(FakeWorld &world, const QList<Deed> &deeds);
/// What agents themselves made an end of in drafts.
struct SeenInDrafts {
    QSet<QString> givenUp; // words that they saw when they wrote over them, sent or discarded them
    QSet<QString> unread; // ids of drafts in which they saw what the world could not read
};
/// P11 of drafts: what either device of an agent wrote in one stands in it or in a copy of it, but for what he saw when
/// he made an end of it, and what he wrote on the same device before.
void checkDrafts(FakeWorld &world, const QList<Deed> &deeds, const SeenInDrafts &seen);
/// P3: no mail goes out twice, whatever is restored, but where the machine that sent it was set back as well.
void checkMail(FakeWorld &world, const QList<Deed> &deeds = {});
/// P5: what one device did was sent and accepted in its order, except for what a server did not understand at first and
/// what was sent before by a life that its machine has forgotten.
void checkOrder(FakeWorld &world, const QList<Deed> &deeds);
/// Each escalation went on from where it was (escalation.md rule 8): of two who accept, one has it.
void checkEscalations(FakeWorld &world);
/// P4: whatever was written has the number of the change that wrote it last.
void checkNumbers(FakeWorld &world);
/// P14: what is kept for its order only says nothing personal.
void checkNothingPersonal(FakeWorld &world);
/// P8: what was destroyed is nowhere.
void checkNoResurrection(FakeWorld &world, const QStringList &destroyed);

} // namespace akwaba::world

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "ui/ticket/composer.h"
#include "ui/ticket/wordsdialog.h"

namespace akwaba {

/// Keeps drafts in memory and answers at once, with an error when told to.
struct FakeKeeper {
    QList<Draft> journalled;
    QList<DraftId> discarded;
    std::optional<Code> error;

    [[nodiscard]] DraftKeeper keeper()
    {
        return {[this](const Draft &draft) {
                    journalled.append(draft);
                    return answered<void>(error ? Result<void>(fail(*error)) : Result<void>());
                },
                [this](const Draft &draft) {
                    discarded.append(draft.id);
                    return answered<void>(Result<void>());
                }};
    }
};

/// The same for what stands in forms.
struct FakeFormKeeper {
    QList<Command> journalled;
    int forgotten = 0;
    std::optional<Code> error;

    [[nodiscard]] FormKeeper keeper()
    {
        return {[this](const Command &begun) {
                    journalled.append(begun);
                    return answered<void>(error ? Result<void>(fail(*error)) : Result<void>());
                },
                [this](const Command &) {
                    ++forgotten;
                    return answered<void>(Result<void>());
                }};
    }
};

} // namespace akwaba

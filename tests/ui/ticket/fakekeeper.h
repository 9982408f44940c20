// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "ui/ticket/composer.h"

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

} // namespace akwaba

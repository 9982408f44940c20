// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/bulk.h"
#include "ui/text/directories.h"

#include <QMenu>

namespace akwaba {

/// What can be chosen for many tickets at once.
struct BulkChoice {
    QString text;
    BulkChange change;
    QString group; ///< the title of the menu that it stands in; empty: the first one
    bool startsGroup = false; ///< a separator stands before it
};

/// Of Assign, Status, Priority, Category or Tags, in the order of the menu; none of any other action.
[[nodiscard]] QList<BulkChoice> bulkChoices(ActionId id, const Directories &directories, const AgentId &me);

/// A menu of choices. `effectOf` says what each would do, behind its words, and whether it does anything; may be empty.
class BulkMenu : public QMenu {
    Q_OBJECT

public:
    struct Effect {
        QString words;
        bool isPossible = true;
    };
    using EffectOf = std::function<Effect(const BulkChange &)>;

    BulkMenu(const QList<BulkChoice> &choices, const EffectOf &effectOf, QWidget *parent);

Q_SIGNALS:
    void chosen(const akwaba::BulkChange &change);
};

} // namespace akwaba

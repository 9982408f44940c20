// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

namespace akwaba::architecture {

/// Path from the root ("core/base/id.h") -> text.
using Files = QMap<QString, QString>;
/// Header of Qt without its folder ("QWidget") -> the module that has it ("QtWidgets").
using QtHeaders = QHash<QString, QString>;

struct Fault {
    QString file;
    int line = 0;
    QString what;
};

/// What the files of app/, core/ and ui/ do against the layers of ARCHITECTURE.md: an include along a forbidden edge,
/// a module of Qt or a word in the wrong layer, a cycle of folders. Looks at the given texts and at nothing else.
[[nodiscard]] QList<Fault> faults(const Files &files, const QtHeaders &qtHeaders);

} // namespace akwaba::architecture

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace akwaba {

/// Which history a server tells (sync.md 2.20): each restore from a backup begins a new lineage of the change log, and
/// what an earlier one numbered above the number that stands here is lost. An earlier one that is not named is lost
/// whole.
struct Lineages {
    QString current; ///< empty: of a server that does not say
    QMap<QString, qint64> earlier; ///< by lineage: the last sequence number of it that is still there

    /// Whether the server still has what `lineage` numbered `seq`.
    [[nodiscard]] bool holds(const QString &lineage, qint64 seq) const
    {
        return lineage == current || seq <= earlier.value(lineage);
    }
    bool operator==(const Lineages &) const = default;
};

/// The members `lineage` and `earlierLineages`, as Sync/state and the error lineageChanged have them.
[[nodiscard]] QJsonObject toJson(const Lineages &lineages);
[[nodiscard]] Lineages lineagesFromJson(const QJsonObject &object);

} // namespace akwaba

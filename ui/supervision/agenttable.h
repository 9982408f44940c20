// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/livefigures.h"
#include "ui/supervision/cardtable.h"
#include "ui/text/directories.h"

namespace akwaba {

/// Who answers customers, and how much lies before each. In alphabetical order: it is no ranking.
class AgentTable : public CardTable {
    Q_OBJECT

public:
    explicit AgentTable(QWidget *parent = nullptr);

    void setAgents(const QList<AgentLoad> &agents, const Directories &directories, const QDateTime &now);
    /// High enough for all of them.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void agentChosen(const AgentId &agent);

private:
    void add(const AgentLoad &load, const QString &name, const QDateTime &now);
};

} // namespace akwaba

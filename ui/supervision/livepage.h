// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/livefigures.h"
#include "ui/text/directories.h"

#include <QScrollArea>

#include <optional>

class QGridLayout;

namespace akwaba {

class AgentTable;
class Banner;
class DueChart;
class FigureCard;
class FigureTile;
class Label;
class ShareChart;

/// What a supervisor looks at all day: figures that each open their list, what is due when, what was kept, and who is
/// there (ux.md 4). Shows what it is given, and says of when it is. UI thread.
class LivePage : public QScrollArea {
    Q_OBJECT

public:
    explicit LivePage(QWidget *parent = nullptr);

    void setDirectories(const Directories &directories);
    void setFigures(const LiveFigures &figures);
    /// Nothing newer comes at the moment; empty: it does. One sentence.
    void setTrouble(const QString &sentence);
    void takeFocus();

Q_SIGNALS:
    /// A view of the side bar.
    void viewWanted(const QString &id);
    void agentWanted(const AgentId &agent);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void placeTiles();
    void showAll();
    void showTiles();
    void showDue();
    void showShares();

    Directories m_directories;
    std::optional<LiveFigures> m_figures;
    Banner *m_trouble;
    Label *m_title;
    Label *m_when;
    QGridLayout *m_tileGrid;
    QList<FigureTile *> m_tiles;
    DueChart *m_dueChart;
    FigureCard *m_due;
    ShareChart *m_shareChart;
    FigureCard *m_shares;
    AgentTable *m_agents;
    FigureCard *m_agentCard;
};

} // namespace akwaba

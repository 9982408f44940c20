// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agent.h"
#include "core/sync/syncstatus.h"

#include <QWidget>

class QMenu;
class QPushButton;

namespace akwaba {

class ActionSet;
class IconButton;
class OutboxBadge;
class PersonButton;
class SearchField;
class SyncBadge;

/// The strip under the menu bar, 44 high: the mark, search, "New", the state of synchronisation, what waits, what
/// the agent is told, and himself.
class TopBar : public QWidget {
    Q_OBJECT

public:
    explicit TopBar(ActionSet &actions, QWidget *parent = nullptr);

    void setAgent(const Agent &agent);
    void setStatus(const SyncStatus &status);
    /// On the bell; none at 0.
    void setUnreadNotices(int count);
    [[nodiscard]] SearchField *search() const { return m_search; }
    [[nodiscard]] OutboxBadge *outbox() const { return m_outbox; }
    [[nodiscard]] IconButton *bell() const { return m_bell; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    SearchField *m_search;
    QPushButton *m_new;
    QMenu *m_newMenu;
    SyncBadge *m_sync;
    OutboxBadge *m_outbox;
    IconButton *m_bell;
    PersonButton *m_person;
    QMenu *m_personMenu;
};

} // namespace akwaba

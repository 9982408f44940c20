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
class OutboxBadge;
class PersonButton;
class SearchField;
class SyncBadge;

/// The strip under the menu bar, 44 high: the mark, search, "New", the state of synchronisation, what waits, and the
/// agent himself.
class TopBar : public QWidget {
    Q_OBJECT

public:
    explicit TopBar(ActionSet &actions, QWidget *parent = nullptr);

    void setAgent(const Agent &agent);
    void setStatus(const SyncStatus &status);
    [[nodiscard]] SearchField *search() const { return m_search; }
    [[nodiscard]] OutboxBadge *outbox() const { return m_outbox; }

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
    PersonButton *m_person;
    QMenu *m_personMenu;
};

} // namespace akwaba

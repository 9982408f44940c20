// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/actions.h"
#include "ui/text/directories.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QMenu;
class QVBoxLayout;

namespace akwaba {

class FlowLayout;
class IconButton;
class Label;
class PillLabel;
class StatusChip;
struct Pill;

/// Number and subject, and what can be changed of a ticket: status, priority, category, owner, tags, each a chip with
/// its menu, reached by Tab and by its key. Changes nothing itself.
class TicketHeader : public QWidget {
    Q_OBJECT

public:
    explicit TicketHeader(QWidget *parent = nullptr);

    void setTicket(const Ticket &ticket, const Directories &directories, const AgentId &me);
    /// Who else is on the ticket, in words; whether somebody of them answers it.
    void setPresence(const QString &words, bool replies);
    /// What is left of the clock that is due next, and how it is said; nothing where none runs.
    void setClock(const std::optional<Pill> &left, const QString &spoken);
    /// The menu of Status, Priority, Category, Assign or Tags; false for any other action.
    bool openMenu(ActionId id);

Q_SIGNALS:
    void statusChosen(akwaba::TicketStatus status);
    void priorityChosen(akwaba::Priority priority);
    void categoryChosen(const akwaba::CategoryId &category);
    void ownerChosen(const akwaba::TeamId &team, const akwaba::AgentId &agent);
    void tagsChosen(const QList<akwaba::TagId> &tags);
    void followToggled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void nameParts();
    void applyTheme();
    void refresh();
    void showOwner();
    void showTags();
    void fillMenus();
    void fillOwnerMenu();
    void fillTagMenu();

    Ticket m_ticket;
    Directories m_directories;
    AgentId m_me;
    QVBoxLayout *m_column;
    QHBoxLayout *m_first;
    FlowLayout *m_second;
    Label *m_number;
    Label *m_subject;
    IconButton *m_follow;
    StatusChip *m_status;
    StatusChip *m_priority;
    StatusChip *m_category;
    StatusChip *m_owner;
    StatusChip *m_tags;
    Label *m_presence;
    PillLabel *m_clock;
    QMenu *m_statusMenu;
    QMenu *m_priorityMenu;
    QMenu *m_categoryMenu;
    QMenu *m_ownerMenu;
    QMenu *m_tagMenu;
};

} // namespace akwaba

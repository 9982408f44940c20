// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/agent.h"
#include "ui/settings/mailboxways.h"

#include <QDialog>

class QPushButton;
class QTreeWidget;

namespace akwaba {

class Banner;

/// The company's mailboxes, with what is in the way of each: new ones, other settings, a pause, an end. Those of the
/// configuration file are shown and left alone. Modal, so that the language can't change meanwhile.
class MailboxesDialog : public QDialog {
    Q_OBJECT

public:
    MailboxesDialog(MailboxWays ways, const QList<Team> &teams, const Clock &clock, QWidget *parent = nullptr);

private:
    void build();
    void reload();
    void fill(const QList<MailAccount> &accounts);
    void edit(const MailAccount &account);
    void togglePause();
    void askToRemove();
    void whenDone(const QFuture<Result<void>> &done);
    void complain(Code code);
    void updateButtons();
    [[nodiscard]] const MailAccount *current() const;
    [[nodiscard]] QString teamName(const TeamId &team) const;

    const MailboxWays m_ways;
    const QList<Team> m_teams;
    const Clock &m_clock;
    QList<MailAccount> m_accounts;
    QTreeWidget *m_list;
    Banner *m_banner;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_pause;
    QPushButton *m_remove;
    QPushButton *m_close;
};

} // namespace akwaba

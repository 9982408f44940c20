// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agent.h"
#include "ui/settings/mailboxways.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;

namespace akwaba {

class Banner;
class Label;
class MailboxPage;
class ServerPage;
class TestPage;

/// Sets up a mailbox, page by page: address, the two servers, a test, its team. A test that fails stops nobody: the
/// provider may be down just now. Modal, so that the language can't change meanwhile.
class MailboxWizard : public QDialog {
    Q_OBJECT

public:
    /// `account` without an id is a new one.
    MailboxWizard(const MailAccount &account, const QList<Team> &teams, MailboxWays ways, QDate today,
                  QWidget *parent = nullptr);

Q_SIGNALS:
    /// The server has it.
    void saved();

private:
    void build();
    void goTo(int page);
    void goOn();
    void save();
    void updateButtons();
    [[nodiscard]] bool isLast() const;

    MailAccount m_account;
    MailPasswords m_passwords;
    const MailboxWays m_ways;
    QList<MailboxPage *> m_pages;
    ServerPage *m_outgoing;
    TestPage *m_test;
    QStackedWidget *m_stack;
    Label *m_title;
    Label *m_place;
    Banner *m_banner;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_cancel;
    int m_page = 0;
    bool m_isSaving = false;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/mailboxpages.h"
#include "ui/settings/mailboxways.h"

class QListWidget;
class QPushButton;

namespace akwaba {

class Label;

/// Tries the account out and shows how far it came: each step with an icon and a word, and where it ended what that
/// means.
class TestPage : public MailboxPage {
    Q_OBJECT

public:
    explicit TestPage(MailboxWays ways, QWidget *parent = nullptr);
    [[nodiscard]] QString title() const override;
    /// Nothing is typed here.
    void fill(const MailAccount & /*account*/) override { }
    void take(MailAccount & /*account*/, MailPasswords & /*passwords*/) const override { }

    void begin(const MailAccount &account, const MailPasswords &passwords);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

private:
    void answered(const Result<QList<MailCheck>> &checks);
    void showSteps(const QList<MailCheck> &checks);
    void tell(const QString &sentence, bool isBad);

    const MailboxWays m_ways;
    MailAccount m_account;
    MailPasswords m_passwords;
    QListWidget *m_steps;
    Label *m_told;
    QPushButton *m_again;
    bool m_isBusy = false;
};

} // namespace akwaba

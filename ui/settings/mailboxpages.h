// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agent.h"
#include "core/domain/mailaccount.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLineEdit;
class QSpinBox;

namespace akwaba {

class FormField;

/// One page of the wizard: shows a part of an account, and puts what was typed back into it.
class MailboxPage : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString title() const = 0;
    virtual void fill(const MailAccount &account) = 0;
    virtual void take(MailAccount &account, MailPasswords &passwords) const = 0;
    /// Enough is typed to go on.
    [[nodiscard]] virtual bool isWhole() const { return true; }

Q_SIGNALS:
    void edited();
};

/// What the mailbox is called, its address, and who provides it.
class AddressPage : public MailboxPage {
    Q_OBJECT

public:
    explicit AddressPage(QWidget *parent = nullptr);
    [[nodiscard]] QString title() const override;
    void fill(const MailAccount &account) override;
    /// Another address or provider means other servers; what was there is guessed anew only then.
    void take(MailAccount &account, MailPasswords &passwords) const override;
    [[nodiscard]] bool isWhole() const override;

private:
    void guess();

    QLineEdit *m_name;
    QLineEdit *m_address;
    QComboBox *m_provider;
    MailAccount m_shown;
    int m_shownProvider = 0;
};

/// One of the two servers and how to log in there.
class ServerPage : public MailboxPage {
    Q_OBJECT

public:
    enum class Kind { Incoming, Outgoing };

    explicit ServerPage(Kind kind, QWidget *parent = nullptr);
    [[nodiscard]] QString title() const override;
    void fill(const MailAccount &account) override;
    void take(MailAccount &account, MailPasswords &passwords) const override;
    [[nodiscard]] bool isWhole() const override;
    /// What was typed for the other server, unless this one has a password of its own.
    void offerPassword(const QString &password);

private:
    void setStandardPort();

    const Kind m_kind;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QComboBox *m_tls;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QLineEdit *m_folder;
    FormField *m_passwordField;
};

/// Whose mail it is, and from when on.
class TeamPage : public MailboxPage {
    Q_OBJECT

public:
    explicit TeamPage(const QList<Team> &teams, QDate today, QWidget *parent = nullptr);
    [[nodiscard]] QString title() const override;
    void fill(const MailAccount &account) override;
    void take(MailAccount &account, MailPasswords &passwords) const override;

private:
    const QList<Team> m_teams;
    QComboBox *m_team;
    QCheckBox *m_fromDateWanted;
    QDateEdit *m_fromDate;
    QCheckBox *m_keepsSent;
};

} // namespace akwaba

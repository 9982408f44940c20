// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/newticket.h"
#include "ui/text/directories.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QStandardItemModel;
class QVBoxLayout;

namespace akwaba {

class Clock;
class FormField;
class Random;

/// Records a call or a message of a social network by hand: for whom, about what, what was said. A customer is found
/// while typing; a name that is not found becomes a new one. Gives commands; sends nothing.
class NewTicketDialog : public QDialog {
    Q_OBJECT

public:
    enum class Kind { Call, Social };
    using FindCustomers = std::function<QList<Customer>(const QString &text)>;

    NewTicketDialog(Kind kind, const Clock &clock, Random &random, FindCustomers find, QWidget *parent = nullptr);

    /// Who records it, and for which team: his first.
    void setAuthor(const AgentId &me, const Directories &directories);
    [[nodiscard]] QList<Command> commands() const;

Q_SIGNALS:
    /// Accepted: to be performed in this order.
    void commanded(const QList<akwaba::Command> &commands);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildCall(QVBoxLayout *column);
    void buildSocial(QVBoxLayout *column);
    void nameParts();
    void retranslate();
    void search(const QString &typed);
    void choose(const Customer &customer);
    void check();
    void finish();
    [[nodiscard]] Channel channel() const;

    Kind m_kind;
    const Clock &m_clock;
    Random &m_random;
    FindCustomers m_find;
    AgentId m_me;
    TeamId m_team;
    Customer m_customer; ///< found; without an id while a new one is meant
    QList<Customer> m_found;
    QStandardItemModel *m_suggestions;
    QLineEdit *m_name;
    QLineEdit *m_contact;
    QLineEdit *m_subject;
    QPlainTextEdit *m_text;
    QComboBox *m_channel = nullptr;
    QLineEdit *m_link = nullptr;
    QDateTimeEdit *m_writtenAt = nullptr;
    QComboBox *m_direction = nullptr;
    QComboBox *m_outcome = nullptr;
    QSpinBox *m_minutes = nullptr;
    QCheckBox *m_mine;
    QPushButton *m_create;
    QPushButton *m_cancel;
    QList<std::pair<FormField *, const char *>> m_fields; ///< with the English source of its label
};

} // namespace akwaba

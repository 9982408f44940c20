// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/values.h"

#include <QWidget>

class QLineEdit;

namespace akwaba {

class FilterChip;
class FlowLayout;
class Label;

/// The addresses a reply goes to: one chip each, its x removes it; what is typed becomes a chip with Return, comma or
/// when the field is left. Backspace in the empty field removes the last.
class AddressField : public QWidget {
    Q_OBJECT

public:
    explicit AddressField(QWidget *parent = nullptr);

    /// "To" or "Cc"; also what a screen reader says.
    void setName(const QString &name);
    void setAddresses(const QList<EmailAddress> &addresses);
    [[nodiscard]] const QList<EmailAddress> &addresses() const { return m_addresses; }
    [[nodiscard]] QLineEdit *field() const { return m_field; }

Q_SIGNALS:
    void addressesChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void takeTyped();
    void remove(int index);
    void rebuild();
    void applyTheme();
    void fitField();

    Label *m_name;
    FlowLayout *m_row;
    QLineEdit *m_field;
    QList<FilterChip *> m_chips;
    QList<EmailAddress> m_addresses;
};

/// "Rosine Bamba <rosine@cabinet-bamba.example>" or the address alone. Empty address: not one.
[[nodiscard]] EmailAddress addressFrom(const QString &typed);

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevel.h"
#include "ui/text/directories.h"

#include <QWidget>

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace akwaba {

class CheckField;
class Label;

/// Which tickets a policy is for: of each field the values that are meant, or those that are not. What it can't show (a
/// second condition on a field, a field of a newer program) it keeps, and says in words.
class ConditionsField : public QWidget {
    Q_OBJECT

public:
    explicit ConditionsField(QWidget *parent = nullptr);

    /// The names of categories, teams and tags.
    void setDirectories(const Directories &directories);
    void fill(const QList<FieldCondition> &conditions);
    [[nodiscard]] QList<FieldCondition> conditions() const;

Q_SIGNALS:
    void edited();

private:
    struct Row {
        QString field; // by its wire name
        CheckField *values = nullptr; // null where they are typed
        QPushButton *relation = nullptr; // checked: all but these values
    };
    void add(QGridLayout *grid, const QString &field, CheckField *values);
    [[nodiscard]] QStringList valuesOf(const Row &row) const;
    void setValues(const Row &row, const QStringList &values);
    void showRelations();
    void showKept();
    [[nodiscard]] CheckField *fieldOf(const QString &field) const;

    QList<Row> m_rows;
    QLineEdit *m_tiers;
    QList<FieldCondition> m_kept;
    NameOf m_names;
    Label *m_more;
};

} // namespace akwaba

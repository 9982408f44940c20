// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeWidget>

namespace akwaba {

/// Rules beside the form of one: a line each, by ids.
class RuleList : public QTreeWidget {
    Q_OBJECT

public:
    struct Row {
        QString id;
        QStringList columns; // the first is the name
        bool isOver = false; // retired: it stands behind, and paler
    };

    RuleList(const QString &name, const QString &title, const QStringList &headings, QWidget *parent = nullptr);

    /// What is current stays so, without a signal.
    void setRows(const QList<Row> &rows);
    /// Nothing where there is no such row; without a signal.
    void select(const QString &id);
    [[nodiscard]] QString current() const;

Q_SIGNALS:
    void chosen(const QString &id);
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QListWidget;

namespace akwaba {

/// Lines with check boxes, and one beneath in which another is written: Enter adds it. A line can be written over.
class TriedList : public QWidget {
    Q_OBJECT

public:
    explicit TriedList(QWidget *parent = nullptr);

    /// All of them checked, in place of those before.
    void setLines(const QStringList &lines);
    /// Those that are checked, and what stands in the line beneath.
    [[nodiscard]] QStringList checked() const;

Q_SIGNALS:
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void add(const QString &line);
    void addTyped();

    QListWidget *m_lines;
    QLineEdit *m_more;
};

} // namespace akwaba

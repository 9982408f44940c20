// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>

#include <span>
#include <vector>

namespace akwaba {

/// The tickets that the agent marked for a change of all of them, by row key: they stay marked wherever their rows go.
/// Apart from the current row, which is the one that is read. UI thread.
class TicketSelection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] bool contains(qint64 key) const { return m_keys.contains(key); }
    [[nodiscard]] bool isEmpty() const { return m_keys.isEmpty(); }
    [[nodiscard]] qsizetype count() const { return m_keys.size(); }
    [[nodiscard]] const QSet<qint64> &keys() const { return m_keys; }

    /// A range may begin at it afterwards.
    void toggle(qint64 key);
    /// Where the next range begins.
    void setAnchor(qint64 key);
    /// Where a range goes on from; 0 for nowhere.
    [[nodiscard]] qint64 anchor() const { return m_anchor; }
    /// What was marked when the range began, and these; so a range that shrinks gives back what it took.
    void extendTo(std::span<const qint64> range);
    void selectAll(const std::vector<qint64> &keys);
    void clear();

Q_SIGNALS:
    void changed();

private:
    QSet<qint64> m_keys;
    QSet<qint64> m_before; // the range that goes on
    qint64 m_anchor = 0;
};

} // namespace akwaba

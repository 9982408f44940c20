// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>

#include <algorithm>

namespace akwaba::fuzz {

/// An input as a row of decisions, one byte each. Past its end every decision is the first one.
class Choices {
public:
    explicit Choices(QByteArrayView bytes) : m_bytes(bytes) { }

    [[nodiscard]] bool isOver() const { return m_at >= m_bytes.size(); }
    [[nodiscard]] quint8 byte() { return isOver() ? quint8{0} : quint8(m_bytes[m_at++]); }
    /// Below `count`, which is at most 256.
    [[nodiscard]] int below(qsizetype count) { return count > 1 ? byte() % int(count) : 0; }
    [[nodiscard]] bool oneIn(int count) { return below(count) == count - 1; }
    template <class T> [[nodiscard]] T of(const QList<T> &all) { return all.value(below(all.size())); }
    [[nodiscard]] QByteArray bytes(qsizetype count)
    {
        const QByteArray taken = m_bytes.sliced(std::min(m_at, m_bytes.size())).toByteArray().left(count);
        m_at += taken.size();
        return taken;
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

} // namespace akwaba::fuzz

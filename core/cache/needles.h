// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QSet>
#include <QString>

#include <unordered_map>
#include <vector>

namespace akwaba {

struct TypeInfo;

/// What is looked for after an erasure: pieces of 12 bytes of every text that went, as UTF-8, as UTF-16 and as base64
/// writes them, and its words as the text index knows them. A remnant of 23 bytes holds at least one whole piece. Lives
/// in memory only, and overwrites itself at its end. What is shorter than 8 bytes is not looked for: it is everywhere.
class Needles {
public:
    Needles() = default;
    Q_DISABLE_COPY_MOVE(Needles)
    ~Needles();

    void add(const QString &text);
    /// A key, as the bytes it is.
    void addBytes(const QByteArray &bytes);
    /// The texts about persons in a record, as its field table says.
    void addRecord(const TypeInfo &type, const QJsonObject &record);
    /// Every text in it.
    void addJson(const QJsonValue &value);

    [[nodiscard]] bool isEmpty() const { return m_all.empty(); }
    [[nodiscard]] qint64 count() const { return static_cast<qint64>(m_all.size()); }
    [[nodiscard]] const QSet<QString> &words() const { return m_words; }

    /// Adds to `found` the numbers of those that occur in the data.
    void search(QByteArrayView data, QSet<qsizetype> &found) const;

private:
    void addPieces(const QByteArray &bytes, qsizetype stride, bool withBase64);
    void addBase64(QByteArrayView piece);
    void addNeedle(QByteArrayView bytes);

    QSet<QByteArray> m_known;
    std::vector<QByteArray> m_all;
    std::unordered_multimap<quint64, qsizetype> m_byBeginning; // the first 8 bytes
    std::vector<bool> m_mayBegin; // by a hash of the first 8 bytes: most places in the data end here
    QSet<QString> m_words;
};

} // namespace akwaba

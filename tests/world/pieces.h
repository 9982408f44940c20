// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>

#include <unordered_map>
#include <vector>

namespace akwaba::world {

/// What files are searched for: pieces of 12 bytes of texts, in each form in which somebody may have written them. Not
/// the product's own (core/cache/needles.h), whose work is judged by it.
class Pieces {
public:
    enum class Form {
        Utf8,
        Utf16,
        Base64,
        Word, ///< as the text index folds it: to be looked for among its words
    };

    /// All of it, the end too. What is shorter than a piece is not looked for.
    void add(const QString &text);
    /// As one piece: parts of it are everywhere.
    void addWhole(const QString &text);
    /// What is no text, such as a key.
    void addBytes(const QByteArray &bytes);

    [[nodiscard]] qsizetype count() const { return qsizetype(m_all.size()); }
    [[nodiscard]] Form formOf(qsizetype piece) const { return m_all.at(std::size_t(piece)).form; }
    [[nodiscard]] QByteArray bytesOf(qsizetype piece) const { return m_all.at(std::size_t(piece)).bytes; }
    /// The numbers of those that the bytes hold, or the words of an index.
    [[nodiscard]] QSet<qsizetype> foundIn(const QByteArray &bytes, const QByteArray &words) const;

private:
    struct Piece {
        QByteArray bytes;
        Form form = Form::Utf8;
    };

    void addForms(const QByteArray &text);
    void addPiece(const QByteArray &bytes, Form form);
    void look(const QByteArray &data, bool isOfWords, QSet<qsizetype> &found) const;

    std::vector<Piece> m_all;
    std::unordered_multimap<quint64, qsizetype> m_byBeginning; // its first 8 bytes
    std::vector<bool> m_mayBegin = std::vector<bool>(std::size_t{1} << 16); // by a hash of these
};

} // namespace akwaba::world

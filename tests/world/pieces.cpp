// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pieces.h"

#include <QStringEncoder>

#include <algorithm>
#include <cstring>

namespace akwaba::world {

namespace {

constexpr qsizetype pieceBytes = 12;
constexpr qsizetype beginningBytes = 8;

quint64 beginningOf(const char *bytes)
{
    quint64 value = 0;
    std::memcpy(&value, bytes, beginningBytes);
    return value;
}

std::size_t placeOf(quint64 beginning) { return std::size_t((beginning * 0x9E3779B97F4A7C15ULL) >> 48); }

/// One after the other; the last one reaches back.
template <class F> void eachPiece(const QByteArray &text, F take)
{
    for (qsizetype from = 0; from < text.size() && text.size() >= pieceBytes; from += pieceBytes)
        take(text.sliced(std::min(from, text.size() - pieceBytes), pieceBytes));
}

/// Of the letters of base64 those that the bytes alone decide, wherever in a group of three they begin.
QByteArray base64Of(const QByteArray &bytes, qsizetype before)
{
    const QByteArray coded = QByteArray(QByteArray(before, '\0') + bytes + QByteArray(3, '\0')).toBase64();
    const qsizetype from = (8 * before + 5) / 6;
    return coded.sliced(from, 8 * (before + bytes.size()) / 6 - from);
}

QByteArray utf16Of(const QString &text)
{
    return QStringEncoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::Stateless).encode(text);
}

} // namespace

void Pieces::add(const QString &text)
{
    eachPiece(text.toUtf8(), [this](const QByteArray &piece) { addForms(piece); });
    eachPiece(utf16Of(text), [this](const QByteArray &piece) { addPiece(piece, Form::Utf16); });
    eachPiece(text.toLower().toUtf8(), [this](const QByteArray &piece) {
        if (!piece.contains(' ')) addPiece(piece, Form::Word);
    });
}

void Pieces::addWhole(const QString &text)
{
    addForms(text.toUtf8());
    addPiece(utf16Of(text), Form::Utf16);
}

void Pieces::addBytes(const QByteArray &bytes)
{
    eachPiece(bytes, [this](const QByteArray &piece) { addPiece(piece, Form::Utf8); });
}

void Pieces::addForms(const QByteArray &text)
{
    addPiece(text, Form::Utf8);
    for (qsizetype before = 0; before < 3; ++before)
        addPiece(base64Of(text, before), Form::Base64);
}

void Pieces::addPiece(const QByteArray &bytes, Form form)
{
    if (bytes.size() < beginningBytes) return;
    const quint64 beginning = beginningOf(bytes.constData());
    const auto [first, last] = m_byBeginning.equal_range(beginning);
    const bool isKnown = std::any_of(first, last, [&](const auto &entry) {
        const Piece &known = m_all[std::size_t(entry.second)];
        return known.form == form && known.bytes == bytes;
    });
    if (isKnown) return;
    m_byBeginning.emplace(beginning, count());
    m_mayBegin[placeOf(beginning)] = true;
    m_all.push_back({bytes, form});
}

void Pieces::look(const QByteArray &data, bool isOfWords, QSet<qsizetype> &found) const
{
    const QByteArrayView all(data);
    for (qsizetype at = 0; at + beginningBytes <= all.size(); ++at) {
        const quint64 beginning = beginningOf(all.data() + at);
        if (!m_mayBegin[placeOf(beginning)]) continue;
        const auto [first, last] = m_byBeginning.equal_range(beginning);
        for (auto entry = first; entry != last; ++entry) {
            const Piece &piece = m_all[std::size_t(entry->second)];
            if ((piece.form == Form::Word) == isOfWords && all.sliced(at).startsWith(piece.bytes))
                found.insert(entry->second);
        }
    }
}

QSet<qsizetype> Pieces::foundIn(const QByteArray &bytes, const QByteArray &words) const
{
    QSet<qsizetype> found;
    look(bytes, false, found);
    look(words, true, found);
    return found;
}

} // namespace akwaba::world

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/needles.h"

#include "core/domain/schema.h"
#include "core/text/fold.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtEndian>

#include <algorithm>
#include <bitset>
#include <cstring>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr qsizetype pieceBytes = 12;
constexpr qsizetype beginningBytes = 8; // the shortest needle
constexpr qsizetype mostPieces = 4000; // of one text: of a longer one every so many bytes
constexpr int filterBits = 20;

quint64 beginningOf(const char *bytes)
{
    quint64 value = 0;
    std::memcpy(&value, bytes, beginningBytes);
    return value;
}

std::size_t placeOf(quint64 beginning)
{
    return static_cast<std::size_t>((beginning * 0x9E3779B97F4A7C15ULL) >> (64 - filterBits));
}

/// A row of dashes or spaces is nobody's.
bool tellsSomething(QByteArrayView bytes)
{
    std::bitset<256> seen;
    for (const char byte : bytes)
        seen.set(static_cast<unsigned char>(byte));
    return seen.count() > 3;
}

void overwrite(QByteArray &bytes) { bytes.fill('\0'); }

QByteArray utf16(const QString &text)
{
    QByteArray bytes(text.size() * 2, Qt::Uninitialized);
    for (qsizetype i = 0; i < text.size(); ++i)
        qToLittleEndian(text.at(i).unicode(), bytes.data() + 2 * i);
    return bytes;
}

} // namespace

Needles::~Needles()
{
    m_known.clear(); // these share their bytes with those below, which are to be overwritten in place
    for (QByteArray &needle : m_all)
        overwrite(needle);
}

void Needles::addNeedle(QByteArrayView bytes)
{
    const QByteArray needle = bytes.toByteArray();
    if (m_known.contains(needle)) return;
    m_known.insert(needle);
    if (m_mayBegin.empty()) m_mayBegin.resize(std::size_t{1} << filterBits);
    const quint64 beginning = beginningOf(needle.constData());
    m_mayBegin[placeOf(beginning)] = true;
    m_byBeginning.emplace(beginning, static_cast<qsizetype>(m_all.size()));
    m_all.push_back(needle);
}

/// The piece may begin at any of three places in a group of base64; of each only the letters that it alone decides.
void Needles::addBase64(QByteArrayView piece)
{
    for (qsizetype before = 0; before < 3; ++before) {
        const QByteArray padded = QByteArray(before, '\0') + piece.toByteArray() + QByteArray(3, '\0');
        const qsizetype from = (8 * before + 5) / 6;
        const qsizetype to = 8 * (before + piece.size()) / 6;
        addNeedle(QByteArrayView(padded.toBase64()).sliced(from, to - from));
    }
}

void Needles::addPieces(const QByteArray &bytes, qsizetype stride, bool withBase64)
{
    for (qsizetype from = 0; from < bytes.size(); from += stride) {
        // The last one reaches back, so that the end of the text is looked for too.
        const qsizetype begin = std::max<qsizetype>(0, std::min(from, bytes.size() - pieceBytes));
        const QByteArrayView piece =
            QByteArrayView(bytes).sliced(begin).first(std::min(pieceBytes, bytes.size() - begin));
        if (piece.size() < beginningBytes || !tellsSomething(piece)) continue;
        addNeedle(piece);
        if (withBase64) addBase64(piece);
    }
}

void Needles::add(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const qsizetype stride = std::max(pieceBytes, bytes.size() / mostPieces);
    addPieces(bytes, stride, true);
    addPieces(utf16(text), stride + stride % 2, false);
    QString word;
    const auto endWord = [&] {
        if (word.size() > 2) m_words.insert(word);
        word.clear();
    };
    for (const QChar letter : folded(text)) {
        if (letter.isLetterOrNumber())
            word += letter;
        else
            endWord();
    }
    endWord();
}

void Needles::addBytes(const QByteArray &bytes) { addPieces(bytes, pieceBytes, false); }

void Needles::addJson(const QJsonValue &value)
{
    if (value.isString()) add(value.toString());
    if (value.isArray()) {
        for (const QJsonValue &element : value.toArray())
            addJson(element);
    }
    if (value.isObject()) {
        for (const QJsonValue &member : value.toObject())
            addJson(member);
    }
}

void Needles::addRecord(const TypeInfo &type, const QJsonObject &record)
{
    for (const FieldInfo &field : type.fields) {
        if (field.privacy.personal == Personal::Direct || field.privacy.personal == Personal::FreeText)
            addJson(record.value(field.name));
    }
}

void Needles::search(QByteArrayView data, QSet<qsizetype> &found) const
{
    if (isEmpty()) return;
    const char *const bytes = data.data();
    for (qsizetype at = 0; at + beginningBytes <= data.size(); ++at) {
        const quint64 beginning = beginningOf(bytes + at);
        if (!m_mayBegin[placeOf(beginning)]) continue;
        const auto [first, last] = m_byBeginning.equal_range(beginning);
        for (auto candidate = first; candidate != last; ++candidate) {
            if (data.sliced(at).startsWith(m_all[std::size_t(candidate->second)])) found.insert(candidate->second);
        }
    }
}

} // namespace akwaba

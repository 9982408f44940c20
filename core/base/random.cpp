// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <QRandomGenerator>

#include <cstring>

namespace akwaba {

QByteArray Random::bytes(qsizetype count)
{
    QByteArray result(count, Qt::Uninitialized);
    for (qsizetype at = 0; at < count; at += 8) {
        const quint64 value = next();
        std::memcpy(result.data() + at, &value, static_cast<std::size_t>(qMin<qsizetype>(8, count - at)));
    }
    return result;
}

quint64 SystemRandom::next() { return QRandomGenerator::system()->generate64(); }

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tokens.h"

#include <array>

namespace akwaba {

namespace {

constexpr std::size_t count = std::size_t(tokenCount);

constexpr std::array<QRgb, count> lightColors{
#define AKWABA_TOKEN(id, name, light, dark) light,
#include "ui/widgets/tokens.inc"
#undef AKWABA_TOKEN
};

constexpr std::array<QRgb, count> darkColors{
#define AKWABA_TOKEN(id, name, light, dark) dark,
#include "ui/widgets/tokens.inc"
#undef AKWABA_TOKEN
};

constexpr std::array<QLatin1StringView, count> names{
#define AKWABA_TOKEN(id, name, light, dark) QLatin1StringView(name),
#include "ui/widgets/tokens.inc"
#undef AKWABA_TOKEN
};

} // namespace

QColor tokenColor(Token token, bool dark)
{
    const auto index = std::size_t(token);
    return QColor::fromRgb(dark ? darkColors[index] : lightColors[index]);
}

QLatin1StringView tokenName(Token token) { return names[std::size_t(token)]; }

QColor mixed(const QColor &a, const QColor &b, qreal share)
{
    const auto blend = [share](int x, int y) { return qRound(x * share + y * (1 - share)); };
    return QColor(blend(a.red(), b.red()), blend(a.green(), b.green()), blend(a.blue(), b.blue()));
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QLatin1StringView>

namespace akwaba {

/// A named colour of the design system; what each is for is said in the design ("Colour") and in tokens.inc.
enum class Token : quint8 {
#define AKWABA_TOKEN(id, name, light, dark) id,
#include "ui/widgets/tokens.inc"
#undef AKWABA_TOKEN
};

/// H5 is the last of them; a token added behind it makes the tables too short, which does not compile.
inline constexpr int tokenCount = int(Token::H5) + 1;

/// The colour of a token in one of the two schemes. Widgets ask Theme::color(), which knows the scheme.
[[nodiscard]] QColor tokenColor(Token token, bool dark);

/// The name of a token in the design, e.g. "closed-soft".
[[nodiscard]] QLatin1StringView tokenName(Token token);

/// An ink on its soft ground: the pair a state or a chip is drawn with.
struct Tone {
    Token ink = Token::Text2;
    Token ground = Token::ClosedSoft;
    bool operator==(const Tone &) const = default;
};

/// `share` of a, the rest of b, in sRGB: 0 is all b, 1 is all a.
[[nodiscard]] QColor mixed(const QColor &a, const QColor &b, qreal share);

} // namespace akwaba

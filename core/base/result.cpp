// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include <array>
#include <utility>

namespace akwaba {

namespace {

constexpr std::array names{
    std::pair{Code::Internal, "internal"},
    std::pair{Code::BadInput, "badInput"},
    std::pair{Code::NotFound, "notFound"},
    std::pair{Code::Conflict, "conflict"},
    std::pair{Code::Denied, "denied"},
    std::pair{Code::Unauthenticated, "unauthenticated"},
    std::pair{Code::SecondFactorRequired, "secondFactorRequired"},
    std::pair{Code::SecondFactorWrong, "secondFactorWrong"},
    std::pair{Code::Throttled, "throttled"},
    std::pair{Code::Offline, "offline"},
    std::pair{Code::Unreachable, "unreachable"},
    std::pair{Code::Protocol, "protocol"},
    std::pair{Code::InsecureAddress, "insecureAddress"},
    std::pair{Code::UnknownCertificate, "unknownCertificate"},
    std::pair{Code::TooOld, "tooOld"},
    std::pair{Code::TooNew, "tooNew"},
    std::pair{Code::Corrupt, "corrupt"},
    std::pair{Code::DiskFull, "diskFull"},
    std::pair{Code::Io, "io"},
    std::pair{Code::Locked, "locked"},
    std::pair{Code::NoKeyring, "noKeyring"},
    std::pair{Code::Unsupported, "unsupported"},
};
static_assert(names.size() == static_cast<std::size_t>(Code::Unsupported) + 1);

} // namespace

QString codeName(Code code) { return QString::fromLatin1(names.at(static_cast<std::size_t>(code)).second); }

Code codeFromName(const QString &name)
{
    for (const auto &[code, text] : names) {
        if (name == QLatin1StringView(text)) return code;
    }
    return Code::Internal;
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace akwaba {

/// Everything that can go wrong, closed, so that the user interface can say each in the agent's language.
/// Names travel on the wire and in logs as codeName() writes them.
enum class Code {
    Internal, ///< our own bug: the log has more
    BadInput, ///< what was given does not parse or does not fit
    NotFound,
    Conflict, ///< somebody else changed it first
    Denied, ///< known, but not allowed
    Unauthenticated, ///< log-in needed, wrong password or token no longer valid
    SecondFactorRequired, ///< the password is right; a one-time code is wanted too
    SecondFactorWrong, ///< the password is right; the one-time code is not, or was used before
    Throttled, ///< too many attempts; detail may hold the seconds to wait
    Offline, ///< working offline by choice, or the network is gone
    Unreachable, ///< the server does not answer
    Protocol, ///< the server answers, but not as agreed (a lying or foreign server)
    InsecureAddress, ///< plain http to somewhere else than this machine
    UnknownCertificate, ///< detail holds the SHA-256 fingerprint
    TooOld, ///< the server no longer understands this program
    TooNew, ///< written by a newer program
    Corrupt, ///< the file is damaged or its key is wrong
    DiskFull,
    Io,
    Locked, ///< another process holds it
    NoKeyring,
    Unsupported,
};

/// An error as a value. `detail` is for the log only and never holds personal data.
struct Error {
    Code code = Code::Internal;
    QString detail;
    bool operator==(const Error &) const = default;
};

template <class T> using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Code code, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

/// The stable name of a code: lowerCamel, as on the wire.
[[nodiscard]] QString codeName(Code code);
/// The inverse; Code::Internal for a name that this program does not know.
[[nodiscard]] Code codeFromName(const QString &name);

} // namespace akwaba

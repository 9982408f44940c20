// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <gmime/gmime.h>

#include <memory>

// GMime's objects with owners, and its strings as ours. Any thread; a message
// is used by one thread at a time.
namespace akwaba::mail {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T> using GPtr = std::unique_ptr<T, Unref>;

/// Starts GMime once for the process.
void startGMime();

/// Parses what is left after a mbox line and blank lines at the top. Null only
/// for input in which nothing is a header.
[[nodiscard]] GPtr<GMimeMessage> parsedMessage(const QByteArray &raw);

/// The content of a part with its transfer encoding undone.
[[nodiscard]] QByteArray decodedContent(GMimePart *part);

/// Any object as it would stand in a mail.
[[nodiscard]] QByteArray serialised(GMimeObject *object);

/// GMime's UTF-8, invalid sequences replaced.
[[nodiscard]] QString fromGMime(const char *text);

/// A header as it stands in the mail, encoded words decoded; empty when absent.
[[nodiscard]] QString headerText(GMimeObject *object, const char *name);

/// The value of a header with its encoded words decoded.
[[nodiscard]] QString decodedHeader(const QByteArray &raw);

/// The bytes of a header, for what must not be decoded (ids, dates).
[[nodiscard]] QByteArray headerBytes(GMimeObject *object, const char *name);

} // namespace akwaba::mail

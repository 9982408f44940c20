// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/config/keys.h"

#include <QFile>
#include <QHostAddress>
#include <QUrl>

#include <algorithm>
#include <array>

/// The kinds of values that keys have. `Where` gives the place in a Target: a pointer to a member, or a function to a
/// reference.
namespace akwaba::config {

/// A string that passes a test.
template <class Target, class Where> Kind<Target> textThat(Where where, bool (*fits)(const QString &), QString wants)
{
    return {[where, fits](Target &target, const Value &value) {
                const auto *text = std::get_if<QString>(&value);
                if (!text || !fits(*text)) return false;
                std::invoke(where, target) = *text;
                return true;
            },
            [where](Target target) {
                const QString text = std::invoke(where, target);
                return text.isEmpty() ? Value() : Value(text);
            },
            std::move(wants)};
}

template <class Target, class Where> Kind<Target> text(Where where)
{
    return textThat<Target>(
        where, [](const QString &given) { return !given.isEmpty(); }, QStringLiteral("a text in quotes"));
}

/// A name would have to be resolved, and QHostAddress makes "any" of one.
template <class Target, class Where> Kind<Target> address(Where where)
{
    return textThat<Target>(
        where, [](const QString &given) { return !QHostAddress(given).isNull(); },
        QStringLiteral("an IP address like \"127.0.0.1\", in quotes"));
}

/// Into a number, or an optional one.
template <class Target, class Where> Kind<Target> number(Where where, qint64 least, qint64 most)
{
    return {[where, least, most](Target &target, const Value &value) {
                const auto *given = std::get_if<qint64>(&value);
                if (!given || *given < least || *given > most) return false;
                auto &into = std::invoke(where, target);
                if constexpr (requires { into.has_value(); })
                    into = static_cast<typename std::remove_reference_t<decltype(into)>::value_type>(*given);
                else
                    into = static_cast<std::remove_reference_t<decltype(into)>>(*given);
                return true;
            },
            [where](Target target) {
                const auto &now = std::invoke(where, target);
                if constexpr (requires { now.has_value(); })
                    return now ? Value(qint64(*now)) : Value();
                else
                    return Value(qint64(now));
            },
            QStringLiteral("a number from %1 to %2, without quotes").arg(least).arg(most)};
}

template <class Target, class Where> Kind<Target> port(Where where) { return number<Target>(where, 1, 65535); }

template <class Target, class Where> Kind<Target> truth(Where where)
{
    return {[where](Target &target, const Value &value) {
                const auto *given = std::get_if<bool>(&value);
                if (given) std::invoke(where, target) = *given;
                return given != nullptr;
            },
            [where](Target target) { return Value(bool(std::invoke(where, target))); },
            QStringLiteral("true or false, without quotes")};
}

template <class Target, class Where> Kind<Target> tlsMode(Where where)
{
    static constexpr std::array names{std::pair{mail::TlsMode::None, "none"},
                                      std::pair{mail::TlsMode::StartTls, "starttls"},
                                      std::pair{mail::TlsMode::Tls, "tls"}};
    return {[where](Target &target, const Value &value) {
                const auto *given = std::get_if<QString>(&value);
                for (const auto &[mode, name] : names) {
                    if (!given || *given != QLatin1StringView(name)) continue;
                    std::invoke(where, target) = mode;
                    return true;
                }
                return false;
            },
            [where](Target target) {
                const auto *found = std::find_if(names.begin(), names.end(), [&](const auto &pair) {
                    return pair.first == std::invoke(where, target);
                });
                return Value(QString::fromLatin1(found->second));
            },
            QStringLiteral("\"none\", \"starttls\" or \"tls\"")};
}

/// The first line of a file: a password, which has no business in a configuration, and is never shown.
template <class Target, class Where> Kind<Target> secretFile(Where where)
{
    return {[where](Target &target, const Value &value) {
                const auto *path = std::get_if<QString>(&value);
                QFile file(path ? *path : QString());
                if (!path || !file.open(QIODevice::ReadOnly)) return false;
                const QString secret = QString::fromUtf8(file.readLine()).trimmed();
                std::invoke(where, target) = secret;
                return !secret.isEmpty();
            },
            [](const Target &) { return Value(); },
            QStringLiteral("the path, in quotes, of a file that can be read and begins with the password")};
}

/// With quotes or without: TOML has days of its own.
template <class Target, class Where> Kind<Target> date(Where where)
{
    return {[where](Target &target, const Value &value) {
                const auto *day = std::get_if<QDate>(&value);
                const auto *written = std::get_if<QString>(&value);
                const QDate given = day ? *day : QDate::fromString(written ? *written : QString(), Qt::ISODate);
                if (given.isValid()) std::invoke(where, target) = given;
                return given.isValid();
            },
            [where](Target target) {
                const QDate now = std::invoke(where, target);
                return now.isValid() ? Value(now) : Value();
            },
            QStringLiteral("a day like 2026-11-01")};
}

/// What a browser writes into Origin: a scheme, a host, and a port that is not the scheme's own. Never "*".
inline bool isOrigin(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool hasOwnPort = (url.scheme() == QLatin1StringView("https") && url.port() == 443)
        || (url.scheme() == QLatin1StringView("http") && url.port() == 80);
    const bool isWeb = url.scheme() == QLatin1StringView("https") || url.scheme() == QLatin1StringView("http");
    const QString origin = url.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment
                                        | QUrl::RemoveUserInfo | QUrl::FullyEncoded);
    return url.isValid() && isWeb && !hasOwnPort && !url.host().isEmpty() && origin == text && !text.contains(u'*');
}

/// A list whose members all pass a test.
template <class Target, class Where> Kind<Target> listOf(Where where, bool (*fits)(const QString &), QString wants)
{
    return {[where, fits](Target &target, const Value &value) {
                const auto *given = std::get_if<QStringList>(&value);
                if (!given || !std::all_of(given->begin(), given->end(), fits)) return false;
                std::invoke(where, target) = *given;
                return true;
            },
            [where](Target target) { return Value(QStringList(std::invoke(where, target))); }, std::move(wants)};
}

template <class Target, class Where> Kind<Target> origins(Where where)
{
    return listOf<Target>(
        where, isOrigin,
        QStringLiteral("a list of origins like [\"https://www.shop.ci\"], each without path and without *"));
}

inline bool isNetwork(const QString &text) { return QHostAddress::parseSubnet(text).second >= 0; }

template <class Target, class Where> Kind<Target> networks(Where where)
{
    return listOf<Target>(where, isNetwork,
                          QStringLiteral("a list of addresses or networks like [\"127.0.0.1\", \"10.0.0.0/8\"]"));
}

} // namespace akwaba::config

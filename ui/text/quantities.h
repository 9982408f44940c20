// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/values.h"

#include <chrono>

/// Numbers, amounts, sizes, ages and dates as the agent reads them, in the language of QLocale(). Pure: the present is
/// an argument, both instants are UTC and shown in the local zone. fullMoment(), dueMoment() and clockTime() say an
/// instant that brings a zone along in that one.
namespace akwaba {

/// How long ago, as short as a column wants it: "20 min", "3 h", "hier", "lun.", "9 nov.", "nov. 2025".
[[nodiscard]] QString age(const QDateTime &at, const QDateTime &now);
/// The same in words, for tooltips and screen readers: "lundi 16 novembre 2026 14:20".
[[nodiscard]] QString fullMoment(const QDateTime &at);
/// In the time line: "15:00" today, "lun. 14:20" this week, "9 nov. 14:20", "9 nov. 2025 14:20".
[[nodiscard]] QString moment(const QDateTime &at, const QDateTime &now);
/// When something is due, soon or past: "15:00" today, "jeu. 15:00" within six days, "9 nov. 15:00".
[[nodiscard]] QString dueMoment(const QDateTime &at, const QDateTime &now);
/// The separator of a day: "lundi 16 novembre", with the year when it is not this one.
[[nodiscard]] QString dayTitle(const QDate &day, const QDate &today);
/// "13 nov.", with the year when it is not this one.
[[nodiscard]] QString shortDate(const QDate &day, const QDate &today);
/// "mars 2023".
[[nodiscard]] QString monthAndYear(const QDate &day);
/// "15:19".
[[nodiscard]] QString clockTime(const QDateTime &at);

/// "1,2 Mo", "240 ko", "812 octets".
[[nodiscard]] QString fileSize(qint64 bytes);
/// "76 000 FCFA".
[[nodiscard]] QString amount(const Money &money);
/// "12 500".
[[nodiscard]] QString number(qint64 value);
/// "45 s", "4 min 05 s", "1 h 02 min".
[[nodiscard]] QString duration(int seconds);
/// How long to wait, never too little: "45 s", "2 min".
[[nodiscard]] QString shortWait(std::chrono::seconds wait);

} // namespace akwaba

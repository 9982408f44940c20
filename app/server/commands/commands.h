// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/config/config.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/base/random.h"

#include <QCommandLineParser>
#include <QStringList>

#include <memory>

/// The words of `akwaba-server`, one file each. They speak English: operators read them, and logs keep them.
namespace akwaba::commands {

enum Exit { Ok = 0, Failed = 1, Usage = 2 };

[[nodiscard]] int init(const QStringList &arguments);
[[nodiscard]] int user(const QStringList &arguments);
[[nodiscard]] int team(const QStringList &arguments);
[[nodiscard]] int checkConfig(const QStringList &arguments);
[[nodiscard]] int audit(const QStringList &arguments);
[[nodiscard]] int serviceLevels(const QStringList &arguments);
[[nodiscard]] int eraseCustomer(const QStringList &arguments);
[[nodiscard]] int erasures(const QStringList &arguments);
[[nodiscard]] int serve(const QStringList &arguments);
[[nodiscard]] int testInstance(const QStringList &arguments);
[[nodiscard]] int deliver(const QStringList &arguments);
[[nodiscard]] int import(const QStringList &arguments);
[[nodiscard]] int backup(const QStringList &arguments);
[[nodiscard]] int restore(const QStringList &arguments);
[[nodiscard]] int demo(const QStringList &arguments);
[[nodiscard]] int parseMail(const QStringList &arguments);
[[nodiscard]] int stripReply(const QStringList &arguments);

/// What every command needs of the system.
struct Surroundings {
    SystemClock clock;
    SystemRandom random;

    /// The company that the words name, by placeOptions().
    [[nodiscard]] Result<std::unique_ptr<store::Store>> open(const QCommandLineParser &parser);
};

/// Where the data are: --data DIR.
[[nodiscard]] QCommandLineOption dataOption();
/// Which company: --data DIR, --config FILE, or both, where --data counts.
[[nodiscard]] QList<QCommandLineOption> placeOptions();
[[nodiscard]] Result<ServerConfig> configFrom(const QCommandLineParser &parser);
[[nodiscard]] store::Place placeOf(const ServerConfig &config);
/// False after telling the user what was wrong with his words, or what he asked for: leave with `exit` then.
[[nodiscard]] bool parse(QCommandLineParser &parser, const QStringList &arguments, int &exit);

void say(const QString &line); // to stdout
void complain(const QString &line); // to stderr
[[nodiscard]] int failed(const Error &error);
[[nodiscard]] Result<QByteArray> standardInput();

/// A bare address like sav@shop.ci, without a name.
[[nodiscard]] bool isAddress(const QString &text);
/// What a team may be called: one line that is not empty.
[[nodiscard]] Result<QString> teamName(const QString &typed);

/// Who a test instance of this directory lets in, for the next start.
[[nodiscard]] Result<void> keepTestLogin(const QString &directory, const QString &user, const QString &password);

/// The first line of a file.
[[nodiscard]] Result<QString> firstLine(const QString &path);
/// From --password-file, or made up where the option is absent; `wasMade` says which. Code::BadInput for one that its
/// owner may not have.
[[nodiscard]] Result<QString> passwordFrom(const QCommandLineParser &parser, const Agent &owner, Random &random,
                                           bool &wasMade);
[[nodiscard]] QCommandLineOption passwordOption();
/// A password that a person can type: four groups of five letters and digits, 100 bits.
[[nodiscard]] QString newPassword(Random &random);

} // namespace akwaba::commands

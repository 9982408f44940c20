// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands/commands.h"
#include "app/server/store/passwordrules.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace akwaba::commands {

namespace {

QString saying(PasswordFlaw flaw)
{
    switch (flaw) {
    case PasswordFlaw::TooShort: return u"a password has at least %1 characters"_s.arg(shortestPassword);
    case PasswordFlaw::TooLong: return u"a password has at most %1 characters"_s.arg(longestPassword);
    case PasswordFlaw::Common: return u"this is one of the commonest passwords"_s;
    case PasswordFlaw::Personal: return u"the password holds the agent's name or address"_s;
    }
    Q_UNREACHABLE();
}

void print(std::FILE *stream, const QString &line)
{
    const QByteArray bytes = line.toUtf8().append('\n');
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

QCommandLineOption dataOption() { return {{u"data"_s, u"dir"_s}, u"The data directory."_s, u"DIR"_s}; }

QList<QCommandLineOption> placeOptions()
{
    return {dataOption(),
            {u"config"_s, u"The configuration file, which also says where the database is."_s, u"FILE"_s}};
}

Result<ServerConfig> configFrom(const QCommandLineParser &parser)
{
    auto config = parser.isSet(u"config"_s) ? loadConfig(parser.value(u"config"_s)) : ServerConfig();
    if (config && parser.isSet(u"data"_s)) config->dataDirectory = parser.value(u"data"_s);
    if (config && config->dataDirectory.isEmpty()) return fail(Code::BadInput, u"--data is missing, or --config"_s);
    return config;
}

store::Place placeOf(const ServerConfig &config)
{
    if (config.databaseUrl == u"sqlite") return {config.dataDirectory};
    store::Place place{config.dataDirectory, config.databaseUrl, config.databasePassword};
    place.patience = std::chrono::seconds(config.databasePatienceSeconds);
    return place;
}

Result<std::unique_ptr<store::Store>> Surroundings::open(const QCommandLineParser &parser)
{
    return configFrom(parser).and_then(
        [this](const ServerConfig &config) { return store::Store::open(placeOf(config), clock, random); });
}

bool parse(QCommandLineParser &parser, const QStringList &arguments, int &exit)
{
    const QCommandLineOption help = parser.addHelpOption();
    exit = Usage;
    if (!parser.parse(arguments)) {
        complain(parser.errorText());
        return false;
    }
    if (parser.isSet(help)) {
        say(parser.helpText());
        exit = Ok;
        return false;
    }
    return true;
}

void say(const QString &line) { print(stdout, line); }

void complain(const QString &line) { print(stderr, line); }

int failed(const Error &error)
{
    complain(
        u"akwaba-server: %1 (%2)"_s.arg(error.detail.isEmpty() ? u"failed"_s : error.detail, codeName(error.code)));
    return Failed;
}

Result<QByteArray> standardInput()
{
    QFile input;
    QByteArray content;
    if (input.open(stdin, QIODevice::ReadOnly)) content = input.readAll();
    if (input.error() != QFileDevice::NoError) return fail(Code::Io, u"can't read standard input"_s);
    return content;
}

bool isAddress(const QString &text)
{
    static const QRegularExpression bare(u"^[^\\s\\p{Cc}@<>,;:\"()]+@[^\\s\\p{Cc}@<>,;:\"()]+\\z"_s);
    return bare.match(text).hasMatch();
}

Result<QString> teamName(const QString &typed)
{
    const QString name = typed.trimmed();
    if (name.isEmpty()) return fail(Code::BadInput, u"the name of a team is empty"_s);
    const bool isLine = std::ranges::all_of(name, [](QChar letter) { return letter.isPrint(); });
    if (!isLine) return fail(Code::BadInput, u"the name of a team is one line of letters"_s);
    return name;
}

QCommandLineOption passwordOption()
{
    return {u"password-file"_s, u"A file whose first line is the password; without it one is made up and printed."_s,
            u"FILE"_s};
}

QString newPassword(Random &random)
{
    constexpr char letters[] = "0123456789abcdefghjkmnpqrstvwxyz";
    QString password;
    for (int i = 0; i < 20; ++i) {
        if (i > 0 && i % 5 == 0) password += u'-';
        password += QLatin1Char(letters[random.below(32)]);
    }
    return password;
}

Result<QString> firstLine(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail(Code::NotFound, u"can't read %1"_s.arg(path));
    return QString::fromUtf8(file.readLine()).remove(u'\n').remove(u'\r');
}

Result<QString> passwordFrom(const QCommandLineParser &parser, const Agent &owner, Random &random, bool &wasMade)
{
    const QString path = parser.value(u"password-file"_s);
    wasMade = path.isEmpty();
    if (wasMade) return newPassword(random);
    auto password = firstLine(path);
    if (!password) return password;
    if (const auto flaw = store::flawOf(*password, owner)) return fail(Code::BadInput, saying(*flaw));
    return password;
}

} // namespace akwaba::commands

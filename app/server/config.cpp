// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/config.h"

#include <QFile>
#include <QHash>
#include <QHostAddress>
#include <QRegularExpression>
#include <QSet>
#include <QStringDecoder>

#include <functional>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// One `key = value`: a string, a number or a truth.
struct Value {
    QString text;
    bool isString = false;
};

/// Takes the value of one key, or says no.
struct Setter {
    std::function<bool(const Value &)> set;
    QString wants; // in words, for a value that does not fit
};

Setter text(QString &into)
{
    const auto set = [&into](const Value &value) {
        into = value.text;
        return value.isString && !value.text.isEmpty();
    };
    return {set, u"a text in double quotes"_s};
}

/// A name would have to be resolved, and QHostAddress makes "any" of one.
Setter address(QString &into)
{
    const auto set = [&into](const Value &value) {
        into = value.text;
        return value.isString && !QHostAddress(value.text).isNull();
    };
    return {set, u"an IP address like \"127.0.0.1\", in double quotes"_s};
}

template <class N> Setter number(N &into, qint64 least, qint64 most)
{
    const auto set = [&into, least, most](const Value &value) {
        bool ok = false;
        const qint64 given = value.text.toLongLong(&ok);
        if (!ok || value.isString || given < least || given > most) return false;
        into = static_cast<N>(given);
        return true;
    };
    return {set, u"a number from %1 to %2, without quotes"_s.arg(least).arg(most)};
}

Setter port(quint16 &into) { return number(into, 1, 65535); }

Setter truth(bool &into)
{
    const auto set = [&into](const Value &value) {
        into = value.text == u"true";
        return !value.isString && (into || value.text == u"false");
    };
    return {set, u"true or false, without quotes"_s};
}

Setter tlsMode(mail::TlsMode &into)
{
    const auto set = [&into](const Value &value) {
        if (value.text == u"none")
            into = mail::TlsMode::None;
        else if (value.text == u"starttls")
            into = mail::TlsMode::StartTls;
        else if (value.text == u"tls")
            into = mail::TlsMode::Tls;
        else
            return false;
        return value.isString;
    };
    return {set, u"\"none\", \"starttls\" or \"tls\""_s};
}

/// The first line of a file: a password, which has no business in a configuration.
Setter secretFile(QString &into)
{
    const auto set = [&into](const Value &value) {
        QFile file(value.text);
        if (!value.isString || !file.open(QIODevice::ReadOnly)) return false;
        into = QString::fromUtf8(file.readLine()).trimmed();
        return !into.isEmpty();
    };
    return {set, u"the path, in double quotes, of a file that can be read and begins with the password"_s};
}

Setter date(QDate &into)
{
    const auto set = [&into](const Value &value) {
        into = QDate::fromString(value.text, Qt::ISODate);
        return value.isString && into.isValid();
    };
    return {set, u"a day like \"2026-11-01\", in double quotes"_s};
}

QHash<QString, Setter> serverKeys(mail::MailServer &server, const QString &prefix)
{
    return {{prefix + u"host"_s, text(server.host)},
            {prefix + u"port"_s, port(server.port)},
            {prefix + u"tls"_s, tlsMode(server.tls)},
            {prefix + u"user"_s, text(server.user)},
            {prefix + u"password_file"_s, secretFile(server.password)}};
}

class Parser {
public:
    Parser() { enter({}); }

    Result<void> line(const QString &line, int number)
    {
        static const QRegularExpression heading(u"^\\[([a-z]+(?:\\.[A-Za-z0-9_-]+)?)\\]$"_s);
        static const QRegularExpression pair(u"^([a-z_]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\"\\s]+))$"_s);
        const QString bare = withoutComment(line).trimmed();
        if (bare.isEmpty()) return {};
        if (const auto match = heading.match(bare); match.hasMatch()) {
            const QString name = match.captured(1);
            if (isAgain(name, {})) return wrong(number, u"[%1] stands twice"_s.arg(name));
            m_heading = name;
            if (enter(name)) return {};
            return wrong(number, u"unknown heading [%1]"_s.arg(name));
        }
        const auto match = pair.match(bare);
        if (!match.hasMatch()) return wrong(number, u"not of the form key = value"_s);
        const QString key = match.captured(1);
        const auto setter = m_keys.constFind(key);
        if (setter == m_keys.cend()) return wrong(number, u"unknown key %1"_s.arg(key));
        if (isAgain(m_heading, key)) return wrong(number, u"%1 stands twice"_s.arg(key));
        const bool isString = match.capturedStart(2) >= 0;
        if (!setter->set({isString ? match.captured(2) : match.captured(3), isString}))
            return wrong(number, u"the value of %1 must be %2"_s.arg(key, setter->wants));
        return {};
    }

    Result<ServerConfig> finish()
    {
        if (m_config.dataDirectory.isEmpty()) return fail(Code::BadInput, u"data is missing"_s);
        if (!m_smtp.host.isEmpty()) m_config.smtp = m_smtp;
        if (m_lmtpPort != 0) m_config.lmtpPort = m_lmtpPort;
        if (m_config.tenant.isEmpty()) m_config.tenant = m_config.publicName;
        if (m_config.smtp) m_config.smtp->ownName = m_config.publicName;
        for (const std::unique_ptr<ImapAccount> &account : m_accounts) {
            if (account->server.host.isEmpty())
                return fail(Code::BadInput, u"[imap.%1] lacks host"_s.arg(account->name));
            account->server.ownName = m_config.publicName;
            m_config.imap.append(*account);
        }
        return m_config;
    }

private:
    static Result<void> wrong(int number, const QString &why)
    {
        return fail(Code::BadInput, u"line %1: %2"_s.arg(number).arg(why));
    }

    bool isAgain(const QString &heading, const QString &key)
    {
        const auto place = std::pair(heading, key);
        if (m_given.contains(place)) return true;
        m_given.insert(place);
        return false;
    }

    static QString withoutComment(const QString &line)
    {
        bool quoted = false;
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (line.at(i) == u'"') quoted = !quoted;
            if (line.at(i) == u'#' && !quoted) return line.left(i);
        }
        return line;
    }

    bool enter(const QString &heading)
    {
        if (heading.isEmpty()) {
            m_keys = {
                {u"data"_s, text(m_config.dataDirectory)},      {u"public_name"_s, text(m_config.publicName)},
                {u"listen"_s, address(m_config.listenAddress)}, {u"port"_s, port(m_config.port)},
                {u"plain_http"_s, truth(m_config.plainHttp)},   {u"certificate"_s, text(m_config.certificateFile)},
                {u"certificate_key"_s, text(m_config.keyFile)}};
        } else if (heading == u"mail") {
            m_smtp.port = 587;
            m_smtp.tls = mail::TlsMode::StartTls;
            m_keys = serverKeys(m_smtp, u"smtp_"_s);
            m_keys.insert(u"tenant"_s, text(m_config.tenant));
            m_keys.insert(u"from_name"_s, text(m_config.fallbackFrom.name));
            m_keys.insert(u"from_address"_s, text(m_config.fallbackFrom.address));
            m_keys.insert(u"lmtp_port"_s, port(m_lmtpPort));
        } else if (heading.startsWith(u"imap."_s)) {
            m_accounts.push_back(std::make_unique<ImapAccount>());
            ImapAccount &account = *m_accounts.back();
            account.name = heading.section(u'.', 1);
            account.server.port = 993;
            account.mailbox.name = u"INBOX"_s;
            m_keys = serverKeys(account.server, {});
            m_keys.insert(u"mailbox"_s, text(account.mailbox.name));
            m_keys.insert(u"from_date"_s, date(account.mailbox.from));
            m_keys.insert(u"every_seconds"_s, number(account.everySeconds, 5, 86400));
        } else {
            return false;
        }
        return true;
    }

    ServerConfig m_config;
    mail::MailServer m_smtp;
    quint16 m_lmtpPort = 0;
    std::vector<std::unique_ptr<ImapAccount>> m_accounts; // the setters point into them
    QHash<QString, Setter> m_keys;
    QString m_heading;
    QSet<std::pair<QString, QString>> m_given; // heading and key
};

} // namespace

Result<ServerConfig> readConfig(const QByteArray &content)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(content);
    if (decoder.hasError()) return fail(Code::BadInput, u"the file is not UTF-8"_s);
    Parser parser;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        if (const auto read = parser.line(line, ++number); !read) return tl::unexpected(read.error());
    }
    return parser.finish();
}

Result<ServerConfig> loadConfig(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail(Code::NotFound, u"can't read %1"_s.arg(path));
    return readConfig(file.readAll()).map_error([&path](const Error &error) {
        return Error{error.code, path + u": "_s + error.detail};
    });
}

} // namespace akwaba

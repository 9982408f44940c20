// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/config/keys.h"

#include "app/server/config/kinds.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace akwaba::config {

namespace {

/// "sqlite", or an address of libpq. The configuration is shown by check-config, so no password may stand in it.
bool isDatabaseUrl(const QString &url)
{
    if (url == u"sqlite") return true;
    static const QString scheme = u"postgresql://"_s;
    if (!url.startsWith(scheme)) return false;
    const QString rest = url.mid(scheme.size());
    const QString authority = rest.section(u'?', 0, 0).section(u'/', 0, 0);
    const bool hasPassword = authority.contains(u'@') && authority.section(u'@', 0, -2).contains(u':');
    return !hasPassword && !QUrlQuery(rest.section(u'?', 1)).hasQueryItem(u"password"_s);
}

/// The way mails go out; there is one as soon as somebody says something of it.
mail::MailServer &smtpOf(ServerConfig &config)
{
    if (!config.smtp) config.smtp = mail::MailServer{.port = 587, .tls = mail::TlsMode::StartTls};
    return *config.smtp;
}

QString smtpSays(const QString &what) { return u"mail goes out: "_s + what; }

using C = ServerConfig;

Heading generalKeys()
{
    return {
        {},
        {},
        {{u"data"_s, text<C>(&C::dataDirectory), u"the data directory; must be given"_s,
          u"\"/var/lib/akwaba-server\""_s},
         {u"public_name"_s, text<C>(&C::publicName), u"the name that consoles and mail servers know us by"_s, {}},
         {u"listen"_s, address<C>(&C::listenAddress), u"address of HTTP and WebSocket"_s, {}},
         {u"port"_s, port<C>(&C::port), u"port of HTTP and WebSocket"_s, {}},
         {u"plain_http"_s,
          truth<C>(&C::plainHttp),
          u"without TLS; on loopback only, for a proxy of this machine"_s,
          {}},
         {u"certificate"_s, text<C>(&C::certificateFile),
          u"PEM; without it server.crt in the data directory; read again at SIGHUP"_s, u"\"/etc/akwaba/server.crt\""_s},
         {u"certificate_key"_s, text<C>(&C::keyFile), u"PEM; without it server.key in the data directory"_s,
          u"\"/etc/akwaba/server.key\""_s}}};
}

Heading httpKeys()
{
    return {u"http"_s,
            u"what strangers may cost, and who may watch"_s,
            {{u"max_body"_s,
              number<C>([](C &config) -> auto & { return config.limits.body; }, 100'000, 1'000'000'000),
              u"bytes of the largest request, attachments among them"_s,
              {}},
             {u"max_connections"_s,
              number<C>([](C &config) -> auto & { return config.limits.connections; }, 16, 100'000),
              u"open connections; a console has two"_s,
              {}},
             {u"max_strangers"_s,
              number<C>([](C &config) -> auto & { return config.limits.strangers; }, 8, 100'000),
              u"of them, those on which nobody has logged in; over it the oldest one is dropped"_s,
              {}},
             {u"metrics_port"_s, port<C>(&C::metricsPort),
              u"figures for Prometheus at /metrics, on loopback only; none without a port"_s, u"9443"_s},
             {u"trusted_proxies"_s,
              networks<C>(&C::trustedProxies),
              u"addresses or networks of proxies in front, whose Forwarded or X-Forwarded-For says who asks; they must "
              "write one of them"_s,
              {}},
             {u"servers"_s, origins<C>(&C::servers),
              u"addresses of all servers over this database, as consoles reach them: one that is gone gives way to the "
              "next; they share a certificate"_s,
              u"[\"https://one.shop.ci:8443\", \"https://two.shop.ci:8443\"]"_s},
             {u"cors_origins"_s,
              origins<C>(&C::corsOrigins),
              u"sites whose pages may talk to this server from a browser"_s,
              {}},
             {u"access_log"_s, text<C>(&C::accessLog),
              u"a file, or \"stderr\"; it holds no addresses, names or contents; none without it"_s,
              u"\"/var/log/akwaba-server/access.log\""_s}}};
}

Heading databaseKeys()
{
    return {u"database"_s,
            u"where tickets are kept"_s,
            {{u"url"_s,
              textThat<C>(&C::databaseUrl, isDatabaseUrl,
                          u"\"sqlite\" or like \"postgresql://akwaba@db.shop.ci/akwaba\", without a password"_s),
              u"\"sqlite\" (akwaba.db in the data directory), or \"postgresql://USER@HOST/NAME\""_s,
              {}},
             {u"password_file"_s, secretFile<C>(&C::databasePassword), u"a file whose first line is its password"_s,
              u"\"/etc/akwaba/database.password\""_s},
             {u"patience_seconds"_s,
              number<C>(&C::databasePatienceSeconds, 3, 3600),
              u"how long PostgreSQL may take for an answer; then it counts as hanging and requests are refused"_s,
              {}},
             {u"change_log_days"_s,
              number<C>(&C::changeLogDays, 31, 3650),
              u"how long a console may be away and go on where it was; after that it fetches everything anew"_s,
              {}}}};
}

Heading deviceKeys()
{
    return {u"devices"_s,
            u"what lies on the consoles' machines"_s,
            {{u"lease_days"_s,
              number<C>(&C::leaseDays, 1, 30),
              u"how long a console shows what it holds without meeting the server; what was not sent stays open"_s,
              {}}}};
}

Heading mailKeys()
{
    const auto smtp = [](auto member) {
        return [member](C &config) -> auto & { return std::invoke(member, smtpOf(config)); };
    };
    using S = mail::MailServer;
    return {
        u"mail"_s,
        u"mail in and out"_s,
        {{u"tenant"_s, text<C>(&C::tenant),
          u"the domain of our Message-IDs, else public_name; does not change once mail was sent"_s, u"\"shop.ci\""_s},
         {u"from_name"_s, text<C>([](C &config) -> auto & { return config.fallbackFrom.name; }),
          u"sender for teams without an address of their own"_s, u"\"Shop\""_s},
         {u"from_address"_s, text<C>([](C &config) -> auto & { return config.fallbackFrom.address; }), u"his address"_s,
          u"\"support@shop.ci\""_s},
         {u"reply_tokens"_s,
          truth<C>(&C::replyTokens),
          u"answers come to addresses like support+a-10482.0f1e2d3c4b5a6978@shop.ci, which name the ticket; the mail "
          "server must deliver these to support@shop.ci"_s,
          {}},
         {u"lmtp_port"_s, port<C>(&C::lmtpPort), u"door for a mail server of this machine, on loopback"_s, u"2424"_s},
         {u"smtp_host"_s, text<C>(smtp(&S::host)), smtpSays(u"server; without it nothing is sent"_s),
          u"\"smtp.shop.ci\""_s},
         {u"smtp_port"_s, port<C>(smtp(&S::port)), smtpSays(u"port"_s), {}},
         {u"smtp_tls"_s, tlsMode<C>(smtp(&S::tls)), smtpSays(u"\"none\", \"starttls\" or \"tls\""_s), {}},
         {u"smtp_user"_s, text<C>(smtp(&S::user)), smtpSays(u"log-in; without it none"_s), u"\"support\""_s},
         {u"smtp_password_file"_s, secretFile<C>(smtp(&S::password)),
          smtpSays(u"a file whose first line is the password"_s), u"\"/etc/akwaba/smtp.password\""_s},
         {u"smtp_token_file"_s, text<C>(smtp(&S::tokenFile)),
          smtpSays(u"a file whose first line is a token (XOAUTH2), read at each log-in, in place of a password"_s),
          u"\"/run/akwaba/smtp.token\""_s}}};
}

Heading answerKeys()
{
    return {u"answers"_s,
            u"what the server answers by itself, to a customer's mail and never to a robot's"_s,
            {{u"acknowledge"_s,
              truth<C>(&C::acknowledge),
              u"says the ticket's number, and out of hours when you open again; at most once a day for each ticket"_s,
              {}},
             {u"opening_hours"_s, text<C>(&C::openingHours),
              u"a calendar, JSON; without it Monday to Friday, 08:00 to 12:00 and 14:00 to 18:00 in Abidjan"_s,
              u"\"/etc/akwaba/opening-hours.json\""_s},
             {u"templates"_s, text<C>(&C::answerTemplates),
              u"a folder with your texts, acknowledgement.fr.txt, acknowledgement.en.txt, out-of-hours.fr.txt, "
              "out-of-hours.en.txt, later-date.fr.txt, later-date.en.txt; those that are missing are ours"_s,
              u"\"/etc/akwaba/answers\""_s}}};
}

} // namespace

const QList<Heading> &headings()
{
    static const QList<Heading> all{generalKeys(), httpKeys(), databaseKeys(), deviceKeys(), mailKeys(), answerKeys()};
    return all;
}

const QList<Key<ImapAccount>> &mailboxKeys()
{
    using A = ImapAccount;
    using S = mail::MailServer;
    const auto server = [](auto member) {
        return [member](A &account) -> auto & { return std::invoke(member, account.server); };
    };
    static const QList<Key<A>> all{
        {u"host"_s, text<A>(server(&S::host)), u"its server; must be given"_s, u"\"imap.shop.ci\""_s},
        {u"port"_s, port<A>(server(&S::port)), u"its port"_s, {}},
        {u"tls"_s, tlsMode<A>(server(&S::tls)), u"\"none\", \"starttls\" or \"tls\""_s, {}},
        {u"user"_s, text<A>(server(&S::user)), u"log-in"_s, u"\"support\""_s},
        {u"password_file"_s, secretFile<A>(server(&S::password)), u"a file whose first line is the password"_s,
         u"\"/etc/akwaba/imap.password\""_s},
        {u"token_file"_s, text<A>(server(&S::tokenFile)),
         u"a file whose first line is a token (XOAUTH2), read at each log-in, in place of a password"_s,
         u"\"/run/akwaba/imap.token\""_s},
        {u"mailbox"_s, text<A>([](A &account) -> auto & { return account.mailbox.name; }), u"its name"_s, {}},
        {u"from_date"_s, date<A>([](A &account) -> auto & { return account.mailbox.from; }),
         u"nothing older is taken at the first visit; without it everything"_s, u"2026-11-01"_s},
        {u"every_seconds"_s,
         number<A>(&A::everySeconds, 5, 86400),
         u"pause between visits, where the server can't tell by itself of new mail"_s,
         {}},
        {u"address"_s, text<A>(&A::address), u"whose mail comes here"_s, u"\"support@shop.ci\""_s},
        {u"keep_sent"_s,
         truth<A>(&A::keepsSent),
         u"copies what leaves from that address into its folder of sent mail; for providers that don't"_s,
         {}},
        {u"sent_folder"_s, text<A>(&A::sentFolder), u"that folder, else the one that the server marks as such"_s,
         u"\"Sent\""_s},
    };
    return all;
}

} // namespace akwaba::config

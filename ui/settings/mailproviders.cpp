// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/mailproviders.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

MailHost tls(const QString &host, int port) { return {host, port, MailTls::Tls, {}}; }

MailHost startTls(const QString &host) { return {host, 587, MailTls::StartTls, {}}; }

} // namespace

const QList<MailProvider> &mailProviders()
{
    static const QList<MailProvider> all{
        {"Gmail, Google Workspace"_L1,
         {"gmail.com"_L1, "googlemail.com"_L1},
         tls(u"imap.gmail.com"_s, 993),
         startTls(u"smtp.gmail.com"_s),
         true},
        {"Outlook, Microsoft 365"_L1,
         {"outlook.com"_L1, "outlook.fr"_L1, "hotmail.com"_L1, "hotmail.fr"_L1, "live.com"_L1, "live.fr"_L1},
         tls(u"outlook.office365.com"_s, 993),
         startTls(u"smtp.office365.com"_s),
         true},
        {"Yahoo"_L1,
         {"yahoo.com"_L1, "yahoo.fr"_L1, "ymail.com"_L1},
         tls(u"imap.mail.yahoo.com"_s, 993),
         tls(u"smtp.mail.yahoo.com"_s, 465),
         true},
        {"OVHcloud"_L1, {"ovh.net"_L1}, tls(u"ssl0.ovh.net"_s, 993), tls(u"ssl0.ovh.net"_s, 465)},
        {"Orange"_L1, {"orange.fr"_L1, "wanadoo.fr"_L1}, tls(u"imap.orange.fr"_s, 993), tls(u"smtp.orange.fr"_s, 465)},
        {"Zoho"_L1,
         {"zoho.com"_L1, "zohomail.com"_L1},
         tls(u"imap.zoho.com"_s, 993),
         tls(u"smtp.zoho.com"_s, 465),
         true},
        {"Zoho (Europe)"_L1,
         {"zoho.eu"_L1, "zohomail.eu"_L1},
         tls(u"imap.zoho.eu"_s, 993),
         tls(u"smtp.zoho.eu"_s, 465),
         true},
        {"iCloud"_L1,
         {"icloud.com"_L1, "me.com"_L1},
         tls(u"imap.mail.me.com"_s, 993),
         startTls(u"smtp.mail.me.com"_s),
         true},
        {"Free"_L1, {"free.fr"_L1}, tls(u"imap.free.fr"_s, 993), tls(u"smtp.free.fr"_s, 465)},
        {"La Poste"_L1, {"laposte.net"_L1}, tls(u"imap.laposte.net"_s, 993), tls(u"smtp.laposte.net"_s, 465)},
        {"SFR"_L1, {"sfr.fr"_L1, "neuf.fr"_L1}, tls(u"imap.sfr.fr"_s, 993), tls(u"smtp.sfr.fr"_s, 465)},
    };
    return all;
}

const MailProvider *providerOf(const QString &address)
{
    const QString domain = address.section(u'@', 1).trimmed().toLower();
    const auto found = std::ranges::find_if(mailProviders(), [&domain](const MailProvider &provider) {
        return std::ranges::any_of(provider.domains, [&domain](QLatin1StringView own) { return domain == own; });
    });
    return found == mailProviders().end() ? nullptr : &*found;
}

void guessServers(MailAccount &account, const MailProvider *provider)
{
    const QString domain = account.address.section(u'@', 1).trimmed().toLower();
    account.imap = provider ? provider->imap : tls(u"imap."_s + domain, 993);
    account.smtp = provider ? provider->smtp : startTls(u"smtp."_s + domain);
    account.imap.user = account.address;
    account.smtp.user = account.address;
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/mailaccounts.h"

#include "app/server/store/mailtables.h"
#include "app/server/store/secretbox.h"
#include "app/server/store/writer.h"
#include "core/base/clock.h"
#include "core/database/statement.h"

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

const QString selectAccounts =
    u"SELECT id, name, team, address, imap_host, imap_port, imap_tls, imap_user, folder, from_date, smtp_host, "
    "smtp_port, smtp_tls, smtp_user, keeps_sent, sent_folder, active FROM mail_accounts"_s;

MailHost readHost(const Statement &row, int from)
{
    return {row.text(from), int(row.integer(from + 1)),
            fromWireName<MailTls>(row.text(from + 2)).value_or(MailTls::Tls), row.text(from + 3)};
}

MailAccount readAccount(const Statement &row)
{
    MailAccount account;
    account.id.value = row.text(0);
    account.name = row.text(1);
    account.team.value = row.text(2);
    account.address = row.text(3);
    account.imap = readHost(row, 4);
    account.folder = row.text(8);
    account.fromDate = row.text(9);
    account.smtp = readHost(row, 10);
    account.keepsSent = row.flag(14);
    account.sentFolder = row.text(15);
    account.active = row.flag(16);
    return account;
}

struct Sealed {
    QString imap;
    QString smtp;
};

Result<std::optional<Sealed>> sealedPasswords(Database &database, const MailAccountId &id)
{
    Statement select(database, u"SELECT imap_secret, smtp_secret FROM mail_accounts WHERE id = ?"_s);
    return select.bind(0, id.value).first([](const Statement &row) { return Sealed{row.text(0), row.text(1)}; });
}

// Sealed for its place as well: the one can't be put in the place of the other.
QString ownerOf(const MailAccountId &id, const QString &which) { return id.value + u'/' + which; }

/// The new one, or the old one where it goes to the same server and the same user.
Result<QString> sealedAnew(SecretBox &box, const QString &owner, const QString &given, const QString &old, bool isSame)
{
    if (!given.isEmpty()) return box.seal(given.toUtf8(), owner);
    return isSame ? old : QString();
}

Result<QString> opened(SecretBox &box, const QString &sealed, const QString &owner)
{
    if (sealed.isEmpty()) return QString();
    return box.open(sealed, owner).map([](const QByteArray &secret) { return QString::fromUtf8(secret); });
}

Result<void> write(Writer &writer, const MailAccount &account, const Sealed &sealed)
{
    Statement upsert(
        writer.sideTables(),
        u"INSERT INTO mail_accounts (id, name, team, address, imap_host, imap_port, imap_tls, imap_user, folder, "
        "from_date, smtp_host, smtp_port, smtp_tls, smtp_user, keeps_sent, sent_folder, active, imap_secret, "
        "smtp_secret, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET name = excluded.name, team = excluded.team, address = excluded.address, "
        "imap_host = excluded.imap_host, imap_port = excluded.imap_port, imap_tls = excluded.imap_tls, "
        "imap_user = excluded.imap_user, folder = excluded.folder, from_date = excluded.from_date, "
        "smtp_host = excluded.smtp_host, smtp_port = excluded.smtp_port, smtp_tls = excluded.smtp_tls, "
        "smtp_user = excluded.smtp_user, keeps_sent = excluded.keeps_sent, sent_folder = excluded.sent_folder, "
        "active = excluded.active, imap_secret = excluded.imap_secret, smtp_secret = excluded.smtp_secret, "
        "changed_at = excluded.changed_at"_s);
    int at = -1;
    const auto add = [&upsert, &at](const QVariant &value) { upsert.bind(++at, value); };
    for (const QString &text : {account.id.value, account.name, account.team.value, account.address})
        add(text);
    const auto addHost = [&add](const MailHost &host) {
        add(host.host);
        add(host.port);
        add(wireName(host.tls));
        add(host.user);
    };
    addHost(account.imap);
    add(account.folder);
    add(account.fromDate);
    addHost(account.smtp);
    add(int(account.keepsSent));
    add(account.sentFolder);
    add(int(account.active));
    add(sealed.imap);
    add(sealed.smtp);
    add(writer.clock().now());
    return upsert.run();
}

} // namespace

Result<QList<MailAccount>> mailAccounts(Database &database)
{
    Statement select(database, selectAccounts + u" ORDER BY name, id"_s);
    auto accounts = select.rows(readAccount);
    const auto troubles = mailboxTroubles(database);
    if (!accounts) return accounts;
    if (!troubles) return tl::unexpected(troubles.error());
    for (MailAccount &account : *accounts)
        account.trouble = troubles->value(account.id.value, MailTrouble::None);
    return accounts;
}

Result<std::optional<MailAccount>> mailAccount(Database &database, const MailAccountId &id)
{
    Statement select(database, selectAccounts + u" WHERE id = ?"_s);
    return select.bind(0, id.value).first(readAccount);
}

Result<QDateTime> mailAccountsChangedAt(Database &database)
{
    Statement select(database, u"SELECT MAX(changed_at), COUNT(*) FROM mail_accounts"_s);
    // One that was removed changes the number only.
    return select.first([](const Statement &row) { return row.instant(0).addMSecs(row.integer(1)); })
        .map([](const std::optional<QDateTime> &at) { return at.value_or(QDateTime()); });
}

Result<void> putMailAccount(Writer &writer, SecretBox &box, const MailAccount &account, const MailPasswords &passwords)
{
    const auto before = mailAccount(writer.sideTables(), account.id);
    const auto sealed = sealedPasswords(writer.sideTables(), account.id);
    if (!before) return tl::unexpected(before.error());
    if (!sealed) return tl::unexpected(sealed.error());
    const Sealed old = sealed->value_or(Sealed());
    const auto isSame = [&before](MailHost MailAccount::*which, const MailHost &now) {
        return *before && isSameLogIn((**before).*which, now);
    };
    const auto imap = sealedAnew(box, ownerOf(account.id, u"imap"_s), passwords.imap, old.imap,
                                 isSame(&MailAccount::imap, account.imap));
    const auto smtp = sealedAnew(box, ownerOf(account.id, u"smtp"_s), passwords.smtp, old.smtp,
                                 isSame(&MailAccount::smtp, account.smtp));
    if (!imap) return tl::unexpected(imap.error());
    if (!smtp) return tl::unexpected(smtp.error());
    return write(writer, account, {*imap, *smtp});
}

Result<bool> removeMailAccount(Writer &writer, const MailAccountId &id)
{
    for (const QString &table : {u"mailbox_progress"_s, u"mailbox_troubles"_s}) {
        Statement forget(writer.sideTables(), u"DELETE FROM %1 WHERE mailbox = ?"_s.arg(table));
        if (const auto done = forget.bind(0, id.value).run(); !done) return tl::unexpected(done.error());
    }
    Statement remove(writer.sideTables(), u"DELETE FROM mail_accounts WHERE id = ?"_s);
    return remove.bind(0, id.value).run().map([&remove] { return remove.affected() > 0; });
}

Result<MailPasswords> mailPasswords(Database &database, SecretBox &box, const MailAccountId &id)
{
    const auto sealed = sealedPasswords(database, id);
    if (!sealed) return tl::unexpected(sealed.error());
    const Sealed secrets = sealed->value_or(Sealed());
    const auto imap = opened(box, secrets.imap, ownerOf(id, u"imap"_s));
    const auto smtp = opened(box, secrets.smtp, ownerOf(id, u"smtp"_s));
    if (!imap) return tl::unexpected(imap.error());
    if (!smtp) return tl::unexpected(smtp.error());
    return MailPasswords{*imap, *smtp};
}

} // namespace akwaba::store

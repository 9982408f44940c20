// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "erasing.h"

#include "app/server/store/anonymise.h"
#include "app/server/store/erasuretables.h"
#include "core/database/statement.h"

#include <QDirIterator>
#include <QFile>
#include <QStringEncoder>

namespace akwaba::world {

using namespace Qt::StringLiterals;

namespace {

/// Of the letters of base64 those that the text alone decides, wherever in a group of three bytes it begins.
QByteArrayList base64Of(const QByteArray &text)
{
    QByteArrayList forms;
    for (qsizetype before = 0; before < 3; ++before) {
        const QByteArray coded = QByteArray(QByteArray(before, '\0') + text + QByteArray(3, '\0')).toBase64();
        const qsizetype from = (8 * before + 5) / 6;
        forms.append(coded.mid(from, 8 * (before + text.size()) / 6 - from));
    }
    return forms;
}

QByteArrayList formsOf(const QString &text)
{
    QStringEncoder utf16(QStringEncoder::Utf16LE, QStringEncoder::Flag::Stateless);
    const QByteArray bytes = text.toUtf8();
    return QByteArrayList{bytes, utf16.encode(text)} + base64Of(bytes);
}

/// Everything that lies in the folder of a console: its files as they are, their pages as they are decrypted, and the
/// words of its index, each at the end of a line. Not by the means of the product.
struct Image {
    QByteArray bytes;
    QByteArray words;
    qint64 files = 0;

    [[nodiscard]] bool holds(const QString &text) const
    {
        for (const QByteArray &form : formsOf(text)) {
            if (bytes.contains(form)) return true;
        }
        const QString last = text.section(u' ', -1).toLower();
        return words.contains(QByteArray('\n' + last.toUtf8() + '\n'));
    }
};

Image imageOf(WorldConsole &console)
{
    Image image;
    QDirIterator files(console.folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) continue;
        image.bytes += file.readAll();
        ++image.files;
    }
    for (const auto &[file, key] : console.databases()) {
        if (!QFile::exists(file)) continue;
        Database database = must(Database::open(file, {.key = key, .readOnly = true}));
        Statement pages(database, u"SELECT data FROM sqlite_dbpage"_s);
        must(pages.forEach([&](const Statement &row) { image.bytes += row.value(0).toByteArray(); }));
        const auto index = must(database.value(u"SELECT count(*) FROM sqlite_schema WHERE name = 'words'"_s));
        if (index.toInt() == 0) continue;
        must(database.execute(u"PRAGMA query_only = OFF"_s)); // of what is in memory only; the file stays read-only
        must(database.execute(u"CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'words', 'row')"_s));
        Statement terms(database, u"SELECT term FROM temp.terms"_s);
        must(terms.forEach([&](const Statement &row) { image.words += '\n' + row.text(0).toUtf8() + '\n'; }));
    }
    return image;
}

/// What only this customer's rows say: the words of the messages on his tickets, and his address.
QStringList textsOf(WorldServer &server, const Customer &customer, const QStringList &tickets)
{
    QStringList texts;
    for (const Message &message : server.all<Message>()) {
        const bool says = !message.text.isEmpty() && message.text != store::neutralText();
        if (says && tickets.contains(message.ticket.value)) texts.append(message.text);
    }
    for (const EmailAddress &email : customer.emails)
        texts.append(email.address);
    return texts;
}

bool showsText(WorldConsole &console, const QString &text)
{
    const auto rows = console.rows(typeInfo<Message>());
    return std::ranges::any_of(rows, [&](const QJsonObject &row) { return row.value(u"text"_s) == text; });
}

} // namespace

void ErasureFigures::add(const ErasureFigures &other)
{
    erasures += other.erasures;
    revocations += other.revocations;
    devices += other.devices;
    byteClean += other.byteClean;
    files += other.files;
    bytes += other.bytes;
    before += other.before;
    remnants += other.remnants;
}

QList<Customer> Erasures::candidates(FakeWorld &world)
{
    QSet<QString> withTickets;
    for (const Ticket &ticket : world.server().all<Ticket>())
        withTickets.insert(ticket.customer.value);
    QList<Customer> all = world.server().all<Customer>();
    all.removeIf([&withTickets](const Customer &customer) {
        return customer.name.startsWith(store::neutralText()) || !withTickets.contains(customer.id.value);
    });
    return all;
}

QStringList Erasures::erase(FakeWorld &world, const CustomerId &id)
{
    const Customer customer = *world.server().find<Customer>(id);
    QStringList tickets;
    for (const Ticket &ticket : world.server().all<Ticket>()) {
        if (ticket.customer == id) tickets.append(ticket.id.value);
    }
    const QStringList texts = textsOf(world.server(), customer, tickets);
    for (int i = 0; i < world.consoles(); ++i) {
        if (!QFile::exists(world.console(i).databases().constFirst().first)) continue;
        const Image image = imageOf(world.console(i));
        for (const QString &text : texts) {
            const bool found = image.holds(text);
            m_figures.before += found ? 1 : 0;
            if (!found && showsText(world.console(i), text))
                world.violations.append(u"P7: the search does not find what console %1 shows"_s.arg(i));
        }
    }
    m_texts += texts;
    ++m_figures.erasures;
    (void)must(world.server().store().eraseCustomer(id));
    return tickets;
}

void Erasures::check(FakeWorld &world)
{
    for (const store::ErasureStatus &status : must(store::erasureStatus(world.server().file()))) {
        m_figures.revocations += status.cause == ErasureCause::Scope ? 1 : 0;
        m_figures.devices += status.acked;
        m_figures.byteClean += status.byteClean;
        if (!status.pending.isEmpty())
            world.violations.append(u"P7: %1 has not answered to %2"_s.arg(status.pending.constFirst(), status.id));
    }
    if (m_texts.isEmpty()) return;
    for (int i = 0; i < world.consoles(); ++i) {
        const Image image = imageOf(world.console(i));
        m_figures.files += image.files;
        m_figures.bytes += image.bytes.size();
        for (const QString &text : m_texts) {
            if (!image.holds(text)) continue;
            ++m_figures.remnants;
            world.violations.append(u"P7: console %1 still holds \"%2\""_s.arg(i).arg(text));
        }
    }
    Database &file = world.server().file();
    for (const Message &message : world.server().all<Message>()) {
        if (m_texts.contains(message.text)) world.violations.append(u"P7: the server still has it"_s);
    }
    Statement addresses(file, u"SELECT address FROM customer_addresses"_s);
    must(addresses.forEach([&](const Statement &row) {
        if (m_texts.contains(row.text(0))) world.violations.append(u"P7: the server still knows an address"_s);
    }));
}

} // namespace akwaba::world

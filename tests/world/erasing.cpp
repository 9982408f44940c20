// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "erasing.h"

#include "app/server/store/anonymise.h"
#include "app/server/store/erasuretables.h"
#include "core/database/statement.h"

#include <QFile>

#include <algorithm>

namespace akwaba::world {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(Pieces::Form form)
{
    switch (form) {
    case Pieces::Form::Utf8: return u"UTF-8"_s;
    case Pieces::Form::Utf16: return u"UTF-16"_s;
    case Pieces::Form::Base64: return u"base64"_s;
    case Pieces::Form::Word: return u"a word of the index"_s;
    }
    return {};
}

/// What a console shows of texts that are like no others.
struct Shown {
    QSet<QString> indexed;
    QSet<QString> all;
};

Shown shownBy(WorldConsole &console)
{
    Shown shown;
    for (const QString &sql :
         {u"SELECT text, '' FROM messages WHERE text <> ?"_s, u"SELECT name, '' FROM attachments WHERE name <> ?"_s}) {
        for (const QStringList &row : console.ask(sql, QString()))
            shown.indexed.insert(row.constFirst());
    }
    shown.all = shown.indexed;
    for (const QStringList &row : console.ask(u"SELECT text, '' FROM drafts WHERE text <> ?"_s, QString()))
        shown.all.insert(row.constFirst());
    return shown;
}

} // namespace

void ErasureFigures::add(const ErasureFigures &other)
{
    erasures += other.erasures;
    revocations += other.revocations;
    devices += other.devices;
    byteClean += other.byteClean;
    scans += other.scans;
    files += other.files;
    bytes += other.bytes;
    needles += other.needles;
    before += other.before;
    blobs += other.blobs;
    remnants += other.remnants;
}

Erasures::Erasures(FakeWorld &world) : m_world(world)
{
    world.onAcknowledging([this](int console, const QString &erasure) { acknowledging(console, erasure); });
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

// ------------------------------------------------------------------------------------------------ before

QStringList Erasures::erase(const CustomerId &id, const QStringList &unsent)
{
    const Customer customer = *m_world.server().find<Customer>(id);
    QStringList tickets;
    for (const Ticket &ticket : m_world.server().all<Ticket>()) {
        if (ticket.customer == id) tickets.append(ticket.id.value);
    }
    Texts texts = textsOf(customer, tickets);
    texts.bodies += unsent;
    lookBefore(texts);
    ++m_figures.erasures;
    m_erased.insert(must(m_world.server().store().eraseCustomer(id)), texts);
    return tickets;
}

/// What only this customer's rows say: the words of messages and drafts, the names and contents of files on his
/// tickets, and his address.
Erasures::Texts Erasures::textsOf(const Customer &customer, const QStringList &tickets) const
{
    Texts texts;
    const auto add = [&](const TicketId &ticket, const QString &text) {
        const bool says = !text.isEmpty() && text != store::neutralText();
        if (says && tickets.contains(ticket.value)) texts.bodies.append(text);
    };
    for (const Message &message : m_world.server().all<Message>())
        add(message.ticket, message.text);
    for (const Draft &draft : m_world.server().all<Draft>())
        add(draft.ticket, draft.text);
    for (const Attachment &attachment : m_world.server().all<Attachment>()) {
        add(attachment.ticket, attachment.name);
        if (!m_world.isSharedFile(attachment.blob))
            add(attachment.ticket, QString::fromUtf8(must(m_world.server().store().blobs().read(attachment.blob))));
    }
    for (const EmailAddress &email : customer.emails)
        texts.whole.append(email.address);
    return texts;
}

void Erasures::lookBefore(const Texts &texts)
{
    for (int i = 0; i < m_world.consoles(); ++i) {
        WorldConsole &console = m_world.console(i);
        for (const KeptFile &kept : keptFiles(console))
            m_blobs[i].insert(kept.name, kept);
        if (!QFile::exists(console.databases().constFirst().first)) continue;
        console.indexTexts();
        const ConsoleImage image = imageOf(console);
        const Shown shown = shownBy(console);
        for (const QString &text : texts.bodies) {
            Pieces pieces;
            pieces.add(text);
            const QSet<qsizetype> found = image.found(pieces);
            m_figures.before += found.size();
            for (qsizetype piece = 0; piece < pieces.count(); ++piece) {
                const Pieces::Form form = pieces.formOf(piece);
                const bool isWritten = (form == Pieces::Form::Utf8 && shown.all.contains(text))
                    || (form == Pieces::Form::Word && shown.indexed.contains(text));
                if (isWritten && !found.contains(piece))
                    m_world.violations.append(
                        u"P7: the search does not find what console %1 shows: \"%2\" as %3"_s.arg(i).arg(
                            QString::fromUtf8(pieces.bytesOf(piece)), nameOf(form)));
            }
        }
        if (image.unreadable > 0)
            m_world.violations.append(u"P7: %1 pages of console %2 can't be opened"_s.arg(image.unreadable).arg(i));
    }
}

// ------------------------------------------------------------------------------------------------ after

/// Its log was emptied just now, and nothing has come in since: here nothing of what it does not show may be left.
void Erasures::acknowledging(int number, const QString &erasure)
{
    const QSet<QString> shown = shownBy(m_world.console(number)).all;
    const Texts erased = m_erased.value(erasure);
    Pieces pieces;
    for (const QString &text : m_world.saidByCustomers()) {
        if (!shown.contains(text)) pieces.add(text);
    }
    for (const QString &text : erased.bodies)
        pieces.add(text);
    for (const QString &text : erased.whole)
        pieces.addWhole(text);
    search(number, pieces, erasure);
}

void Erasures::search(int number, Pieces &pieces, const QString &erasure)
{
    const WorldConsole &console = m_world.console(number);
    if (!erasure.isEmpty()) checkBlobs(console, pieces);
    const ConsoleImage image = imageOf(console);
    ++m_figures.scans;
    m_figures.files += image.files;
    m_figures.bytes += image.bytes.size();
    m_figures.needles += pieces.count();
    const QSet<qsizetype> found = image.found(pieces);
    if (found.isEmpty()) return;
    m_figures.remnants += found.size() - 1;
    const qsizetype one = *std::ranges::min_element(found);
    remains(
        u"P7: console %1 still holds %2 pieces, as \"%3\" in %4, answering to \"%5\""_s.arg(number)
            .arg(found.size())
            .arg(QString::fromLatin1(pieces.bytesOf(one).toPercentEncoding()), nameOf(pieces.formOf(one)), erasure));
}

/// Of a file that no attachment names any more the file is not there, nor, anywhere, its key.
void Erasures::checkBlobs(const WorldConsole &console, Pieces &pieces)
{
    QSet<QString> named;
    for (const KeptFile &kept : keptFiles(console)) {
        if (kept.isNamed)
            named.insert(kept.name);
        else
            remains(u"P7: console %1 keeps the key of a file of nobody"_s.arg(console.number()));
    }
    for (const KeptFile &kept : m_blobs.value(console.number())) {
        if (named.contains(kept.name)) continue;
        ++m_figures.blobs;
        pieces.addBytes(kept.key);
        if (QFile::exists(kept.path(console))) remains(u"P7: console %1 keeps a file"_s.arg(console.number()));
    }
}

void Erasures::remains(const QString &what)
{
    ++m_figures.remnants;
    m_world.violations.append(what);
}

void Erasures::check()
{
    for (const store::ErasureStatus &status : must(store::erasureStatus(m_world.server().file()))) {
        m_figures.revocations += status.cause == ErasureCause::Scope ? 1 : 0;
        m_figures.devices += status.acked;
        m_figures.byteClean += status.byteClean;
        if (!status.pending.isEmpty())
            m_world.violations.append(u"P7: %1 has not answered to %2"_s.arg(status.pending.constFirst(), status.id));
    }
    if (m_erased.isEmpty()) return;
    Pieces pieces;
    for (const Texts &texts : std::as_const(m_erased)) {
        for (const QString &text : texts.bodies)
            pieces.add(text);
        for (const QString &text : texts.whole)
            pieces.addWhole(text);
    }
    for (int i = 0; i < m_world.consoles(); ++i)
        search(i, pieces, {});
    checkServer();
}

void Erasures::checkServer()
{
    QSet<QString> erased;
    for (const Texts &texts : std::as_const(m_erased)) {
        for (const QString &text : texts.bodies + texts.whole)
            erased.insert(text);
    }
    for (const Message &message : m_world.server().all<Message>()) {
        if (erased.contains(message.text)) m_world.violations.append(u"P7: the server still has it"_s);
    }
    Statement addresses(m_world.server().file(), u"SELECT address FROM customer_addresses"_s);
    must(addresses.forEach([&](const Statement &row) {
        if (erased.contains(row.text(0))) m_world.violations.append(u"P7: the server still knows an address"_s);
    }));
}

} // namespace akwaba::world

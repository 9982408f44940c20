// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/company.h"

#include "tests/server/intents/intentfixture.h"
#include "tests/server/peers/peer.h"

#include <QCoreApplication>
#include <QFile>

#include <array>

namespace akwaba::fuzz {

using namespace Qt::StringLiterals;

namespace {

const QStringList &companyFiles()
{
    static const QStringList files{u"akwaba.db"_s, u"attempts.db"_s, u"state.key"_s};
    return files;
}

void promiseCopied(const QString &from, const QString &to)
{
    if (!QFile::copy(from, to)) qFatal("cannot copy %s to %s", qPrintable(from), qPrintable(to));
}

/// The timers of the commit lane want one, though nobody runs its loop.
void needApplication()
{
    static std::array name{'f', 'u', 'z', 'z', '\0'};
    static std::array<char *, 2> arguments{name.data(), nullptr};
    static int count = 1;
    if (QCoreApplication::instance() == nullptr) static QCoreApplication application(count, arguments.data());
}

/// Fills the company and remembers what stands where.
class Founding : public intents::IntentFixture {
public:
    Founding()
    {
        addPeople();
        addThings();
        addTickets();
        addEscalation();
        addDrafts();
        note(u"vendor"_s, u"https://help.example/jmap/akwaba"_s);
        note(u"token"_s, must(store->openSession(awa.id, {u"Poste 4"_s, u"0.1.0"_s, {}})).token);
        note(u"scopes"_s, callers.value(u"awa"_s).member.state());
        note(u"state"_s, state());
    }

    QHash<QString, QByteArray> names;
    QHash<QString, store::Caller> callers;

private:
    void note(const QString &name, const QString &value) { names.insert(name, value.toUtf8()); }

    void addCaller(const QString &name, const AgentId &agent)
    {
        Device device;
        device.id = id<DeviceId>();
        device.agent = agent;
        put(device);
        const auto known = store->callerOf(agent, device.id);
        // Of somebody who was disabled a moment ago there may still be a request on its way.
        callers.insert(name, known ? *known : store::Caller{agent, device.id, {Role::Agent}, {}, {}, {}, -1});
        note(name, agent.value);
        note(name + u".device"_s, device.id.value);
    }

    void addPeople()
    {
        addCaller(u"awa"_s, awa.id);
        addCaller(u"yao"_s, yao.id);
        addCaller(u"koffi"_s, stranger.id);
        addCaller(u"chef"_s, agent(u"Chef"_s, {}, {Role::Supervisor}).id);
        Agent former = agent(u"Ancien"_s, {sav.id});
        former.active = false;
        put(former);
        addCaller(u"ancien"_s, former.id);
        note(u"sav"_s, sav.id.value);
        note(u"ventes"_s, sales.id.value);
        note(u"fatou"_s, fatou.id.value);
    }

    void addThings()
    {
        Category category;
        category.id = id<CategoryId>();
        category.nameFr = u"Toner"_s;
        note(u"category"_s, put(category).id.value);
        Tag tag;
        tag.id = id<TagId>();
        tag.name = u"urgent"_s;
        note(u"tag"_s, put(tag).id.value);
        Product product;
        product.id = id<ProductId>();
        product.reference = u"TN-2410"_s;
        note(u"product"_s, put(product).id.value);
        Order order;
        order.id = id<OrderId>();
        order.number = u"C-77"_s;
        order.customer = fatou.id;
        order.lines = {{product.id, product.reference, Company::onlySav(), 2, {30000, u"XOF"_s}}};
        note(u"order"_s, put(order).id.value);
    }

    void addEscalation()
    {
        EscalationPath path;
        path.id = id<EscalationPathId>();
        path.team = sales.id;
        path.targets = {{Target::Pickup, ClockUnit::Wall, 7'200, {}}};
        note(u"path"_s, put(path).id.value);
        Escalation escalation;
        escalation.id = id<EscalationId>();
        escalation.ticket = ticket.id;
        escalation.path = path.id;
        escalation.asked = Company::onlySav();
        escalation.fromTeam = sav.id;
        escalation.team = sales.id;
        escalation.openedBy = awa.id;
        escalation.openedAt = clock.now();
        note(u"escalation"_s, put(escalation).id.value);
    }

    void addTickets()
    {
        note(u"ticket"_s, ticket.id.value);
        note(u"question"_s, question.id.value);
        Ticket second = StoreFixture::ticket(sav.id, fatou.id);
        second.subject = Company::onlySav();
        second.status = TicketStatus::Closed;
        second.followers = {yao.id};
        second.closedAt = clock.now();
        note(u"closed"_s, put(second).id.value);
        note(u"note"_s, message(second.id, Company::onlySav()).id.value);
        Customer koffis = customer(u"Bakayoko"_s);
        koffis.notes = Company::onlyVentes();
        Ticket theirs = StoreFixture::ticket(sales.id, put(koffis).id);
        theirs.subject = Company::onlyVentes();
        note(u"theirTicket"_s, put(theirs).id.value);
        note(u"theirMessage"_s, message(theirs.id, Company::onlyVentes()).id.value);
        Attachment attachment;
        attachment.id = id<AttachmentId>();
        attachment.message = question.id;
        attachment.ticket = ticket.id;
        attachment.name = u"facture.pdf"_s;
        note(u"attachment"_s, put(attachment).id.value);
    }

    void addDraft(const QString &name, const AgentId &agent, const TicketId &on, const QString &text)
    {
        Draft draft;
        draft.id = id<DraftId>();
        draft.agent = agent;
        draft.ticket = on;
        draft.text = text;
        note(name, put(draft).id.value);
    }

    void addDrafts()
    {
        addDraft(u"draft"_s, awa.id, ticket.id, u"Bonjour, "_s);
        addDraft(u"yaosDraft"_s, yao.id, ticket.id, Company::onlyYao());
    }
};

} // namespace

Company::Company()
    : m_folder(peer::memoryPath() + u"/akwaba-fuzz-XXXXXX"_s), m_origin(peer::memoryPath() + u"/akwaba-fuzz-XXXXXX"_s)
{
    needApplication();
    make();
}

Company &Company::asMade()
{
    static Company company;
    if (company.m_isSpoilt) company.reopen();
    company.m_random.restart();
    return company;
}

void Company::make()
{
    Founding founding;
    m_names = founding.names;
    m_callers = founding.callers;
    founding.service.reset();
    founding.store.reset();
    for (const QString &file : companyFiles())
        promiseCopied(founding.dir.filePath(file), m_origin.filePath(file));
}

/// Copied, not rolled back: every part of the product commits as it wants.
void Company::reopen()
{
    m_intents.reset();
    m_store.reset();
    for (const QString &file : companyFiles()) {
        for (const QString &rest : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(m_folder.filePath(file + rest));
        promiseCopied(m_origin.filePath(file), m_folder.filePath(file));
    }
    QFile::remove(m_folder.filePath(u"witness"_s)); // it saw more than there is now, which would be a restore
    m_clock = std::make_unique<ManualClock>(QDateTime(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC));
    m_store = must(store::Store::open(m_folder.path(), *m_clock, m_random));
    m_intents = must(intents::IntentService::open(*m_store));
    m_isSpoilt = false;
}

jmap::ApplyIntents Company::applyIntents()
{
    return [this](const store::IntentBatch &batch, const std::function<void(const Result<store::Applied> &)> &done) {
        spoil();
        m_intents->apply(batch, done);
    };
}

QByteArray Company::named(QByteArray text) const
{
    for (qsizetype open = text.indexOf('$'); open >= 0; open = text.indexOf('$', open)) {
        const qsizetype close = text.indexOf('$', open + 1);
        if (close < 0) break;
        const auto known = m_names.constFind(QString::fromLatin1(text.sliced(open + 1, close - open - 1)));
        if (known == m_names.cend()) {
            open = close;
            continue;
        }
        text.replace(open, close - open + 1, *known);
        open += known->size();
    }
    return text;
}

QString Company::name(const QString &what) const { return QString::fromUtf8(m_names.value(what)); }

QByteArrayList Company::hiddenFrom(const QString &who)
{
    QByteArrayList hidden;
    if (who != u"yao") hidden += onlyYao().toUtf8();
    if (who == u"awa" || who == u"yao" || who == u"ancien") hidden += onlyVentes().toUtf8();
    if (who == u"koffi" || who == u"ancien") hidden += onlySav().toUtf8();
    return hidden;
}

QString Company::state() { return must(m_store->read()).state(); }

qint64 Company::seq() { return must(m_store->read()).seq(); }

} // namespace akwaba::fuzz

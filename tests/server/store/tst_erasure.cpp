// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/anonymise.h"
#include "app/server/store/erasuretables.h"
#include "app/server/store/mailtables.h"
#include "app/server/store/tablecopy.h"
#include "core/database/statement.h"
#include "tests/server/store/storefixture.h"

using namespace akwaba;
using namespace akwaba::store;
using namespace Qt::StringLiterals;

/// What an erasure takes from the server, what it leaves, and whom it asks (sync.md 3.2).
class ErasureTest : public QObject {
    Q_OBJECT

    struct Shop : StoreFixture {
        Team team = StoreFixture::team(u"Nord"_s);
        Team other = StoreFixture::team(u"Sud"_s);
        Agent awa = agent(u"Awa"_s, {team.id});
        Agent yao = agent(u"Yao"_s, {other.id});
        Customer customer = StoreFixture::customer(u"Adjoua"_s);
        Ticket ticket = StoreFixture::ticket(team.id, customer.id);
        Message mail = message(ticket.id, u"Ma cartouche fuit, je suis à Korhogo"_s);

        DeviceId device(const Agent &agent)
        {
            Device made;
            made.id = id<DeviceId>();
            made.agent = agent.id;
            return put(made).id;
        }
        QString erase() { return must(store->eraseCustomer(customer.id)); }
        QStringList pending(const DeviceId &device)
        {
            return must(pendingErasures(must(store->read()).database(), device));
        }
        ErasureStatus status(const QString &id)
        {
            for (const ErasureStatus &each : must(erasureStatus(must(store->read()).database()))) {
                if (each.id == id) return each;
            }
            qFatal("no such erasure");
        }
        ErasureAck ack(const QString &erasure)
        {
            ErasureAck made;
            made.erasure = erasure;
            made.level = ErasureLevel::ByteClean;
            made.endedAt = clock.now();
            return made;
        }
        /// Whether a text stands in any table.
        bool isAnywhere(const QString &text)
        {
            const Snapshot snapshot = must(store->read());
            bool found = false;
            for (const QString &table : must(tablesOf(snapshot.database()))) {
                const auto columns = must(columnsOf(snapshot.database(), table));
                (void)must(writeRows(snapshot.database(), table, columns, [&](const QByteArray &row) -> Result<void> {
                    found = found || QString::fromUtf8(row).contains(text, Qt::CaseInsensitive);
                    return {};
                }));
            }
            return found;
        }
    };

private Q_SLOTS:
    void whatHeWroteAndWhoHeWas_standsInNoTable()
    {
        Shop shop;
        shop.ticket.subject = u"Fuite à Korhogo"_s;
        shop.ticket.solution = u"Adjoua remboursée"_s;
        shop.put(shop.ticket);
        shop.mail.sender = {u"Adjoua"_s, u"adjoua@example.ci"_s};
        shop.mail.emailMessageId = u"adjoua-1@example.ci"_s;
        shop.mail.author = ActorId{shop.customer.id.value};
        shop.mail.html = u"<p>Korhogo</p>"_s;
        shop.put(shop.mail);
        Draft draft;
        draft.id = shop.id<DraftId>();
        draft.agent = shop.awa.id;
        draft.ticket = shop.ticket.id;
        draft.text = u"Chère Adjoua"_s;
        shop.put(draft);
        QVERIFY(shop.isAnywhere(u"Adjoua"_s) && shop.isAnywhere(u"Korhogo"_s));
        shop.erase();
        QVERIFY(!shop.isAnywhere(u"Adjoua"_s));
        QVERIFY(!shop.isAnywhere(u"Korhogo"_s));
        QVERIFY(!shop.find<Customer>(shop.customer.id));
        QVERIFY(!shop.find<Draft>(draft.id));
    }

    void factsOfHisTickets_stay()
    {
        Shop shop;
        shop.ticket.status = TicketStatus::Resolved;
        shop.ticket.number = u"A-10001"_s;
        shop.ticket.resolvedAt = shop.clock.now();
        shop.ticket.assignee = shop.awa.id;
        shop.put(shop.ticket);
        shop.write([&](Writer &writer) {
            return writer
                .addEvent(shop.ticket.id, {shop.awa.id.value},
                          {{u"status"_s, u"open"_s, u"resolved"_s}, {u"subject"_s, u"Adjoua"_s, u"Toner"_s}})
                .map([](const Message &) { });
        });
        shop.erase();
        const Ticket left = *shop.find<Ticket>(shop.ticket.id);
        QCOMPARE(left.number, shop.ticket.number);
        QCOMPARE(left.status, TicketStatus::Resolved);
        QCOMPARE(left.resolvedAt, shop.ticket.resolvedAt);
        QCOMPARE(left.assignee, shop.awa.id);
        QCOMPARE(left.subject, neutralText());
        const auto successor = shop.find<Customer>(left.customer);
        QVERIFY(successor && successor->id != shop.customer.id);
        QVERIFY(successor->name.startsWith(neutralText()) && successor->emails.isEmpty());
        const auto messages = StoreFixture::must(StoreFixture::must(shop.store->read()).messagesOf(shop.ticket.id));
        QCOMPARE(messages.size(), 2);
        const QList<FieldChange> changes = messages.at(1).changes;
        QCOMPARE(changes.at(0), (FieldChange{u"status"_s, u"open"_s, u"resolved"_s}));
        QCOMPARE(changes.at(1).from, neutralText());
        QCOMPARE(messages.at(1).author.value, shop.awa.id.value); // whose words go, but not that he worked
    }

    void hisFiles_areDeleted_othersStay()
    {
        Shop shop;
        const Ticket foreign = shop.StoreFixture::ticket(shop.team.id, shop.StoreFixture::customer(u"Fatou"_s).id);
        const Message hers = shop.message(foreign.id);
        BlobId own;
        BlobId shared;
        shop.write([&](Writer &writer) -> Result<void> {
            own = *writer.addBlob("his passport", u"image/png"_s);
            shared = *writer.addBlob("the price list", u"application/pdf"_s);
            for (const auto &[message, blob] : {std::pair(shop.mail, own), {shop.mail, shared}, {hers, shared}}) {
                Attachment file;
                file.id = newId<AttachmentId>(writer.clock(), writer.random());
                file.message = message.id;
                file.ticket = message.ticket;
                file.name = u"fichier"_s;
                file.blob = blob;
                if (const auto put = writer.put(file); !put) return tl::unexpected(put.error());
            }
            return {};
        });
        shop.erase();
        QCOMPARE(shop.store->blobs().read(own).error().code, Code::NotFound);
        QVERIFY(shop.store->blobs().read(shared));
        QCOMPARE(StoreFixture::must(StoreFixture::must(shop.store->read()).all<Attachment>()).size(), 1);
        QVERIFY(!shop.isAnywhere(own.value));
    }

    void hisMails_areNeitherKeptNorSent()
    {
        Shop shop;
        BlobId raw;
        shop.mail.delivery = Delivery::Queued;
        shop.put(shop.mail);
        shop.write([&](Writer &writer) -> Result<void> {
            raw = *writer.addBlob("From: adjoua", u"message/rfc822"_s);
            return addReceivedMail(writer, {u"hash"_s, u"adjoua@mail"_s, shop.mail.id, raw})
                .and_then([&] {
                    return putMailJob(writer,
                                      {shop.mail.id, shop.ticket.id, Delivery::Queued, shop.clock.now(), 0, {}});
                })
                .and_then([&] { return noteMailTurn(writer, MailTurn::Answered, u"adjoua@x"_s, shop.ticket.id); });
        });
        shop.erase();
        const Snapshot snapshot = StoreFixture::must(shop.store->read());
        const auto kept = StoreFixture::must(receivedMail(snapshot.database(), u"hash"_s));
        QVERIFY(kept && kept->blob.isEmpty() && kept->emailMessageId.isEmpty()); // so it is not taken a second time
        QCOMPARE(shop.store->blobs().read(raw).error().code, Code::NotFound);
        const auto job = StoreFixture::must(mailJob(snapshot.database(), shop.mail.id));
        QVERIFY(job);
        QCOMPARE(job->state, Delivery::Cancelled);
        QCOMPARE(shop.find<Message>(shop.mail.id)->delivery, Delivery::Cancelled);
    }

    void ordersOfHis_pointToNobody()
    {
        Shop shop;
        Order order;
        order.id = shop.id<OrderId>();
        order.number = u"C-1"_s;
        order.customer = shop.customer.id;
        order.payer = shop.StoreFixture::customer(u"Fatou"_s).id;
        const CustomerId payer = order.payer;
        shop.put(order);
        shop.erase();
        const Order left = *shop.find<Order>(order.id);
        QVERIFY(left.customer != shop.customer.id && !left.customer.isEmpty());
        QCOMPARE(left.payer, payer);
        QCOMPARE(left.number, order.number); // the shop's own books, by law
    }

    void aDuplicateThatWasMergedIntoHim_goesWithHim()
    {
        Shop shop;
        Customer twin = shop.StoreFixture::customer(u"Jumelle"_s);
        twin.mergedInto = shop.customer.id;
        shop.put(twin);
        const Ticket hers = shop.StoreFixture::ticket(shop.team.id, twin.id);
        shop.erase();
        QVERIFY(!shop.find<Customer>(twin.id));
        QCOMPARE(shop.find<Ticket>(hers.id)->subject, neutralText());
        QVERIFY(!shop.isAnywhere(u"Jumelle"_s));
    }

    void everyDeviceThatMayHaveHeldIt_isAsked_alsoOfThoseWhoLeft()
    {
        Shop shop;
        Agent left = shop.agent(u"Koffi"_s, {shop.team.id});
        const DeviceId present = shop.device(shop.awa);
        const DeviceId former = shop.device(left);
        const DeviceId never = shop.device(shop.yao);
        left.teams = {shop.other.id};
        shop.put(left);
        const QString id = shop.erase();
        QVERIFY(shop.pending(present).contains(id));
        QVERIFY(shop.pending(former).contains(id));
        QVERIFY(!shop.pending(never).contains(id));
        QCOMPARE(shop.status(id).expected, 2);
    }

    void aTicketThatWasElsewhereBefore_isErasedThereToo()
    {
        Shop shop;
        const DeviceId before = shop.device(shop.yao);
        shop.ticket.team = shop.other.id;
        shop.put(shop.ticket);
        shop.ticket.team = shop.team.id;
        shop.put(shop.ticket);
        const QString id = shop.erase();
        QVERIFY(shop.pending(before).contains(id));
    }

    void anAnswer_countsOnce()
    {
        Shop shop;
        const DeviceId device = shop.device(shop.awa);
        const QString id = shop.erase();
        shop.write([&](Writer &writer) { return acknowledgeErasure(writer, device, shop.ack(id)); });
        ErasureAck less = shop.ack(id);
        less.level = ErasureLevel::Logical;
        shop.write([&](Writer &writer) { return acknowledgeErasure(writer, device, less); });
        const ErasureStatus status = shop.status(id);
        QCOMPARE(status.acked, 1);
        QCOMPARE(status.byteClean, 1);
        QVERIFY(status.pending.isEmpty() && shop.pending(device).isEmpty());
        const auto stranger = shop.store->write(
            [&](Writer &writer) { return acknowledgeErasure(writer, shop.id<DeviceId>(), shop.ack(id)); });
        QCOMPARE(stranger.error().code, Code::NotFound);
    }

    void whatADeviceHasToErase_isKnownInTheLane()
    {
        Shop shop;
        const DeviceId device = shop.device(shop.awa);
        const QString id = shop.erase();
        const auto hasTo = [&] {
            bool has = false;
            shop.write([&](Writer &writer) {
                return writer.hasToErase(device, shop.ticket.id.value).map([&has](bool found) { has = found; });
            });
            return has;
        };
        QVERIFY(hasTo());
        shop.write([&](Writer &writer) { return acknowledgeErasure(writer, device, shop.ack(id)); });
        QVERIFY(!hasTo());
    }

    void everyIdOfIt_isLoggedAsErased_andReadAsWhatIsLeft()
    {
        Shop shop;
        Draft draft;
        draft.id = shop.id<DraftId>();
        draft.agent = shop.awa.id;
        draft.ticket = shop.ticket.id;
        shop.put(draft);
        const QString since = shop.state();
        shop.erase();
        const Caller caller = shop.caller(shop.awa.id);
        const auto answer = StoreFixture::must(
            StoreFixture::must(shop.store->read()).syncChanges(since, caller.member.state(), 500, caller));
        const SyncPage page = std::get<SyncPage>(answer);
        QHash<QString, TypeChanges> of;
        for (const TypeChanges &changes : page.changes)
            of.insert(changes.type->name, changes);
        QCOMPARE(of[u"Ticket"_s].updated, QStringList{shop.ticket.id.value});
        QCOMPARE(of[u"Message"_s].updated, QStringList{shop.mail.id.value});
        QCOMPARE(of[u"Draft"_s].erased, QStringList{draft.id.value});
        QCOMPARE(of[u"Customer"_s].erased, QStringList{shop.customer.id.value});
        QCOMPARE(of[u"Customer"_s].created.size(), 1);
        const Snapshot snapshot = StoreFixture::must(shop.store->read());
        Statement kinds(snapshot.database(), u"SELECT COUNT(*) FROM change_log WHERE kind = 'e'"_s);
        QCOMPARE(StoreFixture::must(kinds.first([](const Statement &row) { return row.integer(0); })).value_or(0), 4);
    }

    void whoLosesAScope_isAskedToLetGo_once()
    {
        Shop shop;
        const DeviceId device = shop.device(shop.awa);
        QVERIFY(shop.pending(device).isEmpty());
        shop.awa.teams = {};
        shop.put(shop.awa);
        QCOMPARE(shop.pending(device).size(), 1);
        const auto orders =
            StoreFixture::must(erasureOrders(StoreFixture::must(shop.store->read()).database(), device, {u"org"_s}));
        QCOMPARE(orders.constFirst().cause, ErasureCause::Scope);
        QCOMPARE(orders.constFirst().scopes, QStringList{u"org"_s});
        StoreFixture::must(shop.store->setActive(shop.awa.id, false));
        QCOMPARE(shop.pending(device).size(), 1);
        shop.awa.teams = {shop.team.id};
        StoreFixture::must(shop.store->setActive(shop.awa.id, true)); // gains ask nothing
        QCOMPARE(shop.pending(device).size(), 1);
    }

    void theErasedId_neverComesBack()
    {
        Shop shop;
        shop.erase();
        shop.customer.rev = 0;
        const auto again =
            shop.store->write([&](Writer &writer) { return writer.put(shop.customer).map([](const Customer &) { }); });
        QCOMPARE(again.error().code, Code::Conflict);
        QCOMPARE(shop.store->eraseCustomer(shop.customer.id).error().code, Code::NotFound);
    }

    void everyFieldThatIsReplaced_isOneThatAnonymisingKnows()
    {
        // Of lists it knows the changes of a message: another one needs a rule of its own.
        for (const TypeInfo *type : syncedTypes()) {
            for (const FieldInfo &field : type->fields) {
                if (field.privacy.onErasure == OnErasure::Replace && field.kind == ValueKind::List)
                    QCOMPARE(type->name + field.name, u"Messagechanges"_s);
            }
        }
    }
};

QTEST_GUILESS_MAIN(ErasureTest)

#include "tst_erasure.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "worldserver.h"

#include "app/server/jmap/erasuremethods.h"
#include "app/server/jmap/session.h"
#include "app/server/jobs/backup.h"
#include "app/server/store/erasuretables.h"
#include "app/server/store/membership.h"
#include "core/base/clock.h"
#include "core/database/statement.h"
#include "core/database/table.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace akwaba::world {

using namespace Qt::StringLiterals;

namespace {

/// The dispatcher's port for intents, as the server's main program fits it.
jmap::ApplyIntents portOf(intents::IntentService &service)
{
    return [&service](const store::IntentBatch &batch, std::function<void(const Result<store::Applied> &)> done) {
        service.apply(batch, std::move(done));
    };
}

} // namespace

QString folderTemplate()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + "/akwaba-world-XXXXXX"_L1;
}

WorldServer::WorldServer(const Clock &clock, Random &random, const MakePlace &makePlace)
    : m_clock(clock), m_random(random), m_folder(folderTemplate()),
      m_disk(QFileInfo(m_folder.path()).canonicalFilePath()), m_place(makePlace(m_folder.filePath(u"server"_s)))
{
    m_disk.setArmed(false);
    m_settings.publicUrl = QUrl(u"https://world.test"_s);
    m_settings.vendorCapability = jmap::vendorCapabilityOf(u"world.test"_s);
    open(true);
}

WorldServer::~WorldServer() = default;

void WorldServer::open(bool create)
{
    m_store = must(create ? store::Store::create(m_place, m_clock, m_random)
                          : store::Store::open(m_place, m_clock, m_random));
    m_store->onCommitted([this](const store::CommitNotice &) {
        if (m_committed) m_committed();
    });
    m_intents = must(intents::IntentService::open(*m_store));
    m_dispatcher = std::make_unique<jmap::Dispatcher>(*m_store, portOf(*m_intents), m_settings);
    jobs::MailSettings mail{u"world.test"_s, {u"Support"_s, u"support@world.test"_s}, {}};
    m_mail = std::make_unique<jobs::MailRunner>(
        *m_store, mail,
        [this](const mail::SmtpEnvelope &, const QByteArray &content,
               const std::function<void(const mail::SmtpOutcome &)> &done) {
            const qsizetype from = content.toLower().indexOf("message-id:");
            ++m_mailed[content.mid(from, content.indexOf('\n', from) - from).trimmed()];
            mail::SmtpOutcome accepted;
            accepted.kind = mail::SmtpOutcome::Kind::Accepted;
            accepted.code = 250;
            done(accepted);
        });
    m_mail->start();
}

void WorldServer::close()
{
    m_mail.reset();
    m_file.reset();
    m_dispatcher.reset();
    m_intents.reset();
    m_store.reset();
}

void WorldServer::restart()
{
    close();
    open(false);
}

/// What was on its way in the process is gone, and nothing of it reaches the disk any more.
void WorldServer::crash()
{
    m_disk.die();
    close();
    m_disk.revive(m_random);
    open(false);
}

void WorldServer::beginLineage()
{
    m_countsAsRestored = true;
    must(m_store->beginLineage());
}

void WorldServer::backUp()
{
    const QString folder = backup();
    QDir(folder).removeRecursively();
    (void)must(jobs::backUp(*m_store, folder));
}

void WorldServer::restore()
{
    close();
    (void)must(jobs::restore(backup(), m_place, true, m_clock, m_random));
    m_disk.forgetUnsynced();
    open(false);
    m_countsAsRestored = true;
    ++m_restores;
}

Database &WorldServer::file()
{
    if (!m_file) {
        store::DatabaseSource source(m_place, m_clock);
        m_file = std::make_unique<Database>(must(source.open(store::DatabaseSource::Use::Read)));
    }
    return *m_file;
}

QStringList WorldServer::ids(const TypeInfo &type)
{
    Statement all(file(), u"SELECT id FROM %1 ORDER BY id"_s.arg(quoted(type.table)));
    return must(all.rows([](const Statement &row) { return row.text(0); }));
}

store::Caller WorldServer::callerOf(const DeviceId &device) { return must(findCaller(device)); }

Result<store::Caller> WorldServer::findCaller(const DeviceId &device)
{
    const auto snapshot = m_store->read();
    if (!snapshot) return tl::unexpected(snapshot.error());
    const auto known = snapshot->find<Device>(device);
    if (!known) return tl::unexpected(known.error());
    if (!*known || (*known)->state != DeviceState::Active) return store::Caller();
    const auto caller = store::callerOf(snapshot->database(), (*known)->agent, device);
    if (!caller && caller.error().code == Code::Unauthenticated) return store::Caller();
    return caller;
}

std::optional<HttpReply> WorldServer::answer(const DeviceId &device, const QByteArray &method, const QString &path,
                                             const QByteArray &body)
{
    m_disk.setArmed(true);
    const HttpReply given = reply(device, method, path, asUnderstood(body));
    m_disk.setArmed(false);
    if (!m_disk.isDead()) return given;
    crash();
    return std::nullopt;
}

/// Which ops a server knows is the only thing that tells one version from another here.
QByteArray WorldServer::asUnderstood(const QByteArray &body) const
{
    if (m_unknownOps.isEmpty() || body.isEmpty()) return body;
    QJsonObject request = QJsonDocument::fromJson(body).object();
    QJsonArray calls = request.value(u"methodCalls"_s).toArray();
    for (QJsonValueRef value : calls) {
        QJsonArray call = value.toArray();
        QJsonObject arguments = call.at(1).toObject();
        QJsonArray intents = arguments.value(u"intents"_s).toArray();
        for (QJsonValueRef each : intents) {
            QJsonObject intent = each.toObject();
            if (m_unknownOps.contains(intent.value(u"op"_s).toString())) intent.insert(u"opver"_s, 99);
            each = intent;
        }
        if (!intents.isEmpty()) arguments.insert(u"intents"_s, intents);
        call[1] = arguments;
        value = call;
    }
    request.insert(u"methodCalls"_s, calls);
    return QJsonDocument(request).toJson(QJsonDocument::Compact);
}

QJsonObject WorldServer::withoutUnknown(QJsonObject session) const
{
    QJsonObject capabilities = session.value(u"capabilities"_s).toObject();
    QJsonObject vendor = capabilities.value(m_settings.vendorCapability).toObject();
    QJsonObject versions = vendor.value(u"opversions"_s).toObject();
    for (const QString &op : m_unknownOps)
        versions.remove(op);
    vendor.insert(u"opversions"_s, versions);
    capabilities.insert(m_settings.vendorCapability, vendor);
    session.insert(u"capabilities"_s, capabilities);
    return session;
}

HttpReply WorldServer::reply(const DeviceId &device, const QByteArray &method, const QString &path,
                             const QByteArray &body)
{
    if (path.startsWith(u"/erasures/")) return erasures(device, path, body);
    const auto found = findCaller(device);
    if (!found) return {.status = 503, .body = {}, .retryAfter = {}, .error = {}};
    const store::Caller &caller = *found;
    if (caller.agent.isEmpty()) return {.status = 401, .body = "{}", .retryAfter = {}, .error = {}};
    if (method == "GET" && path == u"/jmap/session") {
        const QJsonObject session =
            withoutUnknown(jmap::sessionObject(m_settings, m_settings.publicUrl, caller, m_clock.now()));
        return {.status = 200, .body = QJsonDocument(session).toJson(), .retryAfter = {}, .error = {}};
    }
    if (method == "POST" && path == u"/jmap/api") return api(caller, body);
    return {.status = 404, .body = {}, .retryAfter = {}, .error = {}};
}

HttpReply WorldServer::api(const store::Caller &caller, const QByteArray &body)
{
    const auto request = m_dispatcher->read(body);
    if (!request) return {.status = 400, .body = "{}", .retryAfter = {}, .error = {}};
    std::optional<jmap::Response> response;
    m_dispatcher->run(*request, caller, [&response](const jmap::Response &given) { response = given; });
    for (int turn = 0; turn < 1000 && !response; ++turn) // a dead disk answers as well: with an error
        m_store->flush(); // the commit lane's 3 ms are over
    if (!response) qFatal("world: a request was not answered");
    const QByteArray answer = QJsonDocument(jmap::toJson(*response)).toJson(QJsonDocument::Compact);
    return {.status = 200, .body = answer, .retryAfter = {}, .error = {}};
}

HttpReply WorldServer::erasures(const DeviceId &device, const QString &path, const QByteArray &body)
{
    const auto json = [](int status, const QJsonObject &object) {
        return HttpReply{.status = status, .body = QJsonDocument(object).toJson(), .retryAfter = {}, .error = {}};
    };
    if (path == u"/erasures/pending") {
        const auto pending = m_store->read().and_then([&](const store::Snapshot &moment) {
            return moment.find<Device>(device).and_then([&](const std::optional<Device> &known) {
                return store::membershipOf(moment.database(), known ? known->agent : AgentId())
                    .and_then([&](const store::Membership &member) {
                        return store::erasureOrders(moment.database(), device, member.scopes);
                    })
                    .map([&](const QList<ErasureOrder> &orders) {
                        return jmap::pendingObject(orders, moment, m_clock.now());
                    });
            });
        });
        return pending ? json(200, *pending) : json(503, {});
    }
    HttpReply reply;
    jmap::acknowledgeErasure(*m_store, device, QJsonDocument::fromJson(body).object(),
                             [&](const jmap::MethodResult &kept) {
                                 reply = kept ? json(200, *kept) : json(400, jmap::toJson(kept.error()));
                             });
    m_store->flush();
    return reply;
}

QMap<QString, QJsonObject> WorldServer::visible(const TypeInfo &type, const DeviceId &device)
{
    const store::Caller caller = callerOf(device);
    const store::Snapshot snapshot = must(m_store->read());
    QMap<QString, QJsonObject> rows;
    QString after;
    do {
        const store::RecordPage page = must(snapshot.page(type, after, 500, caller));
        for (const QJsonObject &record : page.list)
            rows.insert(record.value(u"id"_s).toString(), record);
        after = page.after;
    } while (!after.isEmpty());
    return rows;
}

} // namespace akwaba::world

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/session.h"
#include "core/protocol/codec.h"
#include "core/protocol/intent.h"
#include "tests/server/endurance/wordsin.h"

#include <cstdio>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

void say(const QJsonObject &words)
{
    const QByteArray line = QJsonDocument(words).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
}

/// The console without its window: the profile, the session and everything below it are the product's own. What an
/// agent would do it is told line by line, as JSON:
///   {profiles, server, agent, device, secrets, ticket}  first: who he is, and the ticket he looks at
///   {deed: N, intent}, {deed: N, draft}, {deed: N, form}  something that he does
///   {look}                                              tells what he sees
///   {sync}                                              there is a network again
/// and says, of a deed when the product has told that it is kept, no sooner:
///   {kept: N, iid, ticket, draft, form}, {failed: N, code}  with the ticket, and his draft and what he asks in a form
///                                                       about it as he sees them then
///   {sees, ticket, draft, form}                         at the start, and when told to look
///   {live, pending}                                     whenever that may have changed
///   {error}                                             it can't begin
class Puppet : public QObject {
private:
    void obey(const QJsonObject &words)
    {
        if (!m_session) return begin(words);
        Client &client = m_session->client();
        const QJsonValue number = words.value(u"deed"_s);
        if (words.contains(u"sync"_s)) return client.syncNow();
        if (words.contains(u"look"_s)) return say(seen({{u"sees"_s, true}}));
        if (words.contains(u"draft"_s)) {
            const Result<Draft> draft = fromJson<Draft>(words.value(u"draft"_s).toObject());
            onResult(client.journalDraft(*draft), this,
                     [this, number](const Result<void> &kept) { answer(number, kept.map([] { return QString(); })); });
            return;
        }
        if (words.contains(u"form"_s)) {
            const Result<Command> begun = fromJson<Intent>(words.value(u"form"_s).toObject()).and_then(commandOf);
            onResult(client.journalForm(*begun), this,
                     [this, number](const Result<void> &kept) { answer(number, kept.map([] { return QString(); })); });
            return;
        }
        const Result<Command> command = fromJson<Intent>(words.value(u"intent"_s).toObject()).and_then(commandOf);
        onResult(client.perform(*command), this, [this, number](const Result<QString> &iid) { answer(number, iid); });
    }

    void answer(const QJsonValue &number, const Result<QString> &iid)
    {
        if (iid)
            say(seen({{u"kept"_s, number}, {u"iid"_s, *iid}}));
        else
            say({{u"failed"_s, number}, {u"code"_s, codeName(iid.error().code)}});
    }

    [[nodiscard]] QJsonObject seen(QJsonObject words) const
    {
        const auto conversation = m_session->reader().conversation(m_ticket);
        const auto drafts = m_session->reader().draftsFor(m_ticket);
        if (conversation) words.insert(u"ticket"_s, toJson(conversation->ticket));
        const auto begun = m_session->reader().begunOn(m_ticket);
        if (begun && !begun->isEmpty())
            words.insert(u"form"_s, std::get<Escalate>(begun->constFirst()).escalation.asked);
        if (drafts && !drafts->isEmpty()) words.insert(u"draft"_s, drafts->constFirst().draft.text);
        return words;
    }

    void begin(const QJsonObject &words)
    {
        m_ticket.value = words.value(u"ticket"_s).toString();
        const ProfileInfo info{QUrl(words.value(u"server"_s).toString()),
                               u"agent@test.invalid"_s,
                               {words.value(u"agent"_s).toString()},
                               {words.value(u"device"_s).toString()},
                               u"company"_s,
                               {}};
        Result<std::unique_ptr<Profile>> profile = Profile::open(words.value(u"profiles"_s).toString(), info);
        const Result<Secrets> secrets =
            secretsFrom(QByteArray::fromBase64(words.value(u"secrets"_s).toString().toLatin1()));
        if (!profile || !secrets)
            return say({{u"error"_s, codeName(profile ? secrets.error().code : profile.error().code)}});
        Session::Setup setup;
        setup.profile = std::move(*profile);
        setup.secrets = *secrets;
        m_session = std::make_unique<Session>(std::move(setup), m_clock, m_random);
        connect(&m_session->client(), &Client::statusChanged, this, [this] { tellStatus(); });
        onResult(m_session->open(), this, [this](const Result<void> &opened) {
            say(opened ? seen({{u"sees"_s, true}}) : QJsonObject{{u"error"_s, codeName(opened.error().code)}});
        });
    }

    void tellStatus() const
    {
        const SyncStatus &status = m_session->client().status();
        say({{u"live"_s, status.phase == SyncPhase::Live}, {u"pending"_s, status.pending}});
    }

    WordsIn m_words{[this](const QJsonObject &words) { obey(words); }};
    const SystemClock m_clock;
    SystemRandom m_random;
    TicketId m_ticket;
    std::unique_ptr<Session> m_session;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"akwaba"_s);
    const Puppet puppet;
    return QCoreApplication::exec();
}

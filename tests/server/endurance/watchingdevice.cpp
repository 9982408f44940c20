// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/endurance/watchingdevice.h"

#include "core/protocol/syncpage.h"

using namespace akwaba;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

WatchingDevice::WatchingDevice(const Company::Seat &seat, const QList<QUrl> &servers)
{
    for (const QUrl &url : servers) {
        m_servers.push_back(std::make_unique<HttpClient>(ServerAddress{url, {}}));
        m_servers.back()->setToken(seat.token);
    }
    m_again.setSingleShot(true);
    m_again.setInterval(1ms);
    connect(&m_again, &QTimer::timeout, this, [this] { askForChanges(); });
}

void WatchingDevice::begin()
{
    m_servers.front()->send(++m_request, "GET", u"/jmap/session"_s, {}, [this](const HttpReply &reply) {
        m_session = wire::sessionFrom(reply.body).value_or(wire::Session());
        ask(wire::syncState(m_session), &WatchingDevice::takeState);
    });
}

void WatchingDevice::ask(const jmap::Invocation &call, Take take)
{
    HttpClient &server = *m_servers.at(m_next++ % m_servers.size());
    server.send(++m_request, "POST", m_session.apiPath, wire::bytes(m_session, {call}),
                [this, take](const HttpReply &reply) {
                    const auto response = wire::responseFrom(reply.body);
                    if (!response || response->methodResponses.isEmpty()) {
                        m_complaints += u"HTTP %1"_s.arg(reply.status);
                        return;
                    }
                    ++m_answers;
                    (this->*take)(*response);
                });
}

void WatchingDevice::takeState(const jmap::Response &response)
{
    const QJsonObject answer = response.methodResponses.constFirst().arguments;
    m_state = answer.value(u"state"_s).toString();
    m_scopeState = answer.value(u"scopeState"_s).toString();
    askForChanges();
}

void WatchingDevice::askForChanges()
{
    ask(wire::syncChanges(m_session, m_state, m_scopeState), &WatchingDevice::takeChanges);
}

void WatchingDevice::takeChanges(const jmap::Response &response)
{
    const jmap::Invocation &answer = response.methodResponses.constFirst();
    const auto page = syncPageFromJson(answer.arguments);
    if (!page) {
        m_complaints += answer.name + u' ' + answer.arguments.value(u"type"_s).toString();
        return;
    }
    Page read{seqOf(m_state), seqOf(page->newState), {}};
    for (const TypeChanges &changes : page->changes) {
        for (const QString &id : changes.created + changes.updated + changes.destroyed)
            read.ids.insert(id);
    }
    m_state = page->newState;
    if (read.through > read.after) m_pages.append(std::move(read));
    page->hasMoreChanges ? askForChanges() : m_again.start();
}

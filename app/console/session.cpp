// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/session.h"

#include "core/cache/ballast.h"

namespace akwaba {

namespace {

ClientConfig configOf(const Session::Setup &setup)
{
    const ProfileInfo &info = setup.profile->info();
    ClientConfig config{setup.profile->cacheFile(),
                        setup.profile->outboxFile(),
                        setup.secrets,
                        {info.server, info.pinnedCertificate},
                        {info.agent, info.device}};
    config.offline = setup.offline;
    config.account = info.account;
    config.ballast = Ballast::usualSize;
    config.window = setup.window;
    config.isLeased = setup.temporary == nullptr;
    return config;
}

} // namespace

Session::Session(Setup setup, const Clock &clock, Random &random, QObject *parent)
    : QObject(parent), m_setup(std::move(setup)), m_client(std::make_unique<Client>(configOf(m_setup), clock, random)),
      m_mail(configOf(m_setup).server, m_setup.secrets.token),
      m_holidays(configOf(m_setup).server, m_setup.secrets.token),
      m_supervision(configOf(m_setup).server, m_setup.secrets.token),
      m_rules(configOf(m_setup).server, m_setup.secrets.token),
      m_macros(configOf(m_setup).server, m_setup.secrets.token)
{
    connect(m_client.get(), &Client::cacheReplaced, this, [this] {
        if (openReader()) Q_EMIT readerReplaced();
    });
}

Session::~Session() = default;

CacheReaderOptions Session::readerOptions() const
{
    return {m_setup.profile->cacheFile(), m_setup.secrets.cacheKey(), m_setup.profile->outboxFile(),
            m_setup.secrets.outboxKey, me()};
}

Result<void> Session::openReader()
{
    Result<std::unique_ptr<CacheReader>> reader = CacheReader::open(readerOptions());
    if (!reader) return tl::unexpected(reader.error());
    m_reader = std::move(*reader);
    return {};
}

QFuture<Result<void>> Session::open()
{
    auto answer = std::make_shared<Answer<void>>();
    onResult(m_client->open(), this,
             [this, answer](const Result<void> &opened) { answer->give(opened ? openReader() : opened); });
    return answer->future();
}

} // namespace akwaba

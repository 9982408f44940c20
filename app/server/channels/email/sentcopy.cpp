// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/sentcopy.h"

#include "app/server/channels/email/imapnames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::mail {
namespace {

constexpr qsizetype largestAnswer = 64 * 1024;

} // namespace

SentCopy::SentCopy(MailServer server, QString folder, QObject *parent)
    : QObject(parent), m_folderName(std::move(folder)), m_session(std::move(server), largestAnswer)
{
    connect(&m_session, &ImapSession::ready, this, [this] { find(); });
    connect(&m_session, &ImapSession::failed, this,
            [this](const Error &error) { end(tl::unexpected(error), m_session.trouble()); });
}

void SentCopy::put(const QString &messageId, const QByteArray &mail)
{
    m_mail = mail;
    lookFor(messageId);
}

void SentCopy::lookFor(const QString &messageId)
{
    const auto quoted = imapQuoted(messageId);
    if (!quoted) return end(fail(Code::BadInput, u"no Message-ID"_s));
    m_messageId = *quoted;
    m_session.open();
}

void SentCopy::find()
{
    if (!m_folderName.isEmpty()) return select(imapFolder(m_folderName));
    m_session.ask("LIST \"\" \"*\"", [this](const ImapAnswer &answer) {
        if (const auto folder = folderWith("\\Sent", answer.untagged)) return select(*folder);
        end(fail(Code::NotFound, u"no folder is marked as that of sent mail"_s), MailTrouble::NoSuchFolder);
    });
}

void SentCopy::select(const QByteArray &folder)
{
    m_folder = folder;
    // Looked at only: nothing there loses its mark as new.
    m_session.ask("EXAMINE " + m_folder, [this](const ImapAnswer &answer) {
        if (answer.isOk) return look();
        end(fail(Code::NotFound, u"no such folder"_s), MailTrouble::NoSuchFolder);
    });
}

void SentCopy::look()
{
    m_session.ask("UID SEARCH HEADER Message-ID " + m_messageId, [this](const ImapAnswer &answer) {
        const bool isThere = std::ranges::any_of(
            answer.untagged, [](const ImapResponse &response) { return !searchResult(response).isEmpty(); });
        // Without an answer nobody knows, and two copies are worse than none.
        if (!answer.isOk) return end(fail(Code::Protocol, u"search refused"_s), MailTrouble::Refused);
        if (m_mail && !isThere) return append();
        end(m_mail ? !isThere : isThere);
    });
}

void SentCopy::append()
{
    m_session.ask("APPEND " + m_folder + " (\\Seen)", *m_mail, [this](const ImapAnswer &answer) {
        if (answer.isOk) return end(true);
        if (answer.code() == "OVERQUOTA") return end(fail(Code::DiskFull, u"no room"_s), MailTrouble::Full);
        end(fail(Code::Protocol, u"copy refused"_s), MailTrouble::Refused);
    });
}

void SentCopy::end(const Result<bool> &result, MailTrouble trouble)
{
    if (m_hasEnded) return;
    m_hasEnded = true;
    m_trouble = trouble;
    m_session.close();
    Q_EMIT finished(result);
}

} // namespace akwaba::mail

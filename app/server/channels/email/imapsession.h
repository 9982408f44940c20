// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/imapreader.h"
#include "app/server/channels/email/mailserver.h"
#include "core/base/result.h"
#include "core/domain/enums.h"

#include <QObject>

#include <functional>

namespace akwaba::mail {

class LineConnection;

/// What a server said to one command.
struct ImapAnswer {
    bool isOk = false;
    QByteArray line; // the closing one, without its tag
    QList<ImapResponse> untagged;

    /// "OVERQUOTA" of "NO [OVERQUOTA] the mailbox is full"; empty where there is none.
    [[nodiscard]] QByteArray code() const;
};

/// A conversation with an IMAP server (RFC 3501): connects, turns TLS on, logs in by what both sides know, and takes
/// one command at a time. Each answer has a deadline; a server that hangs, hangs up or lies ends the session with
/// failed(), and close() ends it in silence. Lives on the thread of its event loop.
class ImapSession : public QObject {
    Q_OBJECT

public:
    using Answered = std::function<void(const ImapAnswer &)>;

    /// Responses with larger literals than this are not accepted.
    ImapSession(MailServer server, qsizetype largestLiteral, QObject *parent = nullptr);

    void open();
    /// After ready() or the answer to the command before.
    void ask(const QByteArray &command, Answered answered);
    /// A command that ends with a literal.
    void ask(const QByteArray &command, const QByteArray &literal, Answered answered);
    /// The server tells by heard() what happens, for as long as nobody ends it (RFC 2177).
    void idle();
    void endIdle(Answered answered);
    /// With a goodbye that nobody waits for.
    void close();

    [[nodiscard]] bool isIdle() const { return m_isIdle; }
    [[nodiscard]] bool can(const QByteArray &capability) const { return m_capabilities.contains(capability); }
    /// Why it failed.
    [[nodiscard]] MailTrouble trouble() const { return m_trouble; }
    [[nodiscard]] QString fingerprint() const;

Q_SIGNALS:
    void connected(); // to the server, before anything was said
    void encrypted(); // its certificate is believed, or none is wanted
    void ready(); // logged in
    void heard(const akwaba::mail::ImapResponse &response); // untagged, also while a command is answered
    void failed(const akwaba::Error &error);

private:
    void receiveBytes(const QByteArray &bytes);
    void responded(const ImapResponse &response);
    void greeted(const QByteArray &line);
    void continued();
    void askForCapabilities();
    void secure();
    void logIn();
    void loggedIn(const ImapAnswer &answer);
    void giveUp(Code code, MailTrouble trouble, const QString &detail);
    [[nodiscard]] QByteArray tag() const { return 'a' + QByteArray::number(m_tag); }

    const MailServer m_server;
    LineConnection *m_line;
    ImapReader m_reader;
    QList<QByteArray> m_capabilities;
    ImapAnswer m_answer; // to the command that is being answered
    Answered m_answered;
    QByteArray m_whenAsked; // goes out when the server asks for it: a secret, a literal
    int m_tag = 0;
    bool m_wasGreeted = false;
    bool m_isEncrypted = false;
    bool m_isIdle = false;
    bool m_isClosed = false;
    MailTrouble m_trouble = MailTrouble::None;
};

} // namespace akwaba::mail

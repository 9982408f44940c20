// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/imapreader.h"
#include "app/server/channels/email/mailserver.h"
#include "core/base/result.h"

#include <QDate>
#include <QHash>
#include <QObject>

#include <functional>

namespace akwaba::mail {

class LineConnection;

struct ImapMailbox {
    QString name;
    QDate from; // of a first visit: nothing older is fetched; invalid takes all
    qsizetype largestMail = 64 * 1024 * 1024;
    qsizetype mostMails = 1000; // in one visit
};

/// How far a mailbox was read. The caller keeps it in his database.
struct ImapState {
    quint32 uidValidity = 0;
    quint32 lastUid = 0;
    bool operator==(const ImapState &) const = default;
};

struct ImapVisit {
    ImapState state;
    int received = 0;
    int refused = 0; // not a mail, as the receiver says
    int tooLarge = 0; // left on the server
    bool isMore = false; // mostMails was reached: visit again at once
    bool operator==(const ImapVisit &) const = default;
};

/// Stores a received mail, as Deliver does for LMTP.
using Receive = std::function<Result<void>(const QByteArray &raw)>;

/// One visit to a mailbox over IMAP: every mail newer than the state is fetched
/// without touching it, handed over, and marked as seen only after that. Ends
/// with exactly one finished(); a server that hangs is an error, never a hang.
/// When the server renumbered the mailbox everything since `from` comes again:
/// who receives must know a mail that he has. Lives on the thread of its event
/// loop, on which Receive is called.
class ImapPoller : public QObject {
    Q_OBJECT

public:
    ImapPoller(MailServer server, ImapMailbox mailbox, Receive receive, QObject *parent = nullptr);
    ~ImapPoller() override;

    /// Does nothing while a visit goes on.
    void visit(const ImapState &state);
    [[nodiscard]] bool isVisiting() const { return m_line != nullptr; }

Q_SIGNALS:
    void advanced(const akwaba::mail::ImapState &state); // after each mail
    void finished(const akwaba::Result<akwaba::mail::ImapVisit> &visit);

private:
    enum class Step { Greeting, Capability, StartTls, LogIn, Select, Search, Sizes, Fetch, Store, LogOut };

    void receiveBytes(const QByteArray &bytes);
    void responded(const ImapResponse &response);
    void untagged(const ImapResponse &response);
    void greeted(const QByteArray &line);
    void completed(bool ok);
    void say(Step step, const QByteArray &command);
    void logIn();
    void selected();
    void searched();
    void fetchNext();
    void fetched();
    void passed();
    void end(const Result<ImapVisit> &result);

    MailServer m_server;
    ImapMailbox m_mailbox;
    Receive m_receive;
    LineConnection *m_line = nullptr;
    ImapReader m_reader;
    Step m_step = Step::Greeting;
    int m_tag = 0;
    bool m_isEncrypted = false;
    QByteArray m_capabilities;
    QByteArray m_secret; // goes out when an AUTHENTICATE asks for it
    quint32 m_uidValidity = 0;
    quint32 m_uidNext = 0;
    ImapVisit m_visit;
    QList<quint32> m_waiting; // UIDs, ascending
    QHash<quint32, quint32> m_sizes;
    QByteArray m_raw;
    bool m_hasRaw = false;
};

} // namespace akwaba::mail

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/imapsession.h"
#include "core/base/async.h"

#include <QDate>
#include <QHash>
#include <QTimer>

namespace akwaba::mail {

struct ImapMailbox {
    QString name;
    QDate from; // of a first visit: nothing older is fetched; invalid takes all
    qsizetype largestMail = 64 * 1024 * 1024;
    qsizetype mostMails = 1000; // in one visit
    std::chrono::milliseconds idleFor =
        std::chrono::minutes(25); // then asked anew: servers hang up after 30 (RFC 2177)
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
    int refused = 0; // not a mail, as the receiver says, or none that he can keep; left on the server
    int tooLarge = 0; // left on the server
    bool isMore = false; // mostMails was reached: visit again at once
    bool isFull = false; // the provider says that there is no room: mails of customers are sent back
    bool operator==(const ImapVisit &) const = default;
};

/// Stores a received mail, later, as Deliver does for LMTP.
using Receive = std::function<QFuture<Result<void>>(const QByteArray &raw)>;

/// Visits to a mailbox over IMAP: every mail newer than the state is fetched without touching it, handed over, and
/// marked as seen only after that. Each visit ends with exactly one finished(); a server that hangs is an error, never
/// a hang. Where the server can tell of new mail (IDLE), the connection stays open between visits, and news() asks for
/// the next one; lost() says that it ended. When the server renumbered the mailbox everything since `from` comes again:
/// who receives must know a mail that he has. Lives on the thread of its event loop, on which Receive is called.
class ImapPoller : public QObject {
    Q_OBJECT

public:
    ImapPoller(MailServer server, ImapMailbox mailbox, Receive receive, QObject *parent = nullptr);
    ~ImapPoller() override;

    /// Does nothing while a visit goes on.
    void visit(const ImapState &state);
    [[nodiscard]] bool isVisiting() const { return m_visiting; }
    /// Between visits the server tells of new mail.
    [[nodiscard]] bool isListening() const { return m_session != nullptr && !m_visiting; }
    /// Why the last visit failed.
    [[nodiscard]] MailTrouble trouble() const { return m_trouble; }

Q_SIGNALS:
    void advanced(const akwaba::mail::ImapState &state); // after each mail
    void finished(const akwaba::Result<akwaba::mail::ImapVisit> &visit);
    void news();
    void lost();

private:
    void open();
    void heard(const ImapResponse &response);
    void select();
    void selected(const ImapAnswer &answer);
    void askQuota();
    void search();
    void searched(const ImapAnswer &answer);
    void askSizes();
    void fetchNext();
    void fetched(const ImapAnswer &answer);
    void stored(const Result<void> &mail);
    void pass();
    void finish();
    void listen();
    void renew();
    void fail(Code code, MailTrouble trouble, const QString &detail);
    void end(const Result<ImapVisit> &result);
    void drop();

    const MailServer m_server;
    const ImapMailbox m_mailbox;
    const Receive m_receive;
    ImapSession *m_session = nullptr;
    QTimer m_renewal; // of IDLE
    bool m_visiting = false;
    bool m_isRenewing = false;
    bool m_isReadOnly = false;
    bool m_hasNews = false; // since the last search
    MailTrouble m_trouble = MailTrouble::None;
    quint32 m_uidValidity = 0; // of the selected mailbox
    quint32 m_uidNext = 0;
    ImapVisit m_visit;
    QList<quint32> m_waiting; // UIDs, ascending
    QHash<quint32, quint32> m_sizes;
};

} // namespace akwaba::mail

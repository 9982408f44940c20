// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/mailserver.h"
#include "core/base/result.h"
#include "core/domain/enums.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace akwaba::mail {

class LineConnection;

struct SmtpEnvelope {
    QString sender;
    QStringList recipients;
    QString id; // ENVID of delivery reports
    QString messageId; // of the mail, without angle brackets
    bool mayHaveArrived = false; // by an attempt before, of which nobody knows how it ended
};

/// One who was refused while others were accepted.
struct RefusedRecipient {
    qsizetype place = 0; // among the recipients of the envelope, from 0
    int code = 0;
    QString reply; // without addresses
    bool operator==(const RefusedRecipient &) const = default;
};

/// How one attempt to hand over a mail ended.
struct SmtpOutcome {
    enum class Kind {
        Accepted, // the server has it
        Refused, // for good: trying again changes nothing
        Temporary, // nothing was accepted; try later
        Unknown, // the mail went out and no answer came back: it may or may not have arrived
    };
    Kind kind = Kind::Temporary;
    int code = 0; // of the deciding reply; 0 where there was none
    QString reply; // its text without addresses, with its enhanced code (RFC 3463)
    QList<RefusedRecipient> refusedRecipients;

    bool operator==(const SmtpOutcome &) const = default;
};

/// Submits one mail over SMTP (RFC 5321, 6409) and says how it ended, exactly
/// once. Asks for delivery reports where the server makes them. A mail larger
/// than the server says it takes is not offered. Until the final dot has left,
/// whatever breaks is Temporary; from then on, without an answer, Unknown. Never
/// retries: that is the job's decision. Lives on the thread of its event loop.
class SmtpClient : public QObject {
    Q_OBJECT

public:
    explicit SmtpClient(MailServer server, QObject *parent = nullptr);
    ~SmtpClient() override;

    void send(const SmtpEnvelope &envelope, const QByteArray &mail);
    /// As far as to the sender, of whom nothing is sent: Accepted when he might.
    void tryOut(const QString &sender);

    /// Why it ended before a mail was offered.
    [[nodiscard]] MailTrouble trouble() const { return m_trouble; }
    [[nodiscard]] QString fingerprint() const;

Q_SIGNALS:
    void connected(); // to the server, before anything was said
    void encrypted(); // its certificate is believed, or none is wanted
    void loggedIn();
    void finished(const akwaba::mail::SmtpOutcome &outcome);

private:
    enum class State {
        Greeting,
        Hello,
        StartTls,
        LogIn,
        LogInUser,
        LogInPassword,
        LogInToken,
        Sender,
        Recipients,
        Data,
        Body,
        Done
    };

    void receive(const QByteArray &bytes);
    void reply(int code, const QStringList &lines);
    void replyBeforeMail(int code, const QStringList &lines);
    void replyToMail(int code, const QStringList &lines);
    void begin();
    void sayHello();
    void afterHello(const QStringList &lines);
    void logIn();
    void logInAnswered(int code, const QStringList &lines);
    [[nodiscard]] QString objection() const;
    void sendSender();
    void sendNextRecipient();
    void recipientAnswered(int code, const QStringList &lines);
    void lost(const Error &error);
    void finish(SmtpOutcome::Kind kind, int code, const QString &text);
    void finishByCode(int code, const QStringList &lines);
    void stop(MailTrouble trouble, int code, const QString &text);
    /// The words after an extension's name, or nothing where it is not offered.
    [[nodiscard]] std::optional<QString> offered(const QString &extension) const;
    [[nodiscard]] bool can(const QString &extension) const { return offered(extension).has_value(); }

    MailServer m_server;
    SmtpEnvelope m_envelope;
    QByteArray m_mail;
    LineConnection *m_line = nullptr;
    State m_state = State::Greeting;
    QByteArray m_buffer;
    QStringList m_replyLines;
    QStringList m_extensions;
    bool m_isEncrypted = false;
    qsizetype m_recipient = 0;
    qsizetype m_acceptedRecipients = 0;
    QList<RefusedRecipient> m_refused;
    bool m_isTrial = false;
    MailTrouble m_trouble = MailTrouble::None;
    int m_refusalCode = 0;
    QStringList m_refusalLines;
};

/// The mail as DATA carries it: CRLF lines, leading dots doubled, the final dot.
[[nodiscard]] QByteArray dotStuffed(const QByteArray &mail);

} // namespace akwaba::mail

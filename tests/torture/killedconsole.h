// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/cache/cachereader.h"
#include "core/sync/secrets.h"
#include "tests/server/endurance/company.h"
#include "tests/torture/sites.h"

#include <QJsonObject>
#include <QProcess>
#include <QUrl>

/// A console as a process that dies as planned and is started again on what it left, and its agent, who outlives it: he
/// does one thing after the other, remembers of each whether the console has told him that it is kept, and looks
/// whether what he was told is still there.
class KilledConsole : public QObject {
    Q_OBJECT
public:
    /// Something the agent did.
    struct Deed {
        akwaba::Command command;
        QString text; ///< of the message that it makes, found nowhere else; empty where it makes none
        akwaba::MessageId message;
        QString iid; ///< once it is kept; else the console died over it, and it may have been done or not
        [[nodiscard]] bool isReply() const { return std::holds_alternative<akwaba::Reply>(command); }
    };

    KilledConsole(const Company &company, int seat, akwaba::Random &random, Sites &sites, const QString &folder,
                  const QUrl &server);
    ~KilledConsole() override { end(); }

    /// Starts, and does so again each time that it died.
    void work();
    /// Starts once more, and neither dies nor does anything new.
    void rest();
    [[nodiscard]] const Company::Seat &seat() const { return m_seat; }
    /// There is a server again.
    void wake() { tell({{QStringLiteral("sync"), true}}); }
    /// SIGKILL, by nobody's plan.
    void end();

    [[nodiscard]] bool isUpToDate() const { return m_isLive && m_pending == 0; }
    [[nodiscard]] const QList<Deed> &deeds() const { return m_deeds; }
    [[nodiscard]] bool hasKeptReply() const;
    /// Of his draft, and of what he asks in a form: as often as he was told that it is kept.
    [[nodiscard]] int wordsKept() const { return m_draftText.kept + m_formText.kept; }
    /// What the ticket of his own was last called, and what it may be called since then.
    [[nodiscard]] const QStringList &subjects() const { return m_subjects; }
    /// What should not be: a line each.
    [[nodiscard]] const QStringList &complaints() const { return m_complaints; }
    /// What its agent sees, from its files.
    [[nodiscard]] akwaba::Result<std::unique_ptr<akwaba::CacheReader>> reader() const;

Q_SIGNALS:
    void died(const QString &where);

private:
    /// What he writes over and over.
    struct Text {
        int kept = 0;
        QStringList since; // the last one that is kept, and those that came after it
    };

    void start();
    void ended();
    void tell(const QJsonObject &words);
    void hear(const QJsonObject &words);
    void look(const QJsonObject &words);
    void kept(const QJsonObject &words);
    void workOn();
    void writeDraft();
    void writeForm();
    void complainOf(const QString &what, const Text &text, const QString &seen);
    [[nodiscard]] Deed nextDeed();
    [[nodiscard]] akwaba::Command onMyTicket(quint64 kind);
    [[nodiscard]] QString newText(const QString &kind);

    const Company &m_company;
    const int m_number;
    const Company::Seat m_seat;
    akwaba::Random &m_random;
    Sites &m_sites;
    const QString m_folder;
    const QUrl m_server;
    const akwaba::SystemClock m_clock;
    const akwaba::Secrets m_secrets;
    const akwaba::DraftId m_draft;
    const akwaba::EscalationId m_form;
    QProcess m_process;
    bool m_works = false;
    bool m_waits = false; // for the answer about a deed
    bool m_isLive = false;
    int m_pending = 0;
    int m_texts = 0;
    std::optional<akwaba::Ticket> m_ticket; // as he sees it
    QList<Deed> m_deeds;
    QStringList m_subjects; // the last one that is kept, and those that came after it
    Text m_draftText;
    Text m_formText;
    QStringList m_complaints;
};

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/endurance/verify.h"

#include <QTest>

/// From AKWABA_SEED or a new seed, which is printed.
[[nodiscard]] std::unique_ptr<akwaba::Random> seededRandom();

/// A company, its devices and the mail server that its replies go to: what the tests of this folder have in common.
/// Everything that is left to chance comes from one seed.
class Load : public QObject {
    Q_OBJECT
public:
    /// On a company that is there, before it is served or while it is.
    void furnish(const akwaba::store::Place &place, int devices);
    void begin(const QList<QUrl> &servers);

    /// Waits until `more` intents have been decided from now on.
    [[nodiscard]] bool waitForDecided(qsizetype more);
    /// Calls `kill` at some moment while requests are on their way: a few were sent since, and a few ms went by.
    [[nodiscard]] bool killInTheMidst(const std::function<void()> &kill);
    /// Waits until each device has been in trouble `times` times from now on.
    [[nodiscard]] bool waitForTrouble(int times);

    [[nodiscard]] qsizetype decided() const;
    [[nodiscard]] Sender::Troubles troubles() const;
    [[nodiscard]] akwaba::Random &random() { return *m_random; }
    [[nodiscard]] SmtpSink &sink() { return m_sink; }

    /// Lets everything come to its end, and compares what the company holds with what its devices were told. The server
    /// is running. Prints what it has counted.
    [[nodiscard]] bool keptEveryPromise(const akwaba::store::Place &place);
    [[nodiscard]] const Verdict &verdict() const { return m_verdict; }
    /// Where it did not.
    [[nodiscard]] QString problem() const { return m_problem; }

private:
    [[nodiscard]] bool settle();

    std::unique_ptr<akwaba::Random> m_random = seededRandom();
    SmtpSink m_sink;
    Company m_company;
    Senders m_senders;
    Verdict m_verdict;
    QString m_problem;
};

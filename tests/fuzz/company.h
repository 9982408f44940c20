// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/intents/intentservice.h"
#include "app/server/jmap/intentport.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/base/random.h"

#include <QTemporaryDir>

#include <memory>
#include <random>

namespace akwaba::fuzz {

/// Seeded numbers that can begin again.
class Recurring final : public Random {
public:
    [[nodiscard]] quint64 next() override { return m_engine(); }
    void restart() { m_engine.seed(2); }

private:
    std::mt19937_64 m_engine{2};
};

/// The small company that every input meets in the same state: two teams that don't see each other, with tickets,
/// messages, drafts, an order; a real store in memory. It is made once. An input that has written is told by spoil();
/// the next one gets the files of the beginning back, so that what it finds can be found again.
///
/// Texts hold the marks onlySav(), onlyVentes() and onlyYao(), by who alone may read them.
class Company {
public:
    /// The one of this process, as it was in the beginning.
    [[nodiscard]] static Company &asMade();

    [[nodiscard]] store::Store &store() { return *m_store; }
    [[nodiscard]] intents::IntentService &intents() { return *m_intents; }
    /// As the server's main program fits it.
    [[nodiscard]] jmap::ApplyIntents applyIntents();
    [[nodiscard]] ManualClock &clock() { return *m_clock; }
    [[nodiscard]] Recurring &random() { return m_random; }
    void spoil() { m_isSpoilt = true; }

    /// Inputs say $ticket$ for an id, so that they live longer than the ids.
    [[nodiscard]] QByteArray named(QByteArray text) const;
    [[nodiscard]] QString name(const QString &what) const;
    [[nodiscard]] QStringList names() const { return m_names.keys(); }

    /// awa and yao of the team SAV, koffi of Ventes, chef over both, and ancien, who was disabled.
    [[nodiscard]] store::Caller caller(const QString &who) const { return m_callers.value(who); }
    /// What this one must never read.
    [[nodiscard]] static QByteArrayList hiddenFrom(const QString &who);
    [[nodiscard]] static QString onlySav() { return QStringLiteral("qzSav"); }
    [[nodiscard]] static QString onlyVentes() { return QStringLiteral("qzVentes"); }
    [[nodiscard]] static QString onlyYao() { return QStringLiteral("qzYao"); }

    [[nodiscard]] QString state();
    [[nodiscard]] qint64 seq();

private:
    Company();
    void make();
    void reopen();

    QTemporaryDir m_folder;
    QTemporaryDir m_origin;
    QHash<QString, QByteArray> m_names;
    QHash<QString, store::Caller> m_callers;
    Recurring m_random;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<intents::IntentService> m_intents;
    bool m_isSpoilt = true;
};

/// What fails here is no finding but the end.
template <class T> T must(Result<T> result)
{
    if (!result) qFatal("%s: %s", qPrintable(codeName(result.error().code)), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

} // namespace akwaba::fuzz

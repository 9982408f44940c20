// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jobs/receivemail.h"
#include "core/base/workers.h"

#include <QObject>

namespace akwaba::jobs {

/// The one way of a mail from a door of the running server into its store: prepared aside, since a hostile one takes
/// seconds to read, then stored on the thread of the store, on which this lives. The store must outlive it.
class MailIntake : public QObject {
    Q_OBJECT

public:
    /// `settings` must outlive it, too, and may change. `mostWaiting`: bytes of mails that are on their way at once.
    MailIntake(store::Store &store, const ReceiveSettings &settings, mail::TextOfPdf textOfPdf,
               qsizetype mostWaiting = 256 * 1024 * 1024);
    ~MailIntake() override;

    /// As receiveMail(). Code::Throttled while too many others are on their way: whoever brings it comes again.
    [[nodiscard]] QFuture<Result<void>> take(const QByteArray &raw, const QStringList &recipients);

private:
    store::Store &m_store;
    const ReceiveSettings &m_settings;
    const mail::TextOfPdf m_textOfPdf;
    const qsizetype m_mostWaiting;
    qsizetype m_waiting = 0; // bytes
    Workers m_workers;
};

} // namespace akwaba::jobs

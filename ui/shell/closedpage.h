// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/outbox.h"
#include "core/sync/lease.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace akwaba {

class Banner;
class Label;

/// What is shown while the cache of this computer may not be opened (sync.md 3.4): why, what opens it again, and
/// everything that was written here and not sent yet, to be read and copied. Asks nothing of the network itself.
class ClosedPage : public QWidget {
    Q_OBJECT

public:
    explicit ClosedPage(QWidget *parent = nullptr);

    /// `lease` is not open; `now` is what this computer's clock says.
    void setReason(const Lease &lease, const QDateTime &now);
    void setUnsent(const UnsentWork &work);
    /// A contact is being tried, or was and failed.
    void setBusy();
    void showError(Code code);

Q_SIGNALS:
    void tryRequested();
    void logInRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void fillUnsent();
    void addEntry(const QString &title, const QString &text);

    Lease m_lease;
    QDateTime m_now;
    UnsentWork m_work;
    Label *m_title = nullptr;
    Label *m_reason = nullptr;
    Banner *m_banner = nullptr;
    QPushButton *m_try = nullptr;
    QPushButton *m_logIn = nullptr;
    QWidget *m_unsent = nullptr;
    Label *m_unsentTitle = nullptr;
    QVBoxLayout *m_entries = nullptr;
};

} // namespace akwaba

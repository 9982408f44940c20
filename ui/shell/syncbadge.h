// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/syncstatus.h"
#include "ui/widgets/paintedbutton.h"

namespace akwaba {

/// What the badge says of the way to the server: a shape, a word, a time.
struct SyncWords {
    QString icon;
    QString text;
    QString detail; // "data of 15:06", "34 %"
    Tone tone;
    bool isCalm = true; // in sync: no ground
};

/// Whether the agent has no server now, be it by his own choice. A log-in that ended is no such case: it needs him.
[[nodiscard]] bool isOffline(const SyncStatus &status);

/// The true state in words. Pure.
[[nodiscard]] SyncWords syncWords(const SyncStatus &status);

/// The round badge of the top bar, 26 high. A click asks for a synchronisation now.
class SyncBadge : public PaintedButton {
    Q_OBJECT

public:
    explicit SyncBadge(QWidget *parent = nullptr);
    void setStatus(const SyncStatus &status);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    SyncStatus m_status;
    SyncWords m_words;
};

/// "2 pending": how much waits for the server; hidden at 0. With refused ones it says so first, in the colour of
/// refusal.
class OutboxBadge : public PaintedButton {
    Q_OBJECT

public:
    explicit OutboxBadge(QWidget *parent = nullptr);
    void setCounts(int pending, int notSent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void say();

    int m_pending = 0;
    int m_notSent = 0;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace akwaba {

/// What the system asks of a server, as signals of Qt. One in a process, since a process has one of each.
class ProcessSignals : public QObject {
    Q_OBJECT

public:
    explicit ProcessSignals(QObject *parent = nullptr);
    ~ProcessSignals() override;

Q_SIGNALS:
    void terminationRequested(); // SIGTERM and SIGINT
    void reloadRequested(); // SIGHUP

private:
    void receive();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace akwaba

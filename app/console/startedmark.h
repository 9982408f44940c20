// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace akwaba {

class Console;

/// Writes a file at the first paint of a window, so that the time from exec to a usable console can be measured from
/// outside. Does nothing with an empty path.
class StartedMark : public QObject {
    Q_OBJECT

public:
    StartedMark(Console &console, const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString m_path;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace akwaba {

/// Writes a file at the first paint of an inbox, its list or what stands in its place, so that the time from exec to a
/// usable console can be measured from outside. Does nothing with an empty path.
class StartedMark : public QObject {
    Q_OBJECT

public:
    explicit StartedMark(QString path) : m_path(std::move(path)) { }

    /// A window that is shown from now on; one without an inbox is none that counts.
    void watch(const QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString m_path;
};

} // namespace akwaba

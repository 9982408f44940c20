// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/startedmark.h"

#include "app/console/console.h"
#include "ui/inbox/ticketlistview.h"

#include <QEvent>
#include <QFile>

namespace akwaba {

StartedMark::StartedMark(Console &console, const QString &path) : m_path(path)
{
    if (path.isEmpty()) return;
    connect(&console, &Console::shown, this, [this](QWidget *window) {
        if (auto *list = window->findChild<TicketListView *>()) list->viewport()->installEventFilter(this);
    });
}

bool StartedMark::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_path.isEmpty()) {
        watched->removeEventFilter(this);
        // After this paint, so that the mark means that it is done.
        QMetaObject::invokeMethod(
            this,
            [path = std::exchange(m_path, {})] {
                QFile file(path);
                if (file.open(QIODevice::WriteOnly)) file.write("painted\n");
            },
            Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/startedmark.h"

#include "ui/inbox/inboxpane.h"
#include "ui/inbox/ticketlistview.h"
#include "ui/widgets/emptystate.h"

#include <QEvent>
#include <QFile>

namespace akwaba {

void StartedMark::watch(const QWidget *window)
{
    if (m_path.isEmpty()) return;
    const auto *inbox = window->findChild<InboxPane *>();
    if (inbox == nullptr) return;
    // Which of the two is painted depends on whether there are tickets.
    inbox->view()->viewport()->installEventFilter(this);
    inbox->emptyState()->installEventFilter(this);
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

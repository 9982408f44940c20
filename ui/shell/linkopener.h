// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QUrl;
class QWidget;

namespace akwaba {

/// Opens links of mails in the agent's own programs, and asks before where the text of a link names another place than
/// the one to which it leads. UI thread.
class LinkOpener : public QObject {
    Q_OBJECT

public:
    using Open = std::function<void(const QUrl &)>;
    LinkOpener(Open openIt, QWidget *window);

    /// `text` is what the mail says in the link's place. Anything but web, mail and telephone is passed over.
    void open(const QString &target, const QString &text);

private:
    void ask(const QString &target, const QString &text);

    const Open m_open;
    QWidget *m_window;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextDocument>

namespace akwaba {

struct Message;
class Theme;

/// The body of one message, laid out. Never reads anything but what it was given: loadResource() answers nothing, so
/// that no picture, style sheet or font of a mail is fetched from anywhere. What is quoted and the signature stay
/// folded until asked for.
class MessageDocument : public QTextDocument {
    Q_OBJECT

public:
    explicit MessageDocument(const Theme &theme, QObject *parent = nullptr);

    void setMessage(const Message &message, bool quotesShown);
    /// True when something of the message is folded, or would be.
    [[nodiscard]] bool hasQuotes() const { return m_hasQuotes; }

protected:
    QVariant loadResource(int type, const QUrl &name) override;

private:
    void setLines();

    const Theme &m_theme;
    bool m_hasQuotes = false;
};

} // namespace akwaba

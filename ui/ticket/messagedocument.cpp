// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/messagedocument.h"

#include "core/domain/message.h"
#include "core/text/french.h"
#include "core/text/html.h"
#include "core/text/quote.h"
#include "ui/widgets/theme.h"

#include <QTextBlockFormat>
#include <QTextCursor>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// Longer bodies are cut here: nobody reads on, and layout must not stop the window.
constexpr qsizetype longestBody = 200'000;

QString htmlOf(const QList<BodyPart> &parts, bool quotesShown, const QColor &faint)
{
    QString html;
    for (const BodyPart &part : parts) {
        // Replaces spaces that would leave a "?" alone on a line; toPlainText() gives ordinary ones back.
        const QString body = htmlOfPlainText(withFrenchSpaces(part.text.trimmed()));
        if (part.kind == BodyPartKind::Visible)
            html += u"<div>"_s + body + u"</div>"_s;
        else if (quotesShown)
            html += u"<div style=\"color:%1\">"_s.arg(faint.name()) + body + u"</div>"_s;
    }
    return html;
}

} // namespace

MessageDocument::MessageDocument(const Theme &theme, QObject *parent) : QTextDocument(parent), m_theme(theme)
{
    setUndoRedoEnabled(false);
    setDocumentMargin(0);
}

QVariant MessageDocument::loadResource(int, const QUrl &) { return {}; }

void MessageDocument::setMessage(const Message &message, bool quotesShown)
{
    setDefaultFont(m_theme.font(TextStyle::Reading));
    setDefaultStyleSheet(u"a{color:%1;text-decoration:none}"_s.arg(m_theme.color(Token::Accent).name()));
    const QList<BodyPart> parts = bodyParts(QStringView(message.text).left(longestBody));
    m_hasQuotes = std::ranges::any_of(parts, [](const BodyPart &part) {
        return part.kind != BodyPartKind::Visible && !part.text.trimmed().isEmpty();
    });
    // Only text can be folded; marked-up bodies without quotes are shown as they were written.
    if (!message.html.isEmpty() && message.html.size() <= longestBody && (!m_hasQuotes || message.text.isEmpty()))
        setHtml(message.html);
    else
        setHtml(htmlOf(parts, quotesShown, m_theme.color(Token::Text3)));
    setLines();
}

void MessageDocument::setLines()
{
    QTextCursor all(this);
    all.select(QTextCursor::Document);
    QTextBlockFormat format;
    format.setLineHeight(m_theme.lineHeight(TextStyle::Reading), QTextBlockFormat::MinimumHeight);
    all.mergeBlockFormat(format);
}

} // namespace akwaba

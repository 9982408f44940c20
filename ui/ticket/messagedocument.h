// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/quote.h"

#include <QHash>
#include <QImage>
#include <QTextDocument>
#include <QUrl>

#include <functional>

namespace akwaba {

struct Message;
class Theme;

/// The body of one message, laid out. Never reads anything but what it was given: loadResource() answers with pictures
/// that are there already and with placeholders of ours, never with nothing, since Qt would look for a file of that
/// name. What is quoted and the signature stay folded until asked for.
class MessageDocument : public QTextDocument {
    Q_OBJECT

public:
    /// The picture of a name ("cid:..." or "remote:..."), or a null one while it is not there.
    using PictureOf = std::function<QImage(const QString &name)>;

    explicit MessageDocument(const Theme &theme, PictureOf pictureOf = {}, QObject *parent = nullptr);

    void setMessage(const Message &message, bool quotesShown);
    /// Lines end at this width, and nothing is wider: neither pictures nor tables.
    void layOut(qreal width);
    /// True when something of the message is folded, or would be.
    [[nodiscard]] bool hasQuotes() const { return m_hasQuotes; }
    /// True when marks and pictures are left out, since there are none, or since they could not be folded.
    [[nodiscard]] bool isText() const { return m_isText; }
    /// True when the text goes on where the document ends.
    [[nodiscard]] bool isCut() const { return m_isCut; }
    /// True when tables had to be given up, since they are wider than the window.
    [[nodiscard]] bool isSimplified() const { return m_isSimplified; }
    /// Of what is shown, each once.
    [[nodiscard]] const QStringList &pictureNames() const { return m_pictureNames; }

protected:
    QVariant loadResource(int type, const QUrl &name) override;

private:
    void setBody(const QString &html);
    void setLines();
    void setTables(const QTextFrame &parent);
    void fitAll(qreal width);
    void fitPicture(int position, qreal width);
    [[nodiscard]] const QImage &placeholder(const QString &alternative);

    const Theme &m_theme;
    PictureOf m_pictureOf;
    QHash<QString, QString> m_alternatives; // of pictures, by name
    QHash<QString, QImage> m_placeholders; // by alternative
    QHash<QUrl, QString> m_names; // as Qt asks for them
    QStringList m_pictureNames;
    QList<BodyPart> m_parts;
    QString m_html;
    bool m_folds = false;
    bool m_isSimplified = false;
    bool m_hasQuotes = false;
    bool m_isText = false;
    bool m_isTextCut = false;
    bool m_isCut = false;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMenu;
class QPlainTextEdit;

namespace akwaba {

class Label;

/// A text for customers in both languages, side by side, each with how it reads for an invented customer. A menu puts
/// in the values that a text may ask for.
class TextPairField : public QWidget {
    Q_OBJECT

public:
    /// `name` begins the names of its parts as objects.
    explicit TextPairField(const QString &name, QWidget *parent = nullptr);

    void fill(const QString &fr, const QString &en);
    [[nodiscard]] QString french() const;
    [[nodiscard]] QString english() const;

Q_SIGNALS:
    void edited();

private:
    struct Side {
        QString language;
        QPlainTextEdit *text = nullptr;
        Label *preview = nullptr;
    };
    [[nodiscard]] Side side(const QString &name, const QString &language, const QString &caption);
    void showPreviews();
    void addVariables(QMenu *menu);

    Side m_french;
    Side m_english;
    QPlainTextEdit *m_last; // where one wrote last
};

} // namespace akwaba

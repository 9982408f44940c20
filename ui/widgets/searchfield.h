// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace akwaba {

class IconButton;
class KeyHint;

/// A field with a magnifier, an x when there is text, and, while empty, the key that brings one here. Esc empties it
/// and, when empty, is left to the window.
class SearchField : public QLineEdit {
    Q_OBJECT

public:
    /// clearName is what a screen reader says of the x.
    SearchField(const QString &placeholder, const QString &clearName, QWidget *parent = nullptr);

    /// The key as drawn, e.g. "Ctrl+K"; empty: none. The shortcut itself is the caller's.
    void setKeyHint(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void arrange();

    KeyHint *m_hint;
    IconButton *m_clear;
};

} // namespace akwaba

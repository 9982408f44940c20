// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace akwaba {

class Label;

/// What stands at the bottom of a dialog: a quiet note, and the buttons in the order in which they are added. Return in
/// a field presses none of them, unless the dialog makes one its default.
class DialogFoot : public QWidget {
    Q_OBJECT

public:
    explicit DialogFoot(const QString &note = {}, QWidget *parent = nullptr);

    void setNote(const QString &note, Token color = Token::Text3);
    void add(QPushButton *button);

private:
    QHBoxLayout *m_row;
    Label *m_note;
};

} // namespace akwaba

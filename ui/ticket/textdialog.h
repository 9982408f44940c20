// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace akwaba {

struct Message;

/// The complete text of a message, whatever its length: only what is in sight is laid out.
class TextDialog : public QDialog {
    Q_OBJECT

public:
    explicit TextDialog(const Message &message, QWidget *parent = nullptr);
};

} // namespace akwaba

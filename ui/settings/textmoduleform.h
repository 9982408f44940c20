// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/macroflaw.h"
#include "ui/text/directories.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace akwaba {

class ChoiceBox;
class TextPairField;

/// The fields of a text module.
class TextModuleForm : public QWidget {
    Q_OBJECT

public:
    explicit TextModuleForm(QWidget *parent = nullptr);

    void setDirectories(const Directories &directories);
    void fill(const TextModule &module);
    /// As filled, with what was changed since.
    [[nodiscard]] TextModule value() const;
    [[nodiscard]] bool isEdited() const { return value() != m_filled; }
    void takeFocus();

Q_SIGNALS:
    void edited();

private:
    void noteEdited();

    TextModule m_shown;
    TextModule m_filled; // as it reads once it is shown
    bool m_isFilling = false;
    QLineEdit *m_name;
    QLineEdit *m_keyword;
    ChoiceBox *m_team;
    TextPairField *m_texts;
    QCheckBox *m_active;
};

} // namespace akwaba

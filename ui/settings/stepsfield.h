// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/macro.h"
#include "ui/text/directories.h"

#include <QWidget>

class QGridLayout;

namespace akwaba {

class CheckField;
class ChoiceBox;
class TextPairField;

/// What a macro does: a field for each thing that a step can do, in the order in which it is done.
class StepsField : public QWidget {
    Q_OBJECT

public:
    explicit StepsField(QWidget *parent = nullptr);

    void setDirectories(const Directories &directories);
    void fill(const QList<MacroStep> &steps);
    [[nodiscard]] QList<MacroStep> steps() const;

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] ChoiceBox *addChoice(QGridLayout *grid, MacroAct act);
    [[nodiscard]] CheckField *addTags(QGridLayout *grid, MacroAct act);
    void place(QGridLayout *grid, MacroAct act, QWidget *field);
    void offerFixed();
    [[nodiscard]] ChoiceBox *choiceOf(MacroAct act) const { return m_choices.value(int(act)); }

    ChoiceBox *m_writes; // a reply, a note, or nothing
    TextPairField *m_texts;
    QHash<int, ChoiceBox *> m_choices; // by act
    CheckField *m_added;
    CheckField *m_removed;
    int m_fields = 0;
};

} // namespace akwaba

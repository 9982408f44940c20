// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/factspage.h"

#include "ui/preferences/preferencerow.h"
#include "ui/widgets/label.h"

namespace akwaba {

QWidget *factsPage(const QString &title, const Facts &facts, const QString &sentence)
{
    QList<QWidget *> rows;
    for (const auto &[name, words] : facts) {
        if (words.isEmpty()) continue;
        auto *value = new Label(words, TextStyle::Body);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(name);
        value->setAccessibleDescription(words);
        rows += new PreferenceRow(name, {}, value);
    }
    if (!sentence.isEmpty()) {
        auto *note = new Label(sentence, TextStyle::Small, Token::Text2);
        note->setWordWrap(true);
        rows += note;
    }
    return preferencePage(title, rows);
}

} // namespace akwaba

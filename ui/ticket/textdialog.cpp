// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/textdialog.h"

#include "core/domain/message.h"
#include "core/text/html.h"
#include "ui/text/translate.h"
#include "ui/widgets/theme.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace akwaba {

TextDialog::TextDialog(const Message &message, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"textDialog"_s);
    setWindowTitle(translate("TextDialog", "Text of the message"));
    const Theme &theme = themeOf(this);
    resize(theme.px(720), theme.px(560));
    auto *text = new QPlainTextEdit(this);
    text->setObjectName(u"textOfMessage"_s);
    text->setAccessibleName(windowTitle());
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setFrameShape(QFrame::NoFrame);
    text->setFont(theme.font(TextStyle::Reading));
    text->setPlainText(withBreakableWords(message.text));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    column->addWidget(text);
}

} // namespace akwaba

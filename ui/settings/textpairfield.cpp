// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/textpairfield.h"

#include "ui/text/macrowords.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int pairLines = 7;

} // namespace

TextPairField::TextPairField(const QString &name, QWidget *parent) : QWidget(parent)
{
    const Theme &theme = themeOf(this);
    m_french = side(name + u"Fr"_s, u"fr"_s, translate("Macros", "Text in French"));
    m_english = side(name + u"En"_s, u"en"_s, translate("Macros", "Text in English"));
    m_last = m_french.text;
    auto *insert = new QPushButton(translate("Macros", "Insert a value"));
    insert->setObjectName(name + u"Insert"_s);
    insert->setAutoDefault(false);
    setLook(insert, ButtonLook::Quiet);
    auto *menu = new QMenu(insert);
    addVariables(menu);
    insert->setMenu(menu);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(theme.px(12));
    for (const Side &each : {m_french, m_english}) {
        auto *column = new QVBoxLayout;
        column->setSpacing(theme.px(6));
        column->addWidget(each.text->parentWidget());
        column->addWidget(each.preview);
        column->addStretch();
        sides->addLayout(column, 1);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme.px(6));
    column->addLayout(sides);
    column->addWidget(insert, 0, Qt::AlignLeft);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        for (const Side &each : {m_french, m_english}) {
            if (now == each.text) m_last = each.text;
        }
    });
    showPreviews();
}

TextPairField::Side TextPairField::side(const QString &name, const QString &language, const QString &caption)
{
    const Theme &theme = themeOf(this);
    Side side{language, new QPlainTextEdit, new Label(TextStyle::Small, Token::Text2)};
    side.text->setObjectName(name);
    side.text->setTabChangesFocus(true);
    side.text->setFixedHeight(pairLines * theme.lineHeight(TextStyle::Body) + theme.px(12));
    side.preview->setObjectName(name + u"Preview"_s);
    side.preview->setWordWrap(true);
    side.preview->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    new FormField(caption, side.text); // owns it
    connect(side.text, &QPlainTextEdit::textChanged, this, [this] {
        showPreviews();
        Q_EMIT edited();
    });
    return side;
}

void TextPairField::addVariables(QMenu *menu)
{
    for (std::size_t i = 0; i < EnumNames<Variable>::all.size(); ++i) {
        const auto variable = Variable(i);
        QAction *action = menu->addAction(word(variable));
        connect(action, &QAction::triggered, this, [this, variable] {
            m_last->insertPlainText(placeholder(variable));
            m_last->setFocus();
        });
    }
}

void TextPairField::showPreviews()
{
    for (const Side &each : {m_french, m_english}) {
        if (each.preview == nullptr) continue; // the other one is still to be made
        const QString text = each.text->toPlainText();
        each.preview->setText(text.trimmed().isEmpty()
                                  ? translate("Macros", "Empty: the other language is used instead.")
                                  : translate("Macros", "It reads: %1").arg(filled(text, sampleValues(each.language))));
    }
}

void TextPairField::fill(const QString &fr, const QString &en)
{
    m_french.text->setPlainText(fr);
    m_english.text->setPlainText(en);
}

QString TextPairField::french() const { return m_french.text->toPlainText(); }

QString TextPairField::english() const { return m_english.text->toPlainText(); }

} // namespace akwaba

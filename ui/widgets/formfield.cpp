// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formfield.h"

#include "ui/widgets/buttonlook.h"
#include "ui/widgets/label.h"
#include "ui/widgets/smallwidgets.h"

#include <QAccessible>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>

namespace akwaba {

using namespace Qt::StringLiterals;

FormField::FormField(const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent), m_field(field), m_head(new QHBoxLayout),
      m_caption(new Label(TextStyle::SmallMedium, Token::Text2, this)),
      m_hint(new Label(TextStyle::Small, Token::Text3, this)), m_errorRow(new QWidget(this)),
      m_error(new Label(TextStyle::Micro, Token::Breach, m_errorRow))
{
    m_caption->setBuddy(field);
    setLabel(label);
    setFocusProxy(field);

    m_head->addWidget(m_caption);
    m_head->addStretch();
    m_head->addWidget(m_hint);
    auto *errorLine = new QHBoxLayout(m_errorRow);
    errorLine->addWidget(new IconLabel(u"alert-triangle"_s, 12, Token::Breach, m_errorRow), 0, Qt::AlignTop);
    errorLine->addWidget(m_error, 1);
    m_errorRow->setObjectName(u"fieldError"_s);
    m_error->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_head);
    column->addWidget(field);
    column->addWidget(m_errorRow);
    m_hint->hide();
    m_errorRow->hide();
    applyTheme();
}

void FormField::applyTheme()
{
    const Theme &theme = themeOf(this);
    layout()->setSpacing(theme.px(4));
    m_errorRow->layout()->setContentsMargins(0, 0, 0, 0);
    m_errorRow->layout()->setSpacing(theme.px(4));
}

void FormField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) applyTheme();
}

void FormField::setLabel(const QString &label)
{
    m_caption->setText(label);
    const QString name = QString(label).remove(u'&'); // which marks the key of the field
    m_field->setAccessibleName(name);
    // Where one writes in it, that is a field of its own.
    const auto *box = qobject_cast<QComboBox *>(m_field);
    if (box != nullptr && box->lineEdit() != nullptr) box->lineEdit()->setAccessibleName(name);
}

void FormField::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void FormField::setHintWidget(QWidget *widget)
{
    m_hint->hide();
    m_head->addWidget(widget);
}

void FormField::setError(const QString &sentence)
{
    if (sentence == m_error->text()) return;
    m_error->setText(sentence);
    // A column that centres what it holds asks nobody how high a sentence of two lines gets.
    if (isVisible()) m_error->setMinimumHeight(qMax(0, m_error->heightForWidth(width() - themeOf(this).px(12 + 4))));
    m_errorRow->setVisible(!sentence.isEmpty());
    setFieldError(m_field, !sentence.isEmpty());
    m_field->setAccessibleDescription(sentence);
    QAccessibleEvent described(m_field, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&described);
}

QString FormField::error() const { return m_error->text(); }

} // namespace akwaba

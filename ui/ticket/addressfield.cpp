// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/addressfield.h"

#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/label.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace akwaba {

EmailAddress addressFrom(const QString &typed)
{
    // What can be an address at all; whether it exists is the mail server's to say.
    static const QRegularExpression form(u"^(?:(.*)<)?\\s*([^\\s<>@,;]+@[^\\s<>@,;]+)\\s*>?$"_s);
    const QRegularExpressionMatch match = form.match(typed.trimmed());
    if (!match.hasMatch()) return {};
    QString name = match.captured(1).trimmed();
    if (name.startsWith(u'"') && name.endsWith(u'"') && name.size() > 1) name = name.mid(1, name.size() - 2);
    return {name, match.captured(2)};
}

AddressField::AddressField(QWidget *parent)
    : QWidget(parent), m_name(new Label(TextStyle::Small, Token::Text3, this)), m_row(new FlowLayout(this)),
      m_field(new QLineEdit(this))
{
    m_row->setContentsMargins({});
    m_row->addWidget(m_name);
    m_row->addWidget(m_field);
    m_field->setFrame(false);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::returnPressed, this, &AddressField::takeTyped);
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString &text) {
        setFieldError(m_field, false);
        if (text.endsWith(u',') || text.endsWith(u';')) takeTyped();
    });
    applyTheme();
}

void AddressField::setName(const QString &name)
{
    m_name->setText(name);
    m_field->setAccessibleName(name);
}

void AddressField::setAddresses(const QList<EmailAddress> &addresses)
{
    m_addresses = addresses;
    m_field->clear();
    setFieldError(m_field, false);
    rebuild();
}

void AddressField::takeTyped()
{
    QString typed = m_field->text().trimmed();
    while (typed.endsWith(u',') || typed.endsWith(u';'))
        typed.chop(1);
    if (typed.isEmpty()) return;
    const EmailAddress address = addressFrom(typed);
    if (address.address.isEmpty()) {
        setFieldError(m_field, true);
        m_field->setToolTip(translate("AddressField", "This is not an e-mail address."));
        return;
    }
    m_field->clear();
    m_addresses.append(address);
    rebuild();
    Q_EMIT addressesChanged();
}

void AddressField::remove(int index)
{
    m_addresses.removeAt(index);
    rebuild();
    m_field->setFocus();
    Q_EMIT addressesChanged();
}

void AddressField::rebuild()
{
    for (FilterChip *chip : std::as_const(m_chips)) {
        m_row->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // it may be the one that asks for this
    }
    m_chips.clear();
    for (int i = 0; i < m_addresses.size(); ++i) {
        const EmailAddress &address = m_addresses.at(i);
        const QString who = address.name.isEmpty() ? address.address : address.name;
        const QFontMetrics metrics(themeOf(this).font(TextStyle::Small));
        auto *chip = new FilterChip(metrics.elidedText(who, Qt::ElideMiddle, themeOf(this).px(220)), this);
        chip->setActive(true);
        chip->setToolTip(address.address);
        chip->setAccessibleName(translate("AddressField", "Remove %1").arg(who));
        connect(chip, &FilterChip::removed, this, [this, i] { remove(i); });
        m_row->insertWidget(1 + i, chip);
        m_chips.append(chip);
    }
    fitField();
}

bool AddressField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) takeTyped();
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::FocusIn) fitField();
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Backspace
        && m_field->text().isEmpty() && !m_addresses.isEmpty()) {
        remove(static_cast<int>(m_addresses.size()) - 1);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

/// Beside chips the field is a place to click; it gets room when one writes in it.
void AddressField::fitField()
{
    const bool idle = !m_field->hasFocus() && m_field->text().isEmpty() && !m_addresses.isEmpty();
    m_field->setMaximumWidth(idle ? themeOf(this).px(40) : QWIDGETSIZE_MAX);
}

void AddressField::applyTheme()
{
    const Theme &theme = themeOf(this);
    m_row->setSpacing(theme.px(6));
    m_field->setMinimumWidth(theme.px(40));
    fitField();
    m_field->setFont(theme.font(TextStyle::Small));
    QPalette clear = m_field->palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    m_field->setPalette(clear);
}

void AddressField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) applyTheme();
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/momentdialog.h"

#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace akwaba {

MomentDialog::MomentDialog(const MomentQuestion &question, QWidget *parent)
    : QDialog(parent), m_question(question), m_choices(new QButtonGroup(this)),
      m_other(new QRadioButton(translate("Moment", "&Another moment"), this)), m_typed(new QDateTimeEdit(this)),
      m_past(new Label(translate("Moment", "Choose a moment that is still to come."), TextStyle::Small, Token::Breach,
                       this)),
      m_accept(new QPushButton(question.accept, this))
{
    const Theme &theme = themeOf(this);
    setWindowTitle(question.title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    column->setSpacing(theme.px(12));
    column->setSizeConstraint(QLayout::SetFixedSize);
    addChoices(column);
    auto *hint = new Label(question.hint, TextStyle::Small, Token::Text2, this);
    hint->setWordWrap(true);
    hint->setFixedWidth(theme.px(360));
    column->addWidget(hint);
    addButtons(column);
    check();
    if (!m_choices->buttons().isEmpty()) m_choices->checkedButton()->setFocus();
}

void MomentDialog::addChoices(QVBoxLayout *column)
{
    const Theme &theme = themeOf(this);
    auto *choices = new QVBoxLayout;
    choices->setSpacing(theme.px(8));
    for (qsizetype i = 0; i < m_question.offered.size(); ++i) {
        auto *choice = new QRadioButton(fullMoment(m_question.offered.at(i)), this);
        m_choices->addButton(choice, int(i));
        choices->addWidget(choice);
    }
    m_choices->addButton(m_other, int(m_question.offered.size()));
    const bool isStanding = m_question.standing.isValid() && m_question.standing > m_question.now;
    m_choices->button(isStanding ? int(m_question.offered.size()) : 0)->setChecked(true);
    m_typed->setObjectName(u"momentTyped"_s);
    m_typed->setAccessibleName(translate("Moment", "Day and time"));
    m_typed->setCalendarPopup(true);
    const QDateTime first = m_question.offered.value(0, m_question.now);
    m_typed->setDateTime((isStanding ? m_question.standing : first).toLocalTime());
    auto *other = new QHBoxLayout;
    other->setSpacing(theme.px(12));
    other->addWidget(m_other);
    other->addWidget(m_typed, 1);
    choices->addLayout(other);
    choices->addWidget(m_past);
    column->addLayout(choices);
    connect(m_choices, &QButtonGroup::idToggled, this, &MomentDialog::check);
    connect(m_typed, &QDateTimeEdit::dateTimeChanged, this, [this] {
        m_other->setChecked(true); // whoever types means it
        check();
    });
}

void MomentDialog::addButtons(QVBoxLayout *column)
{
    const auto choose = [this](const QDateTime &moment) {
        Q_EMIT chosen(moment);
        accept();
    };
    auto *foot = new QHBoxLayout;
    if (m_question.standing.isValid()) {
        auto *withdraw = new QPushButton(m_question.withdraw, this);
        withdraw->setObjectName(u"momentWithdraw"_s);
        withdraw->setAutoDefault(false);
        connect(withdraw, &QPushButton::clicked, this, [choose] { choose({}); });
        foot->addWidget(withdraw);
    }
    foot->addStretch(1);
    auto *cancel = new QPushButton(translate("Moment", "Cancel"), this);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    foot->addWidget(cancel);
    m_accept->setObjectName(u"momentAccept"_s);
    m_accept->setDefault(true);
    setLook(m_accept, ButtonLook::Primary);
    connect(m_accept, &QPushButton::clicked, this, [this, choose] { choose(moment()); });
    foot->addWidget(m_accept);
    column->addLayout(foot);
}

QDateTime MomentDialog::moment() const
{
    const int id = m_choices->checkedId();
    return (id < m_question.offered.size() ? m_question.offered.at(id) : m_typed->dateTime()).toUTC();
}

void MomentDialog::check()
{
    const bool isToCome = moment() > m_question.now;
    m_past->setVisible(!isToCome);
    m_accept->setEnabled(isToCome);
}

} // namespace akwaba

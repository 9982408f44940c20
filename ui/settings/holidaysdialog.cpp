// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/holidaysdialog.h"

#include "ui/settings/holidayform.h"
#include "ui/settings/holidaylist.h"
#include "ui/settings/holidaytrial.h"
#include "ui/settings/holidaywords.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QFile>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

HolidaysDialog::HolidaysDialog(const Parts &parts, QWidget *parent)
    : QDialog(parent), m_parts(parts), m_list(new HolidayList),
      m_empty(new EmptyState(
          u"calendar-off"_s, translate("Holidays", "No holidays yet"),
          translate(
              "Holidays",
              "Declare one beside, or import the calendar file of a year: nothing counts before it is confirmed."))),
      m_form(new HolidayForm), m_trial(new TrialPanel(u"holidayEffect"_s, parts.pause)), m_banner(new Banner),
      m_title(new Label(TextStyle::PaneTitle)), m_new(new QPushButton(translate("Holidays", "New"))),
      m_import(new QPushButton(translate("Holidays", "Import…"))),
      m_cancel(new QPushButton(translate("Holidays", "Cancel this holiday…"))), m_save(new QPushButton),
      m_decide(new QPushButton), m_close(new QPushButton(translate("Holidays", "Close")))
{
    setObjectName(u"holidaysDialog"_s);
    setWindowTitle(translate("Holidays", "Holidays"));
    build();
    connectParts();
    showNew();
    setHolidays({}, {});
    resize(themeOf(this).px(1060), themeOf(this).px(600));
    m_form->takeFocus();
}

QDate HolidaysDialog::today() const { return m_parts.clock.now().toLocalTime().date(); }

void HolidaysDialog::build()
{
    const Theme &theme = themeOf(this);
    m_banner->hide();
    m_banner->setCloseName(translate("Holidays", "Close"));
    auto *panes = new QHBoxLayout;
    panes->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    panes->setSpacing(theme.px(20));
    panes->addWidget(left(), 9);
    panes->addWidget(right(), 10);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addLayout(panes, 1);
    column->addWidget(foot());
}

QWidget *HolidaysDialog::left()
{
    const Theme &theme = themeOf(this);
    m_new->setObjectName(u"holidayNew"_s);
    m_import->setObjectName(u"holidayImport"_s);
    m_import->setToolTip(translate("Holidays", "An iCalendar file (.ics): its whole days become planned holidays."));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme.px(8));
    for (QPushButton *button : {m_new, m_import}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins({});
    column->setSpacing(theme.px(12));
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addLayout(buttons);
    return pane;
}

QWidget *HolidaysDialog::right()
{
    m_title->setObjectName(u"holidayTitle"_s);
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins({});
    column->setSpacing(themeOf(this).px(12));
    column->addWidget(m_title);
    column->addWidget(m_form);
    column->addWidget(m_trial);
    column->addStretch(1);
    return pane;
}

QWidget *HolidaysDialog::foot()
{
    auto *foot = new DialogFoot(translate("Holidays", "Counts at once, at the server and on every console"));
    m_cancel->setObjectName(u"holidayCancel"_s);
    m_save->setObjectName(u"holidaySave"_s);
    m_decide->setObjectName(u"holidayDecide"_s);
    m_close->setObjectName(u"holidayClose"_s);
    setLook(m_cancel, ButtonLook::Quiet);
    setLook(m_decide, ButtonLook::Primary);
    for (QPushButton *button : {m_cancel, m_close, m_save, m_decide})
        foot->add(button);
    return foot;
}

void HolidaysDialog::connectParts()
{
    connect(m_list, &HolidayList::chosen, this, &HolidaysDialog::choose);
    connect(m_form, &HolidayForm::edited, this, &HolidaysDialog::formEdited);
    connect(m_banner, &Banner::closed, m_banner, &QWidget::hide);
    connect(m_new, &QPushButton::clicked, this, [this] {
        showNew();
        m_form->takeFocus();
    });
    connect(m_import, &QPushButton::clicked, this, [this] {
        m_parts.ways.chooseFile([kept = QPointer(this)](const QString &path) {
            if (kept) kept->importFile(path);
        });
    });
    connect(m_cancel, &QPushButton::clicked, this, &HolidaysDialog::askToCancel);
    connect(m_save, &QPushButton::clicked, this, [this] { setTo(m_shown.state); });
    connect(m_decide, &QPushButton::clicked, this, [this] { setTo(HolidayState::Confirmed); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
}

void HolidaysDialog::setHolidays(const QList<Holiday> &holidays, const QList<Calendar> &calendars)
{
    m_holidays = holidays;
    m_form->setCalendars(calendars);
    m_list->setHolidays(holidays, today());
    m_list->setVisible(!holidays.isEmpty());
    m_empty->setVisible(holidays.isEmpty());
    if (m_shown.id.isEmpty()) return;
    const auto known = std::ranges::find(holidays, m_shown.id, &Holiday::id);
    // What somebody is typing stays; the server says where it no longer fits.
    if (known != holidays.end() && known->rev > m_shown.rev && !m_form->isEdited()) showHoliday(*known);
    m_list->select(m_shown.id);
}

void HolidaysDialog::setOnline(bool online)
{
    if (online == m_isOnline) return;
    m_isOnline = online;
    m_banner->hide();
    if (!online)
        tell(Banner::Kind::Warning,
             translate("Holidays", "There is no connection to the server: holidays can be looked at, not changed."));
    formEdited();
}

void HolidaysDialog::showHoliday(const Holiday &holiday)
{
    m_shown = holiday;
    m_title->setText(holiday.id.isEmpty() ? translate("Holidays", "Declare a holiday") : nameOf(holiday));
    m_form->fill(holiday);
}

void HolidaysDialog::showNew()
{
    Holiday holiday;
    holiday.from = today();
    holiday.to = holiday.from;
    m_list->select({});
    showHoliday(holiday);
}

void HolidaysDialog::choose(const HolidayId &id)
{
    const auto found = std::ranges::find(m_holidays, id, &Holiday::id);
    if (found != m_holidays.end()) showHoliday(*found);
}

/// What is in the form, as it would be once it was decided.
Holiday HolidaysDialog::wanted() const
{
    Holiday holiday = m_form->holiday();
    holiday.state = m_shown.state == HolidayState::Planned ? HolidayState::Confirmed : HolidayState::Cancelled;
    return holiday;
}

void HolidaysDialog::formEdited()
{
    updateButtons();
    const QString problem = m_form->problem();
    if (m_shown.state == HolidayState::Cancelled)
        m_trial->explain(
            translate("Holidays", "It was cancelled and stays so. Declare it anew where it is one after all."));
    else if (!problem.isEmpty())
        m_trial->explain(problem);
    else if (!m_isOnline)
        m_trial->explain(translate("Holidays", "What it would move can be told with a connection only."));
    else
        m_trial->tryOut(trialOf(wanted(), m_parts.ways));
}

void HolidaysDialog::updateButtons()
{
    const bool isNew = m_shown.id.isEmpty();
    const bool isPlanned = m_shown.state == HolidayState::Planned;
    const bool isOver = m_shown.state == HolidayState::Cancelled;
    const bool may = m_isOnline && !m_isBusy;
    const bool isWhole = m_form->problem().isEmpty();
    m_decide->setText(isNew ? translate("Holidays", "Declare") : translate("Holidays", "Confirm"));
    m_decide->setVisible(isPlanned);
    m_decide->setEnabled(may && isWhole);
    m_save->setText(isNew ? translate("Holidays", "Save as planned") : translate("Holidays", "Save"));
    m_save->setVisible(!isOver);
    m_save->setEnabled(may && isWhole && m_form->isEdited());
    m_cancel->setVisible(!isNew && !isOver);
    m_cancel->setEnabled(may);
    m_import->setEnabled(may);
    const QString why =
        m_isOnline ? m_form->problem() : translate("Unavailable", "there is no connection to the server");
    for (QPushButton *button : {m_decide, m_save})
        button->setToolTip(why);
}

void HolidaysDialog::setTo(HolidayState state)
{
    Holiday wanted = state == HolidayState::Cancelled ? m_shown : m_form->holiday();
    wanted.state = state;
    m_isBusy = true;
    updateButtons();
    onResult(m_parts.ways.set(wanted), this, [this](const Result<Holiday> &holiday) { wasSet(holiday); });
}

void HolidaysDialog::wasSet(const Result<Holiday> &holiday)
{
    m_isBusy = false;
    if (!holiday) {
        tell(Banner::Kind::Bad, whyNotSet(holiday.error().code));
        return updateButtons();
    }
    tell(Banner::Kind::Good, decisionOf(*holiday));
    showHoliday(*holiday);
    m_list->select(holiday->id); // where the sync was faster
}

void HolidaysDialog::tell(Banner::Kind kind, const QString &words)
{
    m_banner->setMessage(kind, words);
    m_banner->show();
}

void HolidaysDialog::askToCancel()
{
    auto *question = new QMessageBox(
        QMessageBox::Question, translate("Holidays", "Cancel a holiday"),
        translate("Holidays", "Cancel “%1”? It stays in the list as cancelled, and what it moved moves back.")
            .arg(nameOf(m_shown)),
        QMessageBox::NoButton, this);
    question->setObjectName(u"holidayQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *cancel = question->addButton(translate("Holidays", "Cancel this holiday"), QMessageBox::AcceptRole);
    question->addButton(translate("Holidays", "Keep it"), QMessageBox::RejectRole);
    setLook(cancel, ButtonLook::Danger);
    connect(cancel, &QPushButton::clicked, this, [this] { setTo(HolidayState::Cancelled); });
    question->open();
}

void HolidaysDialog::importFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return tell(Banner::Kind::Bad, whyNotImported(Code::Io));
    const QByteArray ics = file.read(largestHolidayFile + 1);
    if (ics.size() > largestHolidayFile) return tell(Banner::Kind::Bad, whyNotImported(Code::BadInput));
    m_isBusy = true;
    updateButtons();
    onResult(m_parts.ways.import(ics), this, [this](const Result<HolidayImport> &import) {
        m_isBusy = false;
        updateButtons();
        if (import)
            tell(import->added.isEmpty() ? Banner::Kind::Info : Banner::Kind::Good, sentence(*import));
        else
            tell(Banner::Kind::Bad, whyNotImported(import.error().code));
    });
}

} // namespace akwaba

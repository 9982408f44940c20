// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/ruledialog.h"
#include "ui/settings/ruleways.h"

namespace akwaba {

class CalendarForm;

/// The company's calendars beside the form of one. What there is comes from the console's copy.
class CalendarsDialog : public RuleDialog {
    Q_OBJECT

public:
    CalendarsDialog(RuleWays ways, const Parts &parts, QWidget *parent = nullptr);

    /// Again whenever they are others. `policies` are asked which calendar they count on.
    void setCalendars(const QList<Calendar> &calendars, const QList<SlaPolicy> &policies);

protected:
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] bool isEdited() const override;
    [[nodiscard]] Trial trial() const override;
    void apply() override;
    void showNew() override;
    void choose(const QString &id) override;
    [[nodiscard]] QString shown() const override { return m_shown.id.value; }

private:
    CalendarsDialog(RuleWays ways, CalendarForm *form, const Parts &parts, QWidget *parent);
    void showCalendar(const Calendar &calendar);
    void showList();
    [[nodiscard]] CalendarEdit edit() const;

    const RuleWays m_ways;
    QList<Calendar> m_calendars;
    QList<SlaPolicy> m_policies;
    Calendar m_shown;
    CalendarForm *m_form;
};

} // namespace akwaba

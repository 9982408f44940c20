// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/settings/holidayways.h"
#include "ui/widgets/banner.h"

#include <QDialog>

class QPushButton;

namespace akwaba {

class EmptyState;
class HolidayForm;
class HolidayList;
class Label;
class TrialPanel;

/// The company's holidays beside the form of one: a new one, or one to be confirmed, corrected or cancelled, with what
/// that would move before it is done. What there is comes from the console's copy. Modal, so that the language can't
/// change meanwhile.
class HolidaysDialog : public QDialog {
    Q_OBJECT

public:
    struct Parts {
        HolidayWays ways;
        const Clock &clock;
        std::chrono::milliseconds pause{300}; // before what is entered is tried out
    };

    explicit HolidaysDialog(const Parts &parts, QWidget *parent = nullptr);

    /// Again whenever they are others.
    void setHolidays(const QList<Holiday> &holidays, const QList<Calendar> &calendars);
    void setOnline(bool online);

private:
    void build();
    [[nodiscard]] QWidget *left();
    [[nodiscard]] QWidget *right();
    [[nodiscard]] QWidget *foot();
    void connectParts();
    void showHoliday(const Holiday &holiday);
    void showNew();
    void choose(const HolidayId &id);
    void formEdited();
    [[nodiscard]] Holiday wanted() const;
    void updateButtons();
    void setTo(HolidayState state);
    void wasSet(const Result<Holiday> &holiday);
    void tell(Banner::Kind kind, const QString &words);
    void askToCancel();
    void importFile(const QString &path);
    [[nodiscard]] QDate today() const;

    const Parts m_parts;
    QList<Holiday> m_holidays;
    Holiday m_shown;
    bool m_isOnline = true;
    bool m_isBusy = false; // something is on its way to the server
    HolidayList *m_list;
    EmptyState *m_empty;
    HolidayForm *m_form;
    TrialPanel *m_trial;
    Banner *m_banner;
    Label *m_title;
    QPushButton *m_new;
    QPushButton *m_import;
    QPushButton *m_cancel;
    QPushButton *m_save;
    QPushButton *m_decide;
    QPushButton *m_close;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/holidayways.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace akwaba {

class IconLabel;
class Label;

/// What a holiday would do to due dates, asked of the server once it has stayed the same for a moment, one question at
/// a time. Says whatever it knows in words, to screen readers too.
class HolidayTrial : public QWidget {
    Q_OBJECT

public:
    HolidayTrial(HolidayWays ways, std::chrono::milliseconds pause, QWidget *parent = nullptr);

    /// `state` is what it would become.
    void tryOut(const Holiday &holiday, HolidayState state);
    /// There is nothing to try.
    void explain(const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void ask();
    void answered(const Result<RuleEffect> &effect);
    void say(const QString &iconName, const QString &words, const QString &extent = {});

    const HolidayWays m_ways;
    QTimer m_soon;
    std::optional<Holiday> m_wanted; // nothing: nobody wants to know
    std::optional<Holiday> m_asked; // what the answer under way, or the one that is shown, is about
    bool m_isAsking = false;
    IconLabel *m_icon;
    Label *m_title;
    Label *m_words;
    Label *m_extent;
};

} // namespace akwaba

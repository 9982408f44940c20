// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/settings/listdialog.h"
#include "ui/settings/trialpanel.h"

class QCheckBox;
class QDateTimeEdit;
class QLineEdit;

namespace akwaba {

/// What dialogs for rules have in common besides: the reason and the moment of a change, and what it would move before
/// it is done.
class RuleDialog : public ListDialog {
    Q_OBJECT

public:
    struct Parts {
        const Clock &clock;
        std::chrono::milliseconds pause{300}; // before what is entered is tried out
    };

protected:
    RuleDialog(const Words &words, RuleList *list, QWidget *form, const Parts &parts, QWidget *parent);

    [[nodiscard]] virtual Trial trial() const = 0;
    [[nodiscard]] QString whyNot() const override;
    [[nodiscard]] QString refusal(const Error &error) const override;
    /// Also what it would move.
    void refresh() override;

    /// Another rule stands in the form, in a version of this moment.
    void begin(const QString &title, const QDateTime &since);

    /// Over what a trial says.
    [[nodiscard]] QString trialTitle() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] QDateTime since() const; // invalid: at once
    [[nodiscard]] QDateTime now() const { return m_parts.clock.now(); }
    [[nodiscard]] QDate today() const { return now().toLocalTime().date(); }
    [[nodiscard]] TrialPanel *panel() const { return m_panel; }

private:
    [[nodiscard]] QWidget *change();

    const Parts m_parts;
    QLineEdit *m_reason;
    QCheckBox *m_isLater;
    QDateTimeEdit *m_since;
    TrialPanel *m_panel;
};

} // namespace akwaba

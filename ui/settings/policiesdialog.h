// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/policyorder.h"
#include "ui/settings/ruledialog.h"
#include "ui/settings/ruleways.h"
#include "ui/text/directories.h"

#include <optional>

namespace akwaba {

class PolicyForm;

/// The company's policies in their order beside the form of one, with what each takes of the open tickets. What is
/// edited and another order are decided together. What there is comes from the console's copy.
class PoliciesDialog : public RuleDialog {
    Q_OBJECT

public:
    PoliciesDialog(RuleWays ways, const Directories &directories, const Parts &parts, QWidget *parent = nullptr);

    /// Again whenever they are others.
    void setPolicies(const QList<SlaPolicy> &policies, const QList<Calendar> &calendars);

protected:
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] bool isEdited() const override;
    [[nodiscard]] bool isChanged() const override;
    [[nodiscard]] Trial trial() const override;
    void apply() override;
    void showNew() override;
    void choose(const QString &id) override;
    [[nodiscard]] QString shown() const override { return m_shown.id.value; }

private:
    PoliciesDialog(RuleWays ways, PolicyForm *form, const Parts &parts, QWidget *parent);
    void addOrderButtons();
    void move(int step);
    void showPolicy(const SlaPolicy &policy);
    void showList();
    void wereSet(const QList<SlaPolicy> &policies);
    /// As it will be: what is in the form may be new, or retired.
    [[nodiscard]] PolicyOrder order() const;
    /// Whatever has to become another version.
    [[nodiscard]] QList<PolicyEdit> edits() const;
    [[nodiscard]] TrialNotes notesOn(const PolicyTrial &trial) const;
    [[nodiscard]] NameOf names() const;

    const RuleWays m_ways;
    QList<SlaPolicy> m_policies;
    SlaPolicy m_shown;
    PolicyOrder m_order;
    PolicyOrder m_known; // as it counts now
    std::optional<PolicyTrial> m_trial; // the last answer
    PolicyForm *m_form;
    QPushButton *m_up;
    QPushButton *m_down;
};

} // namespace akwaba

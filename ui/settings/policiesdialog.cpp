// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/policiesdialog.h"

#include "core/sla/ruleedits.h"
#include "ui/settings/policyform.h"
#include "ui/settings/rulelist.h"
#include "ui/text/rulewords.h"
#include "ui/text/translate.h"

#include <QBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

PolicyEdit editOf(const SlaPolicy &policy)
{
    PolicyEdit edit{policy.id, policy.rev, policy.nameFr, policy.nameEn, {}};
    if (!policy.versions.isEmpty()) edit.version = policy.versions.constLast();
    edit.version.since = {};
    edit.version.reason.clear();
    return edit;
}

} // namespace

PoliciesDialog::PoliciesDialog(RuleWays ways, const Directories &directories, const Parts &parts, QWidget *parent)
    : PoliciesDialog(std::move(ways), new PolicyForm, parts, parent)
{
    m_form->setDirectories(directories);
    PoliciesDialog::showNew();
}

PoliciesDialog::PoliciesDialog(RuleWays ways, PolicyForm *form, const Parts &parts, QWidget *parent)
    : RuleDialog(
          {u"policiesDialog"_s, translate("Policies", "Service policies"),
           translate("Policies", "There is no connection to the server: policies can be looked at, not changed."),
           translate("Policies", "The first policy that fits a ticket counts")},
          new RuleList(u"policyList"_s, translate("Policies", "Policies, in their order"),
                       {translate("Policies", "Name"), translate("Policies", "Open tickets")}),
          form, parts, parent),
      m_ways(std::move(ways)), m_form(form), m_up(new QPushButton(translate("Policies", "Up"))),
      m_down(new QPushButton(translate("Policies", "Down")))
{
    addOrderButtons();
    connect(m_form, &PolicyForm::edited, this, [this] { refresh(); });
    connect(panel(), &TrialPanel::answered, this, [this](const PolicyTrial &trial) {
        m_trial = trial;
        showList();
    });
}

void PoliciesDialog::addOrderButtons()
{
    m_up->setObjectName(u"policyUp"_s);
    m_down->setObjectName(u"policyDown"_s);
    m_up->setToolTip(translate("Policies", "Earlier in the order (Alt+Up)"));
    m_down->setToolTip(translate("Policies", "Later in the order (Alt+Down)"));
    for (const auto &[button, key, step] : {std::tuple(m_up, Qt::Key_Up, -1), std::tuple(m_down, Qt::Key_Down, 1)}) {
        button->setAutoDefault(false);
        listButtons()->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, step] { move(step); });
        auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | key), this);
        connect(shortcut, &QShortcut::activated, this, [this, step] { move(step); });
    }
}

void PoliciesDialog::move(int step)
{
    PolicyOrder other = order();
    if (!other.canMove(m_shown.id, step)) return;
    other.move(m_shown.id, step);
    m_order = other;
    showList();
    refresh();
}

void PoliciesDialog::setPolicies(const QList<SlaPolicy> &policies, const QList<Calendar> &calendars)
{
    const bool isFirst = m_policies.isEmpty();
    const bool isArranged = m_order != m_known;
    m_policies = policies;
    m_known = PolicyOrder(policies);
    // Another order of a colleague counts, unless somebody is making one here; the server says where they don't fit.
    if (!isArranged) m_order = m_known;
    m_form->setCalendars(calendars);
    if (isFirst && m_shown.id.isEmpty() && !policies.isEmpty()) {
        const auto first = std::ranges::find(policies, m_order.ids().value(0), &SlaPolicy::id);
        showPolicy(first == policies.end() ? policies.constFirst() : *first);
        return list()->setFocus();
    }
    showList();
    const auto known = std::ranges::find(policies, m_shown.id, &SlaPolicy::id);
    if (known != policies.end() && known->rev > m_shown.rev && !isEdited()) showPolicy(*known);
}

PolicyOrder PoliciesDialog::order() const
{
    PolicyOrder order = m_order;
    const bool isInUse = m_form->edit().version.active;
    isInUse ? order.insert(m_shown.id) : order.remove(m_shown.id);
    return order;
}

void PoliciesDialog::showList()
{
    const auto takenBy = [this](const SlaPolicyId &id) {
        if (!m_trial) return QString();
        const auto match = std::ranges::find(m_trial->matches, id, &PolicyMatch::policy);
        return match == m_trial->matches.end() ? QString() : QLocale().toString(match->taken);
    };
    QList<RuleList::Row> rows;
    const PolicyOrder inOrder = order();
    for (const SlaPolicyId &id : inOrder.ids()) {
        const auto policy = std::ranges::find(m_policies, id, &SlaPolicy::id);
        const QString name = policy == m_policies.end() ? translate("Policies", "New policy") : nameOf(*policy);
        const QString place = QString::number(rows.size() + 1) + u". "_s;
        rows.append({id.value, {place + name, takenBy(id)}, false});
    }
    for (const SlaPolicy &policy : std::as_const(m_policies)) {
        if (!inOrder.contains(policy.id))
            rows.append({policy.id.value, {nameOf(policy), translate("Policies", "retired")}, true});
    }
    list()->setRows(rows);
    list()->select(m_shown.id.value);
    m_up->setEnabled(inOrder.canMove(m_shown.id, -1));
    m_down->setEnabled(inOrder.canMove(m_shown.id, 1));
}

void PoliciesDialog::showPolicy(const SlaPolicy &policy)
{
    m_shown = policy;
    m_order.follow(m_known); // a new one that was thrown away had a place too
    m_form->fill(editOf(policy));
    begin(policy.id.isEmpty() ? translate("Policies", "A new policy") : nameOf(policy),
          policy.versions.isEmpty() ? QDateTime() : policy.versions.constLast().since);
    showList();
}

/// It begins with what the last one promises, and is narrowed down from there.
void PoliciesDialog::showNew()
{
    SlaPolicy made;
    SlaPolicyVersion version;
    const auto last = std::ranges::find(m_policies, m_known.ids().isEmpty() ? SlaPolicyId() : m_known.ids().constLast(),
                                        &SlaPolicy::id);
    if (last != m_policies.end()) version.targets = last->versions.constLast().targets;
    made.versions = {version};
    showPolicy(made);
    m_form->takeFocus();
}

void PoliciesDialog::choose(const QString &id)
{
    const auto found = std::ranges::find(m_policies, SlaPolicyId{id}, &SlaPolicy::id);
    if (found != m_policies.end()) showPolicy(*found);
}

QList<PolicyEdit> PoliciesDialog::edits() const
{
    const QHash<SlaPolicyId, int> positions = order().positions(m_policies);
    QList<PolicyEdit> edits;
    const auto add = [&](PolicyEdit edit, bool isOther) {
        const int position = positions.value(edit.id, edit.version.position);
        isOther = isOther || position != edit.version.position;
        edit.version.position = position;
        edit.version.reason = reason();
        edit.version.since = since();
        if (isOther) edits.append(edit);
    };
    for (const SlaPolicy &policy : m_policies) {
        if (policy.id != m_shown.id) {
            add(editOf(policy), false);
            continue;
        }
        PolicyEdit edit = m_form->edit();
        // Whoever was told that a colleague was faster, and applies it again, means it.
        if (wasRefused()) edit.ifRev = policy.rev;
        add(edit, isEdited());
    }
    if (m_shown.id.isEmpty()) add(m_form->edit(), true);
    return edits;
}

QString PoliciesDialog::problem() const
{
    if (const QString problem = m_form->problem(); !problem.isEmpty()) return problem;
    QList<SlaPolicy> then = m_policies;
    for (const PolicyEdit &edit : edits()) {
        const auto known = std::ranges::find(then, edit.id, &SlaPolicy::id);
        SlaPolicy policy = known == then.end() ? SlaPolicy() : *known;
        SlaPolicyVersion version = edit.version;
        version.since = now();
        policy.versions.append(version);
        known == then.end() ? then.append(policy) : void(*known = policy);
    }
    const auto flaw = then.isEmpty() ? std::nullopt : sla::flawOf(then, now().toMSecsSinceEpoch());
    return flaw ? sentence(*flaw) : QString();
}

bool PoliciesDialog::isEdited() const { return m_form->isEdited(); }

bool PoliciesDialog::isChanged() const { return isEdited() || m_order != m_known; }

Trial PoliciesDialog::trial() const
{
    QList<PolicyEdit> wanted = edits();
    if (wanted.isEmpty()) wanted = {m_form->edit()}; // what counts now, counted
    for (PolicyEdit &edit : wanted) {
        // What does not move a due date is not asked again.
        edit.nameFr = u"?"_s;
        edit.nameEn = edit.nameFr;
        edit.version.reason.clear();
        edit.version.since = {};
    }
    return {trialTitle(), QVariant::fromValue(wanted),
            [tryOut = m_ways.tryPolicies, wanted](QObject *context, const Trial::Told &told) {
                onResult(tryOut(wanted), context, told);
            },
            [this](const PolicyTrial &trial) { return notesOn(trial); }};
}

NameOf PoliciesDialog::names() const
{
    QHash<QString, QString> names{{QString(), translate("Policies", "New policy")}};
    for (const SlaPolicy &policy : m_policies)
        names.insert(policy.id.value, nameOf(policy));
    return [names](const QString &id) { return names.value(id); };
}

/// About the one in the form.
TrialNotes PoliciesDialog::notesOn(const PolicyTrial &trial) const
{
    TrialNotes notes;
    const auto match = std::ranges::find(trial.matches, m_shown.id, &PolicyMatch::policy);
    if (match != trial.matches.end()) notes.lines.append(sentence(*match, trial.tickets));
    const NameOf known = names();
    QStringList alike; // without a ticket that shows it
    for (const PolicyWarning &warning : trial.warnings) {
        const bool isOverlap = warning.why == PolicyDoubt::Overlaps;
        if (warning.policy != m_shown.id && !(isOverlap && warning.other == m_shown.id)) continue;
        if (isOverlap && warning.tickets == 0)
            alike.append(known((warning.policy == m_shown.id ? warning.other : warning.policy).value));
        else
            notes.lines.append(sentence(warning, known));
        notes.isDoubtful = notes.isDoubtful || !isOverlap;
    }
    if (!alike.isEmpty()) notes.lines.append(overlapSentence(alike));
    return notes;
}

void PoliciesDialog::apply()
{
    onResult(m_ways.setPolicies(edits()), this, [this](const Result<QList<SlaPolicy>> &policies) {
        policies ? wereSet(*policies) : fail(policies.error());
    });
}

void PoliciesDialog::wereSet(const QList<SlaPolicy> &policies)
{
    SlaPolicyId id = m_shown.id;
    for (const SlaPolicy &policy : policies) {
        const auto known = std::ranges::find(m_policies, policy.id, &SlaPolicy::id);
        if (known == m_policies.end() && id.isEmpty()) id = policy.id;
        known == m_policies.end() ? m_policies.append(policy) : void(*known = policy);
    }
    m_known = PolicyOrder(m_policies);
    m_order = m_known;
    finish(translate("Policies", "%n policy(ies) changed: due dates are moving.", nullptr, int(policies.size())));
    const auto shown = std::ranges::find(m_policies, id, &SlaPolicy::id);
    if (shown != m_policies.end()) showPolicy(*shown);
}

} // namespace akwaba

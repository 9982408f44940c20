// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "tests/ui/pictures.h"
#include "ui/settings/ruleways.h"
#include "ui/widgets/banner.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QScopeGuard>
#include <QTreeWidget>

namespace akwaba {

class FixedClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return {}; }
};

inline QList<Calendar> theCalendars()
{
    const auto made = [](const char *id, const QString &fr, const QString &en, const QList<HoursOfADay> &hours) {
        Calendar calendar;
        calendar.id.value = QString::fromLatin1(id);
        calendar.nameFr = fr;
        calendar.nameEn = en;
        calendar.rev = 3;
        CalendarVersion version;
        version.number = 2;
        version.since = FixedClock().now().addDays(-30);
        version.reason = QStringLiteral("Rentrée");
        version.zone = QStringLiteral("Africa/Abidjan");
        for (int day = Qt::Monday; day <= Qt::Friday; ++day) {
            for (const HoursOfADay &each : hours)
                version.weekly.append(WeeklyHours{day, each});
        }
        calendar.versions = {version};
        return calendar;
    };
    return {
        made("c1", QStringLiteral("Jours ouvrés 24 h"), QStringLiteral("Working days, 24 h"), {{0, 1440}}),
        made("c2", QStringLiteral("Heures d’ouverture"), QStringLiteral("Opening hours"), {{480, 720}, {840, 1080}}),
        made("c3", QStringLiteral("Samedi"), QStringLiteral("Saturdays"), {{480, 720}})};
}

inline QList<SlaPolicy> thePolicies()
{
    const auto made = [](const char *id, int position, const QString &fr, const QString &en,
                         const QList<FieldCondition> &conditions, const QList<SlaTarget> &targets) {
        SlaPolicy policy;
        policy.id.value = QString::fromLatin1(id);
        policy.nameFr = fr;
        policy.nameEn = en;
        policy.rev = 5;
        SlaPolicyVersion version;
        version.number = 4;
        version.since = FixedClock().now().addDays(-30);
        version.position = position;
        version.conditions = conditions;
        version.targets = targets;
        policy.versions = {version};
        return policy;
    };
    const CalendarId opening{QStringLiteral("c2")};
    const CalendarId days{QStringLiteral("c1")};
    const auto is = [](const char *field, const char *value) {
        return FieldCondition{QString::fromLatin1(field), {QString::fromLatin1(value)}, false};
    };
    return {made("p1", 1, QStringLiteral("Chat"), QStringLiteral("Chat"), {is("channel", "chat")},
                 {{Target::FirstResponse, ClockUnit::Business, 60, opening},
                  {Target::Resolution, ClockUnit::BusinessDays, 2, opening}}),
            made("p2", 2, QStringLiteral("Urgent"), QStringLiteral("Urgent"), {is("priority", "urgent")},
                 {{Target::FirstResponse, ClockUnit::Business, 3600, opening},
                  {Target::NextResponse, ClockUnit::Wall, 5400, {}},
                  {Target::Resolution, ClockUnit::Business, 8 * 3600, opening}}),
            made("p3", 3, QStringLiteral("Toutes les demandes"), QStringLiteral("All requests"), {},
                 {{Target::FirstResponse, ClockUnit::Business, 86400, days},
                  {Target::NextResponse, ClockUnit::Business, 86400, days},
                  {Target::Resolution, ClockUnit::BusinessDays, 2, opening}})};
}

/// A server that remembers what was asked of it.
struct FakeRules {
    static inline const FixedClock clock;
    QList<CalendarEdit> triedCalendars;
    QList<CalendarEdit> setCalendars;
    QList<QList<PolicyEdit>> triedPolicies;
    QList<QList<PolicyEdit>> setPolicies;
    PolicyTrial trial{{1204, 17, 3, 5}, 340, {}, {}};
    std::optional<Error> refuses;

    template <class T> QFuture<Result<T>> answer(const T &value) const
    {
        return answered<T>(refuses ? Result<T>(tl::unexpected(*refuses)) : value);
    }

    RuleWays ways()
    {
        return {[this](const CalendarEdit &edit) {
                    triedCalendars.append(edit);
                    return answer(trial.effect);
                },
                [this](const CalendarEdit &edit) {
                    setCalendars.append(edit);
                    CalendarVersion version = edit.version;
                    version.number = 3;
                    const CalendarId id = edit.id.isEmpty() ? CalendarId{QStringLiteral("c-new")} : edit.id;
                    return answer(Calendar{id, edit.nameFr, edit.nameEn, {version}, edit.active, edit.ifRev + 1});
                },
                [this](const QList<PolicyEdit> &edits) {
                    triedPolicies.append(edits);
                    return answer(trial);
                },
                [this](const QList<PolicyEdit> &edits) {
                    setPolicies.append(edits);
                    QList<SlaPolicy> stored;
                    for (const PolicyEdit &edit : edits) {
                        const SlaPolicyId id = edit.id.isEmpty() ? SlaPolicyId{QStringLiteral("p-new")} : edit.id;
                        stored.append({id, edit.nameFr, edit.nameEn, {edit.version}, edit.ifRev + 1});
                    }
                    return answer(stored);
                }};
    }
};

/// A dialog under a supervisor's hands.
template <class D> struct RuleDesk {
    D dialog;

    template <class... Args> explicit RuleDesk(Args &&...args) : dialog(std::forward<Args>(args)...) { dialog.show(); }

    template <class W> [[nodiscard]] W *must(const QString &name) const
    {
        auto *found = dialog.template findChild<W *>(name);
        if (!found) qFatal("no %s", qPrintable(name));
        return found;
    }
    void type(const QString &field, const QString &text) const { must<QLineEdit>(field)->setText(text); }
    [[nodiscard]] QAbstractButton *button(const QString &name) const { return must<QAbstractButton>(name); }
    void press(const QString &name) const { button(name)->click(); }
    [[nodiscard]] QString effect() const { return must<QLabel>(QStringLiteral("ruleEffect"))->text(); }
    [[nodiscard]] QString notes() const { return must<QLabel>(QStringLiteral("ruleEffectNotes"))->text(); }
    [[nodiscard]] QString title() const { return must<QLabel>(QStringLiteral("ruleTitle"))->text(); }
    [[nodiscard]] QAbstractButton *apply() const { return button(QStringLiteral("ruleApply")); }
    void giveReason() const { type(QStringLiteral("ruleReason"), QStringLiteral("Nouvel horaire")); }
    [[nodiscard]] QString said() const
    {
        const auto *banner = dialog.template findChild<Banner *>();
        return banner->isVisible() ? banner->text() : QString();
    }
    [[nodiscard]] QTreeWidget *list() const { return dialog.template findChild<QTreeWidget *>(); }
    void choose(int row) const { list()->setCurrentItem(list()->topLevelItem(row)); }
    [[nodiscard]] QStringList rows() const
    {
        QStringList names;
        for (int i = 0; i < list()->topLevelItemCount(); ++i)
            names.append(list()->topLevelItem(i)->text(0));
        return names;
    }
    [[nodiscard]] QMessageBox *question() const
    {
        return dialog.template findChild<QMessageBox *>(QStringLiteral("ruleQuestion"));
    }
    void answerQuestion(QMessageBox::ButtonRole role) const
    {
        QMessageBox *box = question();
        if (!box) qFatal("no question");
        for (QAbstractButton *each : box->buttons()) {
            if (box->buttonRole(each) == role) return each->click();
        }
        qFatal("no such answer");
    }
    /// The names of all that Tab reaches.
    [[nodiscard]] QSet<QString> reached(int steps)
    {
        dialog.activateWindow();
        list()->setFocus();
        QSet<QString> met;
        for (int i = 0; i < steps; ++i) {
            if (const QWidget *focus = dialog.focusWidget()) met.insert(focus->objectName());
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        }
        return met;
    }
    /// What people can type or choose in, and has no name; empty for none.
    [[nodiscard]] QString nameless() const
    {
        for (const QWidget *widget : dialog.template findChildren<QWidget *>()) {
            const bool isField = qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
                || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QTreeWidget *>(widget);
            const bool isOurs = isField && !widget->objectName().startsWith(QStringLiteral("qt_"))
                && !qobject_cast<const QComboBox *>(widget->parentWidget());
            if (isOurs && widget->accessibleName().isEmpty()) return widget->objectName() + QLatin1Char('?');
        }
        return {};
    }
    /// A button whose words are cut; empty for none.
    [[nodiscard]] QString cut() const
    {
        for (const QAbstractButton *each : dialog.template findChildren<QAbstractButton *>()) {
            if (each->isVisible() && each->width() < each->minimumSizeHint().width()) return each->text();
        }
        return {};
    }
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "ui/settings/listdialog.h"
#include "ui/settings/rulelist.h"
#include "ui/text/directories.h"
#include "ui/text/macrowords.h"
#include "ui/text/translate.h"

#include <algorithm>

namespace akwaba {

/// Text modules or macros beside the form of one; what there is comes from the console's copy. T is the one of them, F
/// its form.
template <class T, class F> class AnswersDialog : public ListDialog {
public:
    using Set = std::function<QFuture<Result<T>>(const T &)>;

    /// Again whenever there are others.
    void setDirectories(const Directories &directories)
    {
        m_directories = directories;
        m_form->setDirectories(directories);
        const bool isFirst = m_all.isEmpty();
        m_all = all(directories);
        showList();
        if (isFirst && m_shown.id.isEmpty() && !isEdited() && !m_all.isEmpty()) {
            showOne(m_all.constFirst());
            return list()->setFocus();
        }
        const auto known = find(m_shown.id.value);
        // What somebody is typing stays; the server says where it no longer fits.
        if (known != m_all.end() && known->rev > m_shown.rev && !isEdited()) showOne(*known);
    }

protected:
    AnswersDialog(const Words &words, const QString &newTitle, RuleList *list, Set set, QWidget *parent)
        : AnswersDialog(words, newTitle, list, new F, std::move(set), parent)
    {
    }

    [[nodiscard]] virtual QList<T> all(const Directories &directories) const = 0;
    [[nodiscard]] virtual QString title(const T &value) const = 0;
    [[nodiscard]] virtual RuleList::Row row(const T &value) const = 0;
    [[nodiscard]] virtual T made() const { return {}; } // what a new one begins with

    [[nodiscard]] QString problem() const override
    {
        const auto flaw = flawOf(m_form->value(), surroundings());
        return flaw ? sentence(*flaw) : QString();
    }
    [[nodiscard]] bool isEdited() const override { return m_form->isEdited(); }
    [[nodiscard]] QString shown() const override { return m_shown.id.value; }
    [[nodiscard]] QString refusal(const Error &error) const override { return whyMacroRefused(error); }

    void showNew() override
    {
        showOne(made());
        m_form->takeFocus();
    }

    void choose(const QString &id) override
    {
        if (const auto known = find(id); known != m_all.end()) showOne(*known);
    }

    void apply() override
    {
        T wanted = m_form->value();
        // Whoever was told that a colleague was faster, and applies it again, means it.
        const auto known = find(wanted.id.value);
        if (wasRefused() && known != m_all.end()) wanted.rev = known->rev;
        onResult(m_set(wanted), this,
                 [this](const Result<T> &stored) { stored ? wasSet(*stored) : fail(stored.error()); });
    }

    [[nodiscard]] const QList<T> &known() const { return m_all; }

private:
    AnswersDialog(const Words &words, const QString &newTitle, RuleList *list, F *form, Set set, QWidget *parent)
        : ListDialog(words, list, form, parent), m_newTitle(newTitle), m_set(std::move(set)), m_form(form)
    {
        connect(form, &F::edited, this, [this] { refresh(); });
    }

    [[nodiscard]] auto find(const QString &id) const { return std::ranges::find(m_all, decltype(T::id){id}, &T::id); }

    [[nodiscard]] MacroSurroundings surroundings() const { return macroSurroundings(m_directories); }

    void showList()
    {
        QList<T> sorted = m_all;
        std::ranges::stable_sort(sorted, {}, [](const T &each) { return !each.active; });
        QList<RuleList::Row> rows;
        for (const T &each : std::as_const(sorted))
            rows.append(row(each));
        list()->setRows(rows);
        list()->select(m_shown.id.value);
    }

    void showOne(const T &value)
    {
        m_shown = value;
        list()->select(value.id.value);
        m_form->fill(value);
        begin(value.id.isEmpty() ? m_newTitle : title(value));
    }

    void wasSet(const T &stored)
    {
        const auto before = std::ranges::find(m_all, stored.id, &T::id);
        before == m_all.end() ? m_all.append(stored) : void(*before = stored);
        showList();
        showOne(stored);
        finish(translate("Macros", "“%1” is saved: every colleague has it now.").arg(title(stored)));
        refresh();
    }

    const QString m_newTitle;
    const Set m_set;
    Directories m_directories;
    QList<T> m_all;
    T m_shown;
    F *m_form;
};

} // namespace akwaba

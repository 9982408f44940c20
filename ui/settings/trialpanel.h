// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/domain/servicelevelchange.h"

#include <QTimer>
#include <QVariant>
#include <QWidget>

#include <functional>
#include <optional>

namespace akwaba {

class IconLabel;
class Label;

/// What else is said of an answer.
struct TrialNotes {
    QStringList lines;
    bool isDoubtful = false; // it may not be what was meant
};

/// What is asked of the server before something is decided.
struct Trial {
    using Told = std::function<void(const Result<PolicyTrial> &)>;

    QString title; ///< "If it is confirmed"
    QVariant about; ///< what the answer depends on; the same is not asked again
    std::function<void(QObject *context, const Told &told)> ask;
    std::function<TrialNotes(const PolicyTrial &)> notes = {};
};

/// What a decision would do to due dates, asked of the server once what is entered has stayed the same for a moment,
/// one question at a time. Says whatever it knows in words, to screen readers too.
class TrialPanel : public QWidget {
    Q_OBJECT

public:
    /// `name` is that of the words as an object.
    TrialPanel(const QString &name, std::chrono::milliseconds pause, QWidget *parent = nullptr);

    void tryOut(const Trial &trial);
    /// There is nothing to try.
    void explain(const QString &words);

Q_SIGNALS:
    /// To what was asked last.
    void answered(const akwaba::PolicyTrial &trial);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void ask();
    void take(const Result<PolicyTrial> &answer);
    void say(const QString &iconName, const QString &words, const QString &extent = {}, const QStringList &notes = {});

    QTimer m_soon;
    std::optional<Trial> m_wanted; // nothing: nobody wants to know
    std::optional<QVariant> m_asked; // what the answer under way, or the one that is shown, is about
    bool m_isAsking = false;
    IconLabel *m_icon;
    Label *m_title;
    Label *m_words;
    Label *m_notes;
    Label *m_extent;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/settings/trialpanel.h"
#include "ui/widgets/banner.h"

#include <QDialog>

class QCheckBox;
class QDateTimeEdit;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace akwaba {

class Label;
class RuleList;

/// What dialogs for rules have in common: a list beside the form of one rule, the reason and the moment of a change,
/// what it would move before it is done, and a question before anything typed is thrown away. Modal, so that the
/// language can't change meanwhile.
class RuleDialog : public QDialog {
    Q_OBJECT

public:
    struct Parts {
        const Clock &clock;
        std::chrono::milliseconds pause{300}; // before what is entered is tried out
    };

    void setOnline(bool online);
    /// Also where the window is closed.
    void reject() override;

protected:
    struct Words {
        QString name; // of the dialog as an object
        QString title;
        QString offline;
        QString hint;
    };
    RuleDialog(const Words &words, RuleList *list, QWidget *form, const Parts &parts, QWidget *parent);

    // What a dialog knows of its rules.
    [[nodiscard]] virtual QString problem() const = 0; // in words; empty: it can be decided
    [[nodiscard]] virtual bool isEdited() const = 0; // the form
    [[nodiscard]] virtual bool isChanged() const { return isEdited(); } // anything at all
    [[nodiscard]] virtual Trial trial() const = 0;
    virtual void apply() = 0;
    virtual void showNew() = 0;
    virtual void choose(const QString &id) = 0;
    [[nodiscard]] virtual QString shown() const = 0; // its id

    /// Another rule stands in the form, in a version of this moment: nothing was said about it yet.
    void begin(const QString &title, const QDateTime &since);
    /// Whatever was edited: what can be pressed now, and what it would move.
    void refresh();
    /// The server's answer.
    void finish(const QString &done);
    void fail(const Error &error);
    /// Goes on at once where nothing in the form would be lost, else after a question.
    void unlessLost(const std::function<void()> &go) { ask(isEdited(), go); }

    /// Over what a trial says.
    [[nodiscard]] QString trialTitle() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] QDateTime since() const; // invalid: at once
    [[nodiscard]] QDateTime now() const { return m_parts.clock.now(); }
    [[nodiscard]] QDate today() const { return now().toLocalTime().date(); }
    [[nodiscard]] bool wasRefused() const { return m_wasRefused; }
    [[nodiscard]] RuleList *list() const { return m_list; }
    [[nodiscard]] QHBoxLayout *listButtons() const { return m_listButtons; }
    [[nodiscard]] TrialPanel *panel() const { return m_panel; }

private:
    void build(QWidget *form);
    [[nodiscard]] QWidget *left();
    [[nodiscard]] QWidget *right(QWidget *form);
    [[nodiscard]] QWidget *change();
    [[nodiscard]] QWidget *foot();
    void connectParts();
    void ask(bool isAtStake, const std::function<void()> &go);
    void tell(Banner::Kind kind, const QString &words);
    [[nodiscard]] QString whyNot() const;

    const Words m_names;
    const Parts m_parts;
    bool m_isOnline = true;
    bool m_isBusy = false; // something is on its way to the server
    bool m_wasRefused = false; // since somebody else was faster, and the agent knows it
    RuleList *m_list;
    QHBoxLayout *m_listButtons;
    QScrollArea *m_scroll; // the form
    Banner *m_banner;
    Label *m_title;
    QLineEdit *m_reason;
    QCheckBox *m_isLater;
    QDateTimeEdit *m_since;
    TrialPanel *m_panel;
    QPushButton *m_new;
    QPushButton *m_close;
    QPushButton *m_apply;
};

} // namespace akwaba

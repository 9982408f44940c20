// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/widgets/banner.h"

#include <QDialog>

#include <functional>

class QBoxLayout;
class QHBoxLayout;
class QPushButton;
class QScrollArea;

namespace akwaba {

class Label;
class RuleList;

/// What dialogs for things that the server keeps have in common: a list beside the form of one, a question before
/// anything typed is thrown away, and what the server said. Read-only without a connection, and says so. Modal, so that
/// the language can't change meanwhile.
class ListDialog : public QDialog {
    Q_OBJECT

public:
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
    ListDialog(const Words &words, RuleList *list, QWidget *form, QWidget *parent);

    // What a dialog knows of its things.
    [[nodiscard]] virtual QString problem() const = 0; // in words; empty: it can be decided
    [[nodiscard]] virtual bool isEdited() const = 0; // the form
    [[nodiscard]] virtual bool isChanged() const { return isEdited(); } // anything at all
    virtual void apply() = 0;
    virtual void showNew() = 0;
    virtual void choose(const QString &id) = 0;
    [[nodiscard]] virtual QString shown() const = 0; // its id
    [[nodiscard]] virtual QString refusal(const Error &error) const = 0;
    /// Why nothing can be applied; empty where it can.
    [[nodiscard]] virtual QString whyNot() const;
    /// Whatever was edited: what can be pressed now.
    virtual void refresh();

    /// Another one stands in the form: nothing was said about it yet.
    void begin(const QString &title);
    /// The server's answer.
    void finish(const QString &done);
    void fail(const Error &error);
    /// Goes on at once where nothing in the form would be lost, else after a question.
    void unlessLost(const std::function<void()> &go) { ask(isEdited(), go); }
    /// Below the form, always in view.
    void addBelow(QWidget *widget);

    [[nodiscard]] bool isOnline() const { return m_isOnline; }
    [[nodiscard]] bool wasRefused() const { return m_wasRefused; }
    [[nodiscard]] RuleList *list() const { return m_list; }
    [[nodiscard]] QHBoxLayout *listButtons() const { return m_listButtons; }

private:
    void build(QWidget *form);
    [[nodiscard]] QWidget *left();
    [[nodiscard]] QWidget *right(QWidget *form);
    [[nodiscard]] QWidget *foot();
    void connectParts();
    void ask(bool isAtStake, const std::function<void()> &go);
    void tell(Banner::Kind kind, const QString &words);

    const Words m_names;
    bool m_isOnline = true;
    bool m_isBusy = false; // something is on its way to the server
    bool m_wasRefused = false; // since somebody else was faster, and the agent knows it
    RuleList *m_list;
    QHBoxLayout *m_listButtons;
    QScrollArea *m_scroll; // the form
    QBoxLayout *m_right;
    Banner *m_banner;
    Label *m_title;
    QPushButton *m_new;
    QPushButton *m_close;
    QPushButton *m_apply;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/popupframe.h"

#include <QList>

#include <functional>

class QHBoxLayout;
class QListWidget;

namespace akwaba {

class Label;
class SearchField;

/// Something to put into what one writes: a field, what fits the words in it, and what the current one would write. The
/// focus stays in the field; arrows move in the list, Enter and Tab choose, Esc leaves.
class AnswerPopup : public PopupFrame {
    Q_OBJECT

public:
    struct Entry {
        QString id;
        QString title;
        QString detail;
        QString mark; // at the right end
        QString preview; // as it would be written; empty: it writes nothing
    };
    using Find = std::function<QList<Entry>(const QString &typed)>;
    struct Words {
        QString field;
        QString list;
        QString nothing; // fits
    };

    explicit AnswerPopup(QWidget *parent = nullptr);

    /// Empty, with all that there is; it is still to be opened.
    void offer(const Words &words, const Find &find);
    [[nodiscard]] QString typed() const;

Q_SIGNALS:
    void chosen(const QString &id);
    /// Nothing was chosen.
    void left(const QString &typed);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void applyTheme();
    void refresh();
    void showCurrent();
    void choose();
    [[nodiscard]] bool handle(int key);

    Find m_find;
    QList<Entry> m_entries;
    bool m_isChosen = false;
    QHBoxLayout *m_head;
    SearchField *m_field;
    QListWidget *m_list;
    Label *m_nothing;
    Label *m_preview;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/popupframe.h"

class QLineEdit;
class QListView;

namespace akwaba {

class FilterChip;
class Label;
class PaletteModel;

/// A field over a list of what answers it: the arrows choose a row, Return takes it, Esc closes. The focus stays in the
/// field; a screen reader is told the row. Which rows there are is the owner's, who fills the model and says
/// showRows().
class PalettePopup : public PopupFrame {
    Q_OBJECT

public:
    explicit PalettePopup(PaletteModel &model, QWidget *parent = nullptr);

    /// The thing that entries are about, as a chip beside the field; empty: none.
    void setSubject(const QString &subject);
    [[nodiscard]] QString text() const;
    /// After the model changed: the current row stays where it still is, unless other words were typed.
    void showRows(bool fromTheTop);
    void openOver(const QWidget *window);

Q_SIGNALS:
    void typed(const QString &text);
    /// Of an entry that can be chosen; the popup is closed before.
    void chosen(const QString &name);
    void subjectRemoved();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void applyTheme();
    void retranslate();
    void fit();
    void goTo(int row);
    [[nodiscard]] bool handleKey(int key);
    void choose(int row);

    PaletteModel &m_model;
    QLineEdit *m_field;
    FilterChip *m_subject;
    QListView *m_list;
    Label *m_nothing;
    QString m_current; // the name of its entry
    int m_room = 0; // how tall it may be
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

class QListWidget;

namespace akwaba {

class PopupFrame;

/// A box that opens a list of values to check, and says which are checked; none stand for all of them, unless it is
/// told otherwise.
class CheckField : public QComboBox {
    Q_OBJECT

public:
    struct Choice {
        QString value;
        QString name;
        bool operator==(const Choice &) const = default;
    };

    explicit CheckField(QWidget *parent = nullptr);

    /// What is checked stays so, where it is among them; what is not keeps its value as its name.
    void setChoices(const QList<Choice> &choices);
    void setValues(const QStringList &values);
    /// What it says while nothing is checked.
    void setNothing(const QString &words);
    /// In the order of the choices.
    [[nodiscard]] QStringList values() const;
    void showPopup() override;

Q_SIGNALS:
    void edited();

private:
    void rebuild(const QStringList &checked);
    void describe();

    QList<Choice> m_choices;
    QString m_nothing;
    PopupFrame *m_popup;
    QListWidget *m_list;
};

} // namespace akwaba

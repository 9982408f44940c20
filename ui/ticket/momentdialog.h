// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QDialog>

class QButtonGroup;
class QDateTimeEdit;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace akwaba {

class Label;

/// What a dialog that asks for a moment says and offers. Moments are shown in the local zone.
struct MomentQuestion {
    QString title;
    QString hint; ///< what comes of it
    QString accept; ///< on the button
    QString withdraw; ///< on the button that takes back what stands; shown where something does
    QList<QDateTime> offered; ///< the first is chosen
    QDateTime standing; ///< what was chosen before; invalid for nothing
    QDateTime now;
};

/// Asks for a moment in the future: one of some that are offered, or another one that is typed. Emits `chosen` once; an
/// invalid moment takes back what stands.
class MomentDialog : public QDialog {
    Q_OBJECT

public:
    explicit MomentDialog(const MomentQuestion &question, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QDateTime &moment);

private:
    void addChoices(QVBoxLayout *column);
    void addButtons(QVBoxLayout *column);
    void check();
    [[nodiscard]] QDateTime moment() const;

    const MomentQuestion m_question;
    QButtonGroup *m_choices;
    QRadioButton *m_other;
    QDateTimeEdit *m_typed;
    Label *m_past;
    QPushButton *m_accept;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace akwaba {

class IconButton;
class IconLabel;
class Label;

/// A strip over the whole width: icon, one sentence, at most one action and an x. Never moves what is above it.
/// Screen readers are told of a new text as an alert.
class Banner : public QWidget {
    Q_OBJECT

public:
    enum class Kind : quint8 { Info, Warning, Bad, Good };

    explicit Banner(QWidget *parent = nullptr);

    void setMessage(Kind kind, const QString &text);
    [[nodiscard]] QString text() const;
    /// Empty: no action.
    void setAction(const QString &text);
    /// Empty: can't be closed. The name is said by screen readers, e.g. "Close".
    void setCloseName(const QString &name);

Q_SIGNALS:
    void actionTriggered();
    /// The x was pressed; the caller hides the banner.
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();

    Kind m_kind = Kind::Info;
    IconLabel *m_icon;
    Label *m_text;
    QPushButton *m_action;
    IconButton *m_close;
};

} // namespace akwaba

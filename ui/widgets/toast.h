// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <functional>

class QPushButton;

namespace akwaba {

class Label;

/// Says what was done and offers one thing to do about it, as to take it back, while a count runs down; or says what is
/// being done. Never for errors. The place is the caller's: bottom left of the conversation, 12 px in. Waiting is
/// measured with `now`, so that a test has its own time; the default is the steady clock.
class Toast : public QWidget {
    Q_OBJECT

public:
    using Now = std::function<std::chrono::milliseconds()>;
    /// The words of the button for so many seconds left, e.g. "Undo, 8 s".
    using ButtonText = std::function<QString(int seconds)>;

    explicit Toast(QWidget *parent = nullptr, Now now = {});

    /// Shows text for `duration`; replaces what was shown, whose time is then over (expired() is emitted for it).
    void start(const QString &text, ButtonText buttonText, std::chrono::milliseconds duration);
    /// Shows text without a button until something else is shown or dismiss(); replaces as start() does.
    void startWaiting(const QString &text);
    /// Hides it without a signal.
    void dismiss();
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }
    [[nodiscard]] int secondsLeft() const;
    [[nodiscard]] QPushButton *button() const { return m_button; }

    /// Brings count and visibility to the present; the timer does it, a test may.
    void refresh();

Q_SIGNALS:
    void undone(); // the button was pressed
    void expired();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();
    void replace(const QString &text);
    void announce();

    Now m_now;
    ButtonText m_buttonText;
    std::chrono::milliseconds m_until{};
    QTimer m_timer;
    Label *m_text;
    QPushButton *m_button;
};

} // namespace akwaba

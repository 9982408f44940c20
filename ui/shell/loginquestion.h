// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/panel.h"

#include <memory>

namespace akwaba {

/// What is asked in the place of the log-in form: whether a certificate is the right one, a passphrase where there is
/// no keyring, a one-time code. One question at a time; each answer is told by its own signal.
class LogInQuestion : public Panel {
    Q_OBJECT

public:
    explicit LogInQuestion(int width, QWidget *parent = nullptr);
    ~LogInQuestion() override;

    void askAboutCertificate(const QString &fingerprint);
    void askForPassphrase();
    /// Stays until the answer of the server is known: wrong asks again, anything else is the caller's.
    void askForCode(bool wasWrong);

    /// While an answer is awaited nothing can be pressed twice.
    void setBusy(bool busy);
    void end();

Q_SIGNALS:
    void certificateConfirmed(const QString &fingerprint);
    void passphraseGiven(const QString &passphrase);
    void keepNothingChosen();
    void codeGiven(const QString &code);
    /// The form is wanted again.
    void ended();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Subject : quint8 { Certificate, Passphrase, Code };
    struct Parts;

    void build(int width);
    void ask(Subject subject);
    void retranslate();
    void fitTexts();
    void confirm();
    void refuse();

    std::unique_ptr<Parts> m_parts;
    Subject m_subject = Subject::Certificate;
    QString m_fingerprint; // of the certificate in question
    bool m_codeWasWrong = false;
};

} // namespace akwaba

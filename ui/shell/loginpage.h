// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QWidget>

#include <chrono>
#include <memory>
#include <optional>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace akwaba {

class Banner;
class FormField;
class Label;
class SectionCard;

/// What the agent typed to log in.
struct LogInForm {
    QString server;
    QString email;
    QString password;
    bool keepOffline = true; // an encrypted copy on this computer
    QString code; // of the second factor; empty until it is asked for
};

/// What this computer already has of an agent: so that he may begin without the network.
struct KnownProfile {
    QString server;
    QString email;
    QDateTime dataAsOf; // invalid where it is not known before the keys are
};

/// Log-in: address, password, server; the question about an unknown certificate; the way in without a network; and
/// what is said where the machine has no keyring. Asks nothing of the network itself.
class LogInPage : public QWidget {
    Q_OBJECT

public:
    explicit LogInPage(QWidget *parent = nullptr);
    ~LogInPage() override;

    void setServer(const QString &server);
    void setKnownProfile(const std::optional<KnownProfile> &profile);
    /// While an answer is awaited nothing can be pressed twice; the fields keep their text.
    void setBusy(bool busy);
    /// Says what went wrong where it belongs: beside the password, the server, or above the form.
    void showError(Code code);
    /// The server showed a certificate that nobody vouches for: shown to be compared with what `akwaba-server init`
    /// printed.
    void askAboutCertificate(const QString &fingerprint);
    /// No keyring here: a passphrase is asked for, or nothing is kept.
    void askForPassphrase();
    /// The password is right and the agent has a second factor; again after a code that was not.
    void askForCode(bool wasWrong);
    /// The server wants nothing to hear of him for so long; zero where it did not say how long.
    void showThrottled(std::chrono::seconds wait);

Q_SIGNALS:
    void logInRequested(const akwaba::LogInForm &form);
    void offlineRequested(const akwaba::KnownProfile &profile);
    void certificateConfirmed(const QString &fingerprint);
    void passphraseGiven(const QString &passphrase);
    void codeGiven(const QString &code);
    void keepNothingChosen();
    void languageRequested(const QString &language);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Parts;

    void build();
    [[nodiscard]] QWidget *buildForm();
    void buildQuestion();
    [[nodiscard]] QWidget *buildOfflineCard();
    [[nodiscard]] QWidget *buildFoot();
    void retranslate();
    void submit();
    void makeRoomForQuestion();
    void editServer(bool editing);

    std::unique_ptr<Parts> m_parts;
    std::optional<KnownProfile> m_profile;
};

} // namespace akwaba

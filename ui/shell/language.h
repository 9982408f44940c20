// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTranslator>

#include <memory>

namespace akwaba {

/// The language that the agent reads, French or English, switched without a restart: installs the translators (ours and
/// Qt's) and sets QLocale(), so that words and formats never disagree. Widgets hear of it by QEvent::LanguageChange.
class Language : public QObject {
    Q_OBJECT

public:
    explicit Language(QObject *parent = nullptr);
    ~Language() override;

    /// "fr" or "en"; anything else is French, the house's language.
    void use(const QString &tag);
    [[nodiscard]] QString tag() const { return m_tag; }

Q_SIGNALS:
    void changed();

private:
    void remove();

    QString m_tag;
    std::unique_ptr<QTranslator> m_ours;
    std::unique_ptr<QTranslator> m_qts;
};

} // namespace akwaba

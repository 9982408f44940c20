// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace akwaba {

using namespace Qt::StringLiterals;

Language::Language(QObject *parent) : QObject(parent) { }

Language::~Language() { remove(); }

void Language::remove()
{
    for (QTranslator *translator : {m_ours.get(), m_qts.get()}) {
        if (translator) QCoreApplication::removeTranslator(translator);
    }
}

void Language::use(const QString &tag)
{
    const QString next = tag == u"en" ? u"en"_s : u"fr"_s;
    if (next == m_tag) return;
    m_tag = next;
    // Before the translators: the event that they send makes widgets format anew.
    QLocale::setDefault(next == u"fr" ? QLocale(QLocale::French, QLocale::IvoryCoast)
                                      : QLocale(QLocale::English, QLocale::UnitedKingdom));
    remove();
    m_qts = std::make_unique<QTranslator>();
    if (m_qts->load(u"qtbase_"_s + next, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(m_qts.get());
    m_ours = std::make_unique<QTranslator>();
    if (m_ours->load(u":/akwaba/translations/akwaba_"_s + next)) QCoreApplication::installTranslator(m_ours.get());
    Q_EMIT changed();
}

} // namespace akwaba

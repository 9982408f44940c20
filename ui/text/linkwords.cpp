// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/linkwords.h"

#include "ui/text/translate.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

QStringList suspicions(const LinkTarget &target)
{
    QStringList all;
    if (!target.ascii.isEmpty()) all.append(translate("Link", "Written with foreign letters: %1").arg(target.ascii));
    if (target.isDisguised) all.append(translate("Link", "The text says another address."));
    return all;
}

} // namespace

QString linkTip(const LinkTarget &target) { return (QStringList{target.shown} + suspicions(target)).join(u'\n'); }

QString spokenLink(const QString &text, const LinkTarget &target)
{
    const QString place = target.host.isEmpty() ? target.shown : target.host;
    return (QStringList{translate("Link", "Link “%1” to %2").arg(text.simplified(), place)} + suspicions(target))
        .join(u", "_s);
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/redaction.h"

#include "core/text/cardnumbers.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace akwaba::ctl {

QJsonObject redaction(const QString &text, bool isHtml)
{
    QJsonArray found;
    for (const CardNumber &card : isHtml ? cardNumbersInHtml(text) : cardNumbersIn(text)) {
        found.append(QJsonObject{
            {u"kind"_s, u"pan"_s}, {u"start"_s, card.start}, {u"end"_s, card.end}, {u"last4"_s, card.last4}});
    }
    return {{u"text"_s, isHtml ? htmlWithoutCardNumbers(text) : withoutCardNumbers(text)}, {u"found"_s, found}};
}

} // namespace akwaba::ctl

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/redaction.h"
#include "tests/outside/data.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;

// Card numbers and look-alikes that nobody here chose; see data.h.
class TestCards : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void otherPeoplesCardNumbers_areMasked_andTheirLookAlikesKept()
    {
        const QString path = outside::dataFolder(u"pan.json"_s);
        if (path.isEmpty()) QSKIP("shared/data/pan.json is not here");
        const QJsonArray cases = outside::casesIn(path);
        QVERIFY(!cases.isEmpty());
        for (const QJsonValue &one : cases) {
            const QString text = one[u"text"].toString();
            for (const bool isHtml : {false, true}) {
                const QJsonObject answer = ctl::redaction(text, isHtml);
                const QString masked = answer[u"text"].toString();
                QCOMPARE(answer[u"found"].toArray().size(), one[u"redact"].toArray().size());
                for (const QJsonValue &card : one[u"redact"].toArray())
                    QVERIFY2(!masked.contains(card.toString()), qPrintable(masked));
                for (const QJsonValue &kept : one[u"keep"].toArray())
                    QVERIFY2(masked.contains(kept.toString()), qPrintable(masked));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestCards)
#include "tst_cards.moc"

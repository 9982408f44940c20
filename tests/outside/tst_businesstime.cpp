// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/businesstime.h"
#include "tests/outside/data.h"

#include <QJsonArray>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

/// Opening hours as other projects expect them, asked as `akwabactl sla --batch` asks. The data is not part of the
/// repository; where it is absent there is nothing to test.
class TestBusinessTime : public QObject {
    Q_OBJECT

    /// What an answer to such a question says, and under which name the case has it.
    struct Told {
        QString member;
        QString wanted;
    };
    static Told toldOf(const QString &op)
    {
        if (op == u"due") return {u"due"_s, u"due"_s};
        if (op == u"elapsed") return {u"seconds"_s, u"seconds"_s};
        if (op == u"open") return {u"open"_s, u"open"_s};
        if (op == u"next_open") return {u"nextOpen"_s, u"next_open"_s};
        return {u"intervals"_s, u"intervals"_s};
    }

private Q_SLOTS:
    void everyCase_isAnsweredAsItsSourceExpects_data()
    {
        QTest::addColumn<QJsonObject>("wanted");
        const QString path = outside::dataFolder(u"business_time.json"_s);
        if (path.isEmpty()) QSKIP("no ../shared/data");
        int all = 0;
        for (const QJsonValue &value : outside::casesIn(path)) {
            QTest::addRow("%s", qUtf8Printable(value[u"id"_s].toString())) << value.toObject();
            ++all;
        }
        QCOMPARE(all, 145);
    }
    void everyCase_isAnsweredAsItsSourceExpects()
    {
        QFETCH(QJsonObject, wanted);
        const auto answer = ctl::businessTime(wanted);
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
        const Told told = toldOf(wanted.value(u"op"_s).toString());
        const QJsonValue said = answer->value(told.member);
        if (wanted.value(u"accept"_s).toArray().contains(said)) return; // an edge: either convention
        QCOMPARE(said, wanted.value(told.wanted));
    }
};

QTEST_GUILESS_MAIN(TestBusinessTime)
#include "tst_businesstime.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/calendarfile.h"
#include "tests/outside/data.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

/// Opening hours as other projects expect them. The data is not part of the repository; where it is absent there is
/// nothing to test.
class TestBusinessTime : public QObject {
    Q_OBJECT

    static void casesOf(const QString &op)
    {
        QTest::addColumn<QJsonObject>("wanted");
        const QString path = outside::dataFolder(u"business_time.json"_s);
        if (path.isEmpty()) QSKIP("no ../shared/data");
        int all = 0;
        for (const QJsonValue &value : outside::casesIn(path)) {
            const QJsonObject one = value.toObject();
            if (one.value(u"op"_s) != op) continue;
            QTest::addRow("%s", qUtf8Printable(one.value(u"id"_s).toString())) << one;
            ++all;
        }
        QVERIFY(all > 0);
    }

    static QDateTime instantIn(const QJsonObject &wanted, const QString &name)
    {
        return QDateTime::fromString(wanted.value(name).toString(), Qt::ISODate);
    }

private Q_SLOTS:
    void open_data() { casesOf(u"open"_s); }
    void open()
    {
        QFETCH(QJsonObject, wanted);
        const auto calendar = calendarOf(wanted.value(u"calendar"_s).toObject());
        QVERIFY2(calendar, qPrintable(calendar ? QString() : calendar.error().detail));
        QCOMPARE(sla::isOpen(*calendar, instantIn(wanted, u"at"_s)), wanted.value(u"open"_s).toBool());
    }

    void nextOpen_data() { casesOf(u"next_open"_s); }
    void nextOpen()
    {
        QFETCH(QJsonObject, wanted);
        const auto calendar = calendarOf(wanted.value(u"calendar"_s).toObject());
        QVERIFY2(calendar, qPrintable(calendar ? QString() : calendar.error().detail));
        QCOMPARE(sla::nextOpen(*calendar, instantIn(wanted, u"at"_s)),
                 std::optional(instantIn(wanted, u"next_open"_s)));
    }
};

QTEST_GUILESS_MAIN(TestBusinessTime)
#include "tst_businesstime.moc"

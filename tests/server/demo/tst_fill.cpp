// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/demo/fill.h"

#include "app/server/demo/generator.h"
#include "app/server/store/store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestFill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWholeWorldIsInTheStoreAndTheNextTicketGetsTheNextNumber()
    {
        const QTemporaryDir folder;
        const ManualClock clock(QDateTime(QDate(2026, 11, 20), QTime(15, 20), Qt::UTC));
        SeededRandom random(1);
        const auto store = store::Store::create(folder.filePath(u"data"_s), clock, random);
        QVERIFY(store.has_value());
        const auto generator = demo::Generator::create({1, 40, clock.now()});
        QVERIFY(generator.has_value());
        const Result<demo::FillReport> report = demo::fill(**store, **generator, {});
        QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().detail));
        QCOMPARE(report->tickets, 40);
        QVERIFY(report->messages > 100);

        QStringList numbers;
        const Result<void> written = (*store)->write([&numbers](store::Writer &writer) -> Result<void> {
            for (int i = 0; i < 2; ++i)
                numbers.append(writer.nextTicketNumber().value_or(QString()));
            return {};
        });
        QVERIFY(written.has_value());
        QCOMPARE(numbers.first().mid(2).toInt() + 1, numbers.last().mid(2).toInt());
        QVERIFY(numbers.first().mid(2).toInt() > 40);
    }
};

QTEST_GUILESS_MAIN(TestFill)
#include "tst_fill.moc"

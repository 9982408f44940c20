// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/random.h"

#include <QSet>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

struct ThingTag {
    static constexpr char letter = 'z';
};
using ThingId = Id<ThingTag>;

class TestId : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anId_isItsLetterAndTwentySixDigits()
    {
        const ThingId id = newId<ThingId>(m_clock, m_random);
        QCOMPARE(id.value.size(), 27);
        QCOMPARE(id.value[0], u'z');
        QVERIFY(isWellFormedId(id.value));
    }

    void idsSortByTheTimeOfTheirMaking()
    {
        QString before = newUuid7(m_clock, m_random);
        for (int i = 0; i < 1000; ++i) {
            m_clock.advance(1ms);
            const QString after = newUuid7(m_clock, m_random);
            QVERIFY(before < after);
            before = after;
        }
    }

    void idsOfOneInstantDiffer()
    {
        QSet<QString> seen;
        for (int i = 0; i < 10'000; ++i)
            seen.insert(newUuid7(m_clock, m_random));
        QCOMPARE(seen.size(), 10'000);
    }

    void theTimeAndTheVersionStandWhereRfc9562PutsThem()
    {
        // 2026-11-22T07:00:00.120Z is 1795330800120 ms; the first 10 digits of base32 hold 3 + 45 of its 48 bits.
        ManualClock clock(QDateTime::fromMSecsSinceEpoch(1795330800120, Qt::UTC));
        const QString text = newUuid7(clock, m_random);
        quint64 high = 0;
        for (const QChar digit : text.first(10))
            high = high * 32 + quint64(QByteArray("0123456789abcdefghjkmnpqrstvwxyz").indexOf(digit.toLatin1()));
        QCOMPARE(high, quint64(1795330800120));
        QCOMPARE(QByteArray("0123456789abcdefghjkmnpqrstvwxyz").indexOf(text[10].toLatin1()) >> 1, 7);
    }

    void whatOthersNamed_hasTheSameIdWheneverItIsMet()
    {
        const auto id = namedId<ThingId>("tabaski-2027@toner.ci");
        QVERIFY(isWellFormedId(id.value));
        QVERIFY(id.value.startsWith(QLatin1Char(ThingId::letter)));
        QCOMPARE(namedId<ThingId>("tabaski-2027@toner.ci"), id);
        QVERIFY(namedId<ThingId>("tabaski-2028@toner.ci") != id);
    }

    void aStrangeTextIsNoId_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("short") << u"t01"_s;
        QTest::newRow("letter that Crockford leaves out") << u"t"_s + QString(26, u'u');
        QTest::newRow("upper case") << u"T"_s + QString(26, u'0');
        QTest::newRow("accent") << u"t"_s + QString(25, u'0') + u"é"_s;
    }
    void aStrangeTextIsNoId()
    {
        QFETCH(QString, text);
        QVERIFY(!isWellFormedId(text));
    }

private:
    ManualClock m_clock{QDateTime::fromMSecsSinceEpoch(1795330800000, Qt::UTC)};
    SeededRandom m_random{7};
};

QTEST_GUILESS_MAIN(TestId)
#include "tst_id.moc"

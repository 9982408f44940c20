// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/businesstime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestSlaWords : public QObject {
    Q_OBJECT

    static QJsonObject with(const QByteArray &members)
    {
        QJsonObject question = QJsonDocument::fromJson(members).object();
        question.insert(
            u"calendar"_s,
            QJsonObject{{u"zone"_s, u"Africa/Abidjan"_s},
                        {u"weekly"_s, QJsonObject{{u"mon"_s, QJsonArray{QJsonArray{u"08:00"_s, u"12:00"_s}}}}}});
        return question;
    }
    static QByteArray answer(const QByteArray &members)
    {
        const auto said = ctl::businessTime(with(members));
        if (!said) return "error: " + said.error().detail.toUtf8();
        return QJsonDocument(*said).toJson(QJsonDocument::Compact);
    }

private Q_SLOTS:
    void eachQuestion_hasItsAnswer()
    {
        QCOMPARE(answer(R"({"op": "due", "start": "2026-11-23T09:00:00Z", "minutes": 60})"),
                 R"({"due":"2026-11-23T10:00:00Z"})");
        QCOMPARE(answer(R"({"op": "due", "start": "2026-11-23T10:00:00+01:00", "seconds": 90})"),
                 R"({"due":"2026-11-23T09:01:30Z"})");
        QCOMPARE(answer(R"({"op": "elapsed", "from": "2026-11-23T00:00:00Z", "to": "2026-11-24T00:00:00Z"})"),
                 R"({"seconds":14400})");
        QCOMPARE(answer(R"({"op": "elapsed", "from": "2026-11-24T00:00:00Z", "to": "2026-11-23T00:00:00Z"})"),
                 R"({"seconds":0})");
        QCOMPARE(answer(R"({"op": "open", "at": "2026-11-23T12:00:00Z"})"),
                 R"({"nextOpen":"2026-11-30T08:00:00Z","open":false})");
        QCOMPARE(answer(R"({"op": "intervals", "from": "2026-11-23T09:00:00Z", "to": "2026-11-30T08:30:00Z"})"),
                 R"({"intervals":[["2026-11-23T09:00:00Z","2026-11-23T12:00:00Z"],)"
                 R"(["2026-11-30T08:00:00Z","2026-11-30T08:30:00Z"]]})");
    }

    void workingDays_andDayAndNight_areCountedToo()
    {
        QCOMPARE(answer(R"({"op": "due", "start": "2026-11-23T09:00:00Z", "days": 1})"),
                 R"({"due":"2026-11-30T12:00:00Z"})");
        QVERIFY(answer(R"({"op": "due", "start": "2026-11-23T09:00:00Z", "days": -1})").startsWith("error: days"));
        const auto said = ctl::businessTime({{u"op"_s, u"due"_s},
                                             {u"calendar"_s, u"always"_s},
                                             {u"start"_s, u"2026-11-22T23:30:00Z"_s},
                                             {u"minutes"_s, 60}});
        QVERIFY(said);
        QCOMPARE(said->value(u"due"_s).toString(), u"2026-11-23T00:30:00Z"_s);
    }

    void pauses_mayOverlapAndComeInAnyOrder()
    {
        QCOMPARE(answer(R"({"op": "due", "start": "2026-11-23T08:00:00Z", "minutes": 60, "pauses": [)"
                        R"(["2026-11-23T08:40:00Z", "2026-11-23T09:00:00Z"],)"
                        R"(["2026-11-23T08:30:00Z", "2026-11-23T08:50:00Z"]]})"),
                 R"({"due":"2026-11-23T09:30:00Z"})");
    }

    void whatIsWrong_isNamed()
    {
        const auto says = [](const QByteArray &members, const QByteArray &word) {
            const QByteArray wanted = "error: " + word;
            return answer(members).startsWith(wanted);
        };
        QVERIFY(says(R"({"op": "when"})", "op"));
        QVERIFY(says(R"({"op": "due", "minutes": 60})", "start"));
        QVERIFY(says(R"({"op": "due", "start": "2026-11-23T08:00:00", "minutes": 60})", "start")); // in which zone?
        QVERIFY(says(R"({"op": "due", "start": "2026-11-23T08:00:00Z"})", "minutes"));
        QVERIFY(says(R"({"op": "due", "start": "2026-11-23T08:00:00Z", "seconds": -1})", "seconds"));
        QVERIFY(says(R"({"op": "due", "start": "2026-11-23T08:00:00Z", "seconds": 1e18})", "seconds"));
        QVERIFY(says(R"({"op": "open", "at": "Monday"})", "at"));
        QVERIFY(says(R"({"op": "elapsed", "from": "2026-11-23T08:00:00Z", "to": "2026-11-23T09:00:00Z", "pauses": {}})",
                     "pauses"));
        QVERIFY(says(R"({"op": "open", "at": "9999-01-01T00:00:00Z"})", "at: is not from 1900"));
        QVERIFY(!ctl::businessTime({{u"op"_s, u"open"_s}, {u"at"_s, u"2026-11-23T08:00:00Z"_s}}));
    }
};

QTEST_GUILESS_MAIN(TestSlaWords)
#include "tst_slawords.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/patch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace akwaba::jmap;
using namespace Qt::StringLiterals;

/// PatchObjects (RFC 8620 5.3) on records with objects within objects, which no type that is set has yet.
class TestPatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPatch_changesWhatItNames_data();
    void aPatch_changesWhatItNames();
    void aPatchThatIsNone_isRefused_data();
    void aPatchThatIsNone_isRefused();
};

namespace {

QJsonObject parsed(const char *json) { return QJsonDocument::fromJson(json).object(); }

tl::expected<QJsonObject, SetError> apply(const char *patch)
{
    const QJsonObject record = parsed(R"({"name":"a","size":1,"box":{"in":{"x":1},"a/b":1,"m~n":2},"list":[{"y":1}]})");
    const QJsonObject defaults = parsed(R"({"name":"","size":0,"box":{},"list":[],"at":null})");
    return patched(record, parsed(patch), defaults);
}

} // namespace

void TestPatch::aPatch_changesWhatItNames_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QString>("property");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *patch, const QString &property, const char *value) {
        QTest::newRow(patch) << QByteArray(patch) << property << QByteArray(value);
    };
    row("{}", u"name"_s, R"(["a"])");
    row(R"({"name":"b"})", u"name"_s, R"(["b"])");
    row(R"({"name":null})", u"name"_s, R"([""])");
    row(R"({"at":"x"})", u"at"_s, R"(["x"])");
    row(R"({"at":null})", u"at"_s, R"([null])");
    row(R"({"box/in/x":2})", u"box"_s, R"([{"in":{"x":2},"a/b":1,"m~n":2}])");
    row(R"({"box/in/z":[1]})", u"box"_s, R"([{"in":{"x":1,"z":[1]},"a/b":1,"m~n":2}])");
    row(R"({"box/in":null})", u"box"_s, R"([{"a/b":1,"m~n":2}])");
    row(R"({"box/none":null})", u"box"_s, R"([{"in":{"x":1},"a/b":1,"m~n":2}])");
    row(R"({"box/a~1b":3,"box/m~0n":4})", u"box"_s, R"([{"in":{"x":1},"a/b":3,"m~n":4}])");
    row(R"({"list":[]})", u"list"_s, "[[]]");
    row(R"({"box":null,"boxes/x":null})", u"box"_s, ""); // a name that begins with another's is no path through it
}

void TestPatch::aPatch_changesWhatItNames()
{
    QFETCH(const QByteArray, patch);
    QFETCH(const QString, property);
    QFETCH(const QByteArray, value);
    const auto result = apply(patch.constData());
    QCOMPARE(result.has_value(), !value.isEmpty());
    if (result) QCOMPARE(result->value(property), QJsonDocument::fromJson(value).array().at(0));
}

void TestPatch::aPatchThatIsNone_isRefused_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QString>("type");
    const auto row = [](const char *patch, const QString &type) { QTest::newRow(patch) << QByteArray(patch) << type; };
    for (const char *patch :
         {R"({"list/0":1})", R"({"list/0/y":1})", R"({"name/x":1})", R"({"box/none/x":1})", R"({"none/x":1})",
          R"({"box":{},"box/in":1})", R"({"box/in":{},"box/in/x":1})", R"({"box/in/x":1,"box":null})"})
        row(patch, u"invalidPatch"_s);
    row(R"({"none":1})", u"invalidProperties"_s);
    row(R"({"":1})", u"invalidProperties"_s);
}

void TestPatch::aPatchThatIsNone_isRefused()
{
    QFETCH(const QByteArray, patch);
    const auto result = apply(patch.constData());
    QVERIFY(!result);
    QTEST(result.error().type, "type");
}

QTEST_GUILESS_MAIN(TestPatch)
#include "tst_patch.moc"

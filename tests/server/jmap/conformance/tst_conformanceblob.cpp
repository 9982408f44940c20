// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/byterange.h"
#include "conformancefixture.h"

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;

/// RFC 8620 6 (binary data) and what RFC 9110 and 6266 say of it, as far as they bind a server.
class TestConformanceBlob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void s6_1_upload_answersTheBlob();
    void s6_1_uploadOfTheSame_isTheSameBlob();
    void s6_1_uploadTooLarge_isAProblem();
    void s6_1_uploadToAnotherAccount_isAProblem();
    void s6_1_anUnreferencedBlob_isItsUploadersOnly();
    void s6_2_download_hasTypeAndNameAsAskedFor();
    void s6_2_download_isImmutable();
    void s6_2_downloadOfNothing_isAProblem();
    void s6_2_aName_isSafeInItsHeader();
    void s6_2_aBrowser_runsNothingOfIt();
    void s6_3_blobCopy_hasNoOtherAccount();
    void rfc9110_head_isAGetWithoutBody();
    void rfc9110_ranges_data();
    void rfc9110_ranges();
    void rfc9110_aPart_isSentAsSuch();
    void rfc9110_unsatisfiable_tellsTheSize();
    void rfc9110_ifRange_ofAnotherTagGivesTheWhole();
    void rfc9110_ifNoneMatch_isNotModified();
    void rfc9110_rangesAreOfTheBytes_whateverTheClientUnpacks();
};

namespace {

struct BlobFixture : ConformanceFixture {
    QString upload(const QByteArray &content, const QByteArray &type = "image/png")
    {
        return objectIn(ask("POST", "/jmap/upload/company/", content, {{"Content-Type", type}}))[u"blobId"_s]
            .toString();
    }
    http::Answer download(const QString &blob, const QList<http::Headers::Field> &headers = {},
                          const QByteArray &nameAndType = "a.png?accept=image/png", const QByteArray &method = "GET")
    {
        return ask(method, "/jmap/download/company/" + blob.toLatin1() + '/' + nameAndType, {}, headers);
    }
};

} // namespace

void TestConformanceBlob::s6_1_upload_answersTheBlob()
{
    BlobFixture f;
    const http::Answer answer =
        f.ask("POST", "/jmap/upload/company/", QByteArray("\0\1\2", 3), {{"Content-Type", "Image/PNG"}});
    QCOMPARE(answer.status, 201);
    const QJsonObject blob = objectIn(answer);
    QCOMPARE(blob.keys(), (QStringList{u"accountId"_s, u"blobId"_s, u"size"_s, u"type"_s}));
    QCOMPARE(blob[u"accountId"_s].toString(), u"company"_s);
    QCOMPARE(blob[u"size"_s].toInt(), 3);
    QCOMPARE(blob[u"type"_s].toString(), u"image/png"_s);
    QCOMPARE(f.download(blob[u"blobId"_s].toString()).body, QByteArray("\0\1\2", 3));
}

void TestConformanceBlob::s6_1_uploadOfTheSame_isTheSameBlob()
{
    BlobFixture f;
    QCOMPARE(f.upload("same"), f.upload("same", "text/plain"));
    QVERIFY(f.upload("same") != f.upload("other"));
}

void TestConformanceBlob::s6_1_uploadTooLarge_isAProblem()
{
    BlobFixture f;
    const http::Answer answer = f.ask("POST", "/jmap/upload/company/", QByteArray(100'001, 'x'));
    QCOMPARE(answer.status, 413);
    QCOMPARE(answer.headers.value("Content-Type"), "application/problem+json");
    QCOMPARE(objectIn(answer)[u"limit"_s].toString(), u"maxSizeUpload"_s);
}

void TestConformanceBlob::s6_1_uploadToAnotherAccount_isAProblem()
{
    BlobFixture f;
    const http::Answer answer = f.ask("POST", "/jmap/upload/other/", "x");
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.headers.value("Content-Type"), "application/problem+json");
}

void TestConformanceBlob::s6_1_anUnreferencedBlob_isItsUploadersOnly()
{
    BlobFixture f;
    const QString blob = f.upload("secret");
    QCOMPARE(f.download(blob).status, 200);
    f.token = f.tokenFor(f.awa.id);
    QCOMPARE(f.download(blob).status, 200); // from another device of hers
    const Agent yao = f.agent(u"Yao"_s, {f.printing.id});
    f.token = f.tokenFor(yao.id);
    QCOMPARE(f.download(blob).status, 404);
    f.token = f.tokenFor(f.awa.id);
    f.clock.advance(std::chrono::hours(1));
    QCOMPARE(f.download(blob).status, 200);
    f.clock.advance(std::chrono::hours(23));
    QCOMPARE(f.download(blob).status, 404);
}

void TestConformanceBlob::s6_2_download_hasTypeAndNameAsAskedFor()
{
    BlobFixture f;
    const http::Answer answer = f.download(f.upload("x"), {}, "caf%C3%A9.txt?accept=text%2Fplain");
    QCOMPARE(answer.headers.value("Content-Type"), "text/plain");
    QCOMPARE(answer.headers.value("Content-Disposition"),
             "attachment; filename=\"caf_.txt\"; filename*=UTF-8''caf%C3%A9.txt");
    QCOMPARE(f.download(f.upload("x"), {}, "a?accept=nonsense").headers.value("Content-Type"),
             "application/octet-stream");
}

void TestConformanceBlob::s6_2_download_isImmutable()
{
    BlobFixture f;
    const QString blob = f.upload("x");
    const http::Answer answer = f.download(blob);
    QCOMPARE(answer.headers.value("Cache-Control"), "private, immutable, max-age=31536000");
    QCOMPARE(answer.headers.value("ETag"), QByteArray('"' + blob.toLatin1() + '"'));
}

void TestConformanceBlob::s6_2_downloadOfNothing_isAProblem()
{
    BlobFixture f;
    for (const QString &blob : {u"none"_s, u"b..%2f..%2fakwaba.db"_s, QString(u"b"_s + QString(64, u'0'))}) {
        const http::Answer answer = f.download(blob);
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.headers.value("Content-Type"), "application/problem+json");
    }
    QCOMPARE(f.ask("GET", "/jmap/download/other/" + f.upload("x").toLatin1() + "/a?accept=a/b").status, 404);
}

void TestConformanceBlob::s6_2_aName_isSafeInItsHeader()
{
    BlobFixture f;
    const http::Answer answer = f.download(f.upload("x"), {}, "a%22b%5Cc%25%2F;d'.txt?accept=a/b");
    QCOMPARE(answer.headers.value("Content-Disposition"),
             "attachment; filename=\"a_b_c__;d'.txt\"; filename*=UTF-8''a%22b%5Cc%25%2F%3Bd%27.txt");
}

void TestConformanceBlob::s6_2_aBrowser_runsNothingOfIt()
{
    BlobFixture f;
    const http::Answer answer = f.download(f.upload("<script>"), {}, "a.html?accept=text/html");
    QCOMPARE(answer.headers.value("X-Content-Type-Options"), "nosniff");
    QVERIFY(answer.headers.value("Content-Security-Policy").contains("sandbox"));
    QVERIFY(!answer.headers.value("Content-Security-Policy").contains("allow-"));
    QVERIFY(answer.headers.value("Content-Disposition").startsWith("attachment"));
}

void TestConformanceBlob::s6_3_blobCopy_hasNoOtherAccount()
{
    BlobFixture f;
    QCOMPARE(f.errorOf("Blob/copy", R"("fromAccountId":"other","blobIds":[])"), u"fromAccountNotFound"_s);
    QCOMPARE(f.errorOf("Blob/copy", R"("fromAccountId":"company","blobIds":[])"), u"invalidArguments"_s);
    QCOMPARE(f.errorOf("Blob/get", R"("ids":[])"), u"unknownMethod"_s); // RFC 9404 is not offered
}

void TestConformanceBlob::rfc9110_head_isAGetWithoutBody()
{
    BlobFixture f;
    const QString blob = f.upload("0123456789");
    const http::Answer head = f.download(blob, {{"Range", "bytes=2-3"}}, "a.png?accept=image/png", "HEAD");
    const http::Answer get = f.download(blob);
    QCOMPARE(head.status, 200);
    QVERIFY(head.body.isEmpty());
    for (const char *name : {"Content-Length", "Content-Type", "Content-Disposition", "ETag", "Accept-Ranges"})
        QCOMPARE(head.headers.value(name), get.headers.value(name));
}

void TestConformanceBlob::rfc9110_ranges_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<ByteRange::Kind>("kind");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("length");
    using Kind = ByteRange::Kind;
    const auto row = [](const char *field, Kind kind, qint64 first = 0, qint64 length = 0) {
        QTest::newRow(field) << QByteArray(field) << kind << first << length;
    };
    row("bytes=0-3", Kind::Part, 0, 4);
    row("bytes=2-", Kind::Part, 2, 8);
    row("bytes=9-9", Kind::Part, 9, 1);
    row("bytes=5-99", Kind::Part, 5, 5);
    row("Bytes = 5-99", Kind::Part, 5, 5);
    row("bytes=0-99999999999999999999", Kind::Part, 0, 10);
    row("bytes=-3", Kind::Part, 7, 3);
    row("bytes=-99", Kind::Part, 0, 10);
    row("bytes=10-", Kind::Unsatisfiable);
    row("bytes=99999999999999999999-", Kind::Unsatisfiable);
    row("bytes=-0", Kind::Unsatisfiable);
    row("bytes=3-2", Kind::Whole);
    row("bytes=0-1,4-5", Kind::Whole);
    row("bytes=-", Kind::Whole);
    row("bytes=+1-2", Kind::Whole);
    row("bytes=a-b", Kind::Whole);
    row("lines=0-3", Kind::Whole);
    row("", Kind::Whole);
}

void TestConformanceBlob::rfc9110_ranges()
{
    QFETCH(const QByteArray, field);
    QFETCH(const ByteRange::Kind, kind);
    QFETCH(const qint64, first);
    QFETCH(const qint64, length);
    QCOMPARE(byteRange(field, 10), (ByteRange{kind, first, length}));
    QVERIFY(byteRange(field, 0).kind != ByteRange::Kind::Part);
}

void TestConformanceBlob::rfc9110_aPart_isSentAsSuch()
{
    BlobFixture f;
    const QString blob = f.upload("0123456789");
    const http::Answer part = f.download(blob, {{"Range", "bytes=2-4"}});
    QCOMPARE(part.status, 206);
    QCOMPARE(part.body, "234");
    QCOMPARE(part.headers.value("Content-Range"), "bytes 2-4/10");
    QCOMPARE(part.headers.value("Content-Length"), "3");
    QCOMPARE(f.download(blob, {{"Range", "bytes=-2"}}).body, "89");
}

void TestConformanceBlob::rfc9110_unsatisfiable_tellsTheSize()
{
    BlobFixture f;
    const http::Answer answer = f.download(f.upload("0123456789"), {{"Range", "bytes=10-"}});
    QCOMPARE(answer.status, 416);
    QCOMPARE(answer.headers.value("Content-Range"), "bytes */10");
}

void TestConformanceBlob::rfc9110_ifRange_ofAnotherTagGivesTheWhole()
{
    BlobFixture f;
    const QString blob = f.upload("0123456789");
    const QByteArray tag = '"' + blob.toLatin1() + '"';
    QCOMPARE(f.download(blob, {{"Range", "bytes=0-0"}, {"If-Range", tag}}).status, 206);
    for (const QByteArray &other : QByteArrayList{"\"b0\"", "W/" + tag, "Mon, 23 Nov 2026 09:00:00 GMT"}) {
        const http::Answer answer = f.download(blob, {{"Range", "bytes=0-0"}, {"If-Range", other}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, "0123456789");
    }
}

void TestConformanceBlob::rfc9110_ifNoneMatch_isNotModified()
{
    BlobFixture f;
    const QString blob = f.upload("x");
    const http::Answer answer = f.download(blob, {{"If-None-Match", "\"b0\", \"" + blob.toLatin1() + '"'}});
    QCOMPARE(answer.status, 304);
    QVERIFY(answer.body.isEmpty());
    QCOMPARE(f.download(blob, {{"If-None-Match", "\"b0\""}}).status, 200);
}

void TestConformanceBlob::rfc9110_rangesAreOfTheBytes_whateverTheClientUnpacks()
{
    BlobFixture f;
    const QByteArray text = QByteArray("toner ").repeated(1000);
    const QString blob = f.upload(text, "text/plain");
    const http::Answer answer =
        f.download(blob, {{"Accept-Encoding", "gzip"}, {"Range", "bytes=6-4000"}}, "a.txt?accept=text/plain");
    QCOMPARE(answer.status, 206);
    QVERIFY(!answer.headers.contains("Content-Encoding"));
    QCOMPARE(answer.body, text.mid(6, 3995));
    QVERIFY(!f.download(blob, {{"Accept-Encoding", "gzip"}}, "a.txt?accept=text/plain")
                 .headers.contains("Content-Encoding"));
}

QTEST_GUILESS_MAIN(TestConformanceBlob)
#include "tst_conformanceblob.moc"

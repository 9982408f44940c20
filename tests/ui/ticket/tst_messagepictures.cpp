// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/messagepictures.h"
#include "ui/ticket/picturereading.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <QtEndian>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

QByteArray encoded(int width, int height, const char *format = "PNG")
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

/// A bitmap whose head says that it is large; nothing follows.
QByteArray bomb(quint32 width, quint32 height)
{
    QByteArray bitmap = encoded(1, 1, "BMP");
    qToLittleEndian(width, bitmap.data() + 18);
    qToLittleEndian(height, bitmap.data() + 22);
    return bitmap;
}

Attachment attachmentOf(const QString &contentId)
{
    Attachment attachment;
    attachment.id.value = u"f-"_s + contentId;
    attachment.contentId = contentId;
    return attachment;
}

/// A server that answers when the test says so.
struct Room {
    QHash<QString, std::shared_ptr<Answer<QByteArray>>> asked;
    MessagePictures pictures{{[this](const Attachment &attachment) { return ask(attachment.contentId); },
                              [this](const MessageId &, const QString &key) { return ask(key); }}};
    QSignalSpy arrived{&pictures, &MessagePictures::arrived};
    Message message;
    QList<Attachment> attachments{attachmentOf(u"logo@t.ci"_s), attachmentOf(u"a b"_s)};

    Room() { message.id.value = u"m-1"_s; }
    QFuture<Result<QByteArray>> ask(const QString &what)
    {
        asked.insert(what, std::make_shared<Answer<QByteArray>>());
        return asked.value(what)->future();
    }
    void want(const QStringList &names) { pictures.want(message, attachments, names); }
    [[nodiscard]] QImage picture(const QString &name) const { return pictures.picture(message.id, name); }
};

} // namespace

class TestMessagePictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatCameWithTheMail_isFetchedOnce_whenItIsWanted()
    {
        Room room;
        room.want({u"cid:logo@t.ci"_s, u"cid:none"_s});
        QCOMPARE(room.asked.keys(), QStringList{u"logo@t.ci"_s});
        room.asked.take(u"logo@t.ci"_s)->give(encoded(40, 30));
        QTRY_COMPARE(room.arrived.size(), 1);
        QCOMPARE(room.picture(u"cid:logo@t.ci"_s).size(), QSize(40, 30));
        room.want({u"cid:logo@t.ci"_s});
        QVERIFY(room.asked.isEmpty());
    }

    void aContentId_mayBePercentEncodedInTheAddress()
    {
        Room room;
        room.want({u"cid:a%20b"_s});
        QCOMPARE(room.asked.keys(), QStringList{u"a b"_s});
    }

    void remotePictures_areFetchedOnlyOnceTheAgentAsks()
    {
        Room room;
        room.want({u"remote:00ff"_s});
        QVERIFY(room.asked.isEmpty());
        room.pictures.showRemote(room.message.id);
        QCOMPARE(room.arrived.size(), 1); // laid out again, it wants them
        room.want({u"remote:00ff"_s});
        QCOMPARE(room.asked.keys(), QStringList{u"00ff"_s});
        Message other;
        other.id.value = u"m-2"_s;
        room.pictures.want(other, {}, {u"remote:11ee"_s});
        QCOMPARE(room.asked.size(), 1);
    }

    void onlyAFew_areFetchedAtOnce()
    {
        Room room;
        QStringList names;
        for (int i = 0; i < 6; ++i) {
            room.attachments.append(attachmentOf(u"p%1"_s.arg(i)));
            names.append(u"cid:p%1"_s.arg(i));
        }
        room.want(names);
        QCOMPARE(room.asked.size(), 4);
        room.asked.value(u"p0"_s)->give(fail(Code::NotFound));
        QTRY_COMPARE(room.asked.size(), 5);
    }

    void whatCannotBeHad_isTold_andTriedAgainWhenTheAgentAsks()
    {
        Room room;
        const QStringList names{u"cid:logo@t.ci"_s, u"cid:a b"_s};
        room.want(names);
        room.asked.take(u"logo@t.ci"_s)->give(QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>"));
        room.asked.take(u"a b"_s)->give(fail(Code::Offline));
        QTRY_COMPARE(room.arrived.size(), 2);
        QCOMPARE(room.pictures.missing(room.message.id, names), 2);
        QVERIFY(room.picture(u"cid:logo@t.ci"_s).isNull());
        room.want(names);
        QVERIFY(room.asked.isEmpty());
        room.pictures.showRemote(room.message.id);
        QCOMPARE(room.pictures.missing(room.message.id, names), 0);
        room.want(names);
        room.asked.take(u"a b"_s)->give(encoded(10, 10));
        QTRY_VERIFY(!room.picture(u"cid:a b"_s).isNull());
    }

    void anotherTicket_forgetsAll_andWhatStillComesIsNobodys()
    {
        Room room;
        room.want({u"cid:logo@t.ci"_s});
        room.pictures.showRemote(room.message.id);
        room.pictures.forget();
        QVERIFY(!room.pictures.isRemoteShown(room.message.id));
        const auto late = room.asked.take(u"logo@t.ci"_s);
        room.want({u"cid:a b"_s});
        late->give(encoded(10, 10));
        room.asked.take(u"a b"_s)->give(encoded(10, 10));
        QTRY_COMPARE(room.arrived.size(), 2);
        QVERIFY(room.picture(u"cid:logo@t.ci"_s).isNull());
        QVERIFY(!room.picture(u"cid:a b"_s).isNull());
    }

    void pictures_areReadByWhatTheyAre_andMadeFit()
    {
        QCOMPARE(readPicture(encoded(100, 50, "JPEG"), 1440).value().size(), QSize(100, 50));
        QCOMPARE(readPicture(encoded(3000, 1500), 1440).value().size(), QSize(1440, 720));
        QCOMPARE(readPicture(encoded(5000, 1), 1440).value().size(), QSize(1440, 1));
    }

    void whatWouldTakeAllMemory_isNotDecoded()
    {
        QCOMPARE(readPicture(bomb(5001, 5000), 1440).error().code, Code::Unsupported);
        QCOMPARE(readPicture(bomb(16'000, 16'000), 1440).error().code, Code::Unsupported);
        QCOMPARE(readPicture(bomb(0, 5000), 1440).error().code, Code::Corrupt);
    }

    void whatIsNoPicture_isNotRead_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("SVG") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
        QTest::newRow("XPM") << QByteArray("/* XPM */\nstatic char *a[] = {\"1 1 1 1\",\"a c #000\",\"a\"};");
        QTest::newRow("PPM") << QByteArray("P3 1 1 255 0 0 0");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a PNG") << encoded(100, 100).first(20);
    }
    void whatIsNoPicture_isNotRead()
    {
        QFETCH(QByteArray, content);
        QVERIFY(!readPicture(content, 1440));
    }
};

QTEST_MAIN(TestMessagePictures)
#include "tst_messagepictures.moc"

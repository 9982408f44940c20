// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "ui/shell/attachmentsaver.h"
#include "ui/widgets/toast.h"

#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

Attachment attachmentOf(const QString &id, const QString &name)
{
    Attachment attachment;
    attachment.id.value = id;
    attachment.name = name;
    return attachment;
}

/// A server that answers when the test says so, and an agent who chooses what the test says.
struct Room {
    QTemporaryDir folder;
    QString choice; // empty: he thinks better of it
    QStringList suggested;
    QStringList opened;
    QHash<QString, std::shared_ptr<Answer<QByteArray>>> asked;
    int downloads = 0;
    QWidget window;
    Toast toast{&window};
    AttachmentSaver saver;
    QSignalSpy failed{&saver, &AttachmentSaver::failed};

    Room()
        : saver({[this](const Attachment &attachment) {
                     ++downloads;
                     const auto answer = std::make_shared<Answer<QByteArray>>();
                     asked.insert(attachment.id.value, answer);
                     return answer->future();
                 },
                 [this](const QString &name, const std::function<void(const QString &)> &chosen) {
                     suggested.append(name);
                     if (!choice.isEmpty()) chosen(choice);
                 },
                 [this](const QString &path) { opened.append(path); },
                 [this](const MessageId &message) {
                     const auto answer = std::make_shared<Answer<QByteArray>>();
                     asked.insert(message.value, answer);
                     return answer->future();
                 }},
                toast)
    {
        choice = folder.filePath(u"facture.pdf"_s);
        window.resize(600, 200);
        window.show();
    }
    void answer(const QString &id, const Result<QByteArray> &content) { asked.take(id)->give(content); }
    [[nodiscard]] QByteArray file(const QString &name) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QStringList files() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }
};

} // namespace

class TestAttachmentSaver : public QObject {
    Q_OBJECT

public:
    explicit TestAttachmentSaver(Theme &) { }

private Q_SLOTS:
    void theOriginalOfAMail_isSavedUnderItsSubject()
    {
        Room room;
        Message message;
        message.id.value = u"m1"_s;
        message.subject = u"Facture: n° 12/2026 "_s;
        room.saver.saveOriginal(message);
        room.answer(u"m1"_s, QByteArray("From: zoe"));
        QTRY_COMPARE(room.file(u"facture.pdf"_s), QByteArray("From: zoe"));
        QCOMPARE(room.suggested.size(), 1);
        QVERIFY2(room.suggested.first().startsWith(u"Facture") && room.suggested.first().endsWith(u"2026.eml"),
                 qPrintable(room.suggested.first()));
        QVERIFY(!room.suggested.first().contains(u'/'));
        message.subject.clear();
        room.saver.saveOriginal(message);
        room.answer(u"m1"_s, QByteArray("From: zoe"));
        QTRY_COMPARE(room.suggested.size(), 2);
        QCOMPARE(room.suggested.last(), u"message.eml"_s);
    }

    void whatArrived_isWrittenWhereTheAgentSays_andNothingIsOpened()
    {
        Room room;
        room.saver.save(attachmentOf(u"f1"_s, u"Facture.pdf"_s));
        room.answer(u"f1"_s, QByteArray("%PDF"));
        QTRY_COMPARE(room.file(u"facture.pdf"_s), QByteArray("%PDF"));
        QCOMPARE(room.files(), QStringList{u"facture.pdf"_s}); // nothing half-written beside it
        QCOMPARE(room.toast.accessibleName(), u"Saved: facture.pdf"_s);
        QVERIFY(room.toast.isVisible());
        QVERIFY(room.opened.isEmpty());
        QCOMPARE(room.toast.button()->text(), u"Open folder"_s);
        QTest::mouseClick(room.toast.button(), Qt::LeftButton);
        QCOMPARE(room.opened, QStringList{room.folder.path()});
    }

    void theSuggestedName_isOneThatCanDoNoHarm()
    {
        Room room;
        room.choice.clear();
        room.saver.save(attachmentOf(u"f1"_s, u"../../.bashrc\n"_s));
        room.answer(u"f1"_s, QByteArray("x"));
        QTRY_COMPARE(room.suggested, QStringList{u"_.._.bashrc"_s});
        room.saver.save(attachmentOf(u"f2"_s, {}));
        room.answer(u"f2"_s, QByteArray("x"));
        QTRY_COMPARE(room.suggested.size(), 2);
        QCOMPARE(room.suggested.last(), u"attachment"_s);
        QVERIFY(room.files().isEmpty()); // he chose no place
        QVERIFY(!room.toast.isVisible());
    }

    void aLongWait_isTold_andWhatCameAtOnce_isNot()
    {
        Room room;
        room.saver.save(attachmentOf(u"f1"_s, u"Facture.pdf"_s));
        QVERIFY(!room.toast.isVisible());
        QTRY_VERIFY(room.toast.isVisible());
        QCOMPARE(room.toast.accessibleName(), u"Downloading Facture.pdf…"_s);
        room.saver.save(attachmentOf(u"f2"_s, u"Photo.jpg"_s));
        QCOMPARE(room.toast.accessibleName(), u"Downloading 2 file(s)…"_s);
        room.choice.clear();
        room.answer(u"f1"_s, QByteArray("x"));
        QTRY_COMPARE(room.toast.accessibleName(), u"Downloading Photo.jpg…"_s);
        room.answer(u"f2"_s, fail(Code::Unreachable));
        QTRY_VERIFY(!room.toast.isVisible());
    }

    void oneThatIsOnItsWay_isNotAskedForAgain()
    {
        Room room;
        room.saver.save(attachmentOf(u"f1"_s, u"Facture.pdf"_s));
        room.saver.save(attachmentOf(u"f1"_s, u"Facture.pdf"_s));
        QCOMPARE(room.downloads, 1);
        room.answer(u"f1"_s, fail(Code::Unreachable));
        QTRY_COMPARE(room.failed.size(), 1);
        room.saver.save(attachmentOf(u"f1"_s, u"Facture.pdf"_s));
        QCOMPARE(room.downloads, 2);
    }

    void aFailure_saysWhy_andSavesNothing_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("by choice") << int(Code::Offline) << u"needs the network"_s;
        QTest::newRow("no server") << int(Code::Unreachable) << u"needs the network"_s;
        QTest::newRow("gone") << int(Code::NotFound) << u"no longer on the server"_s;
        QTest::newRow("other content") << int(Code::Corrupt) << u"arrived damaged"_s;
        QTest::newRow("too long") << int(Code::Protocol) << u"something else"_s;
        QTest::newRow("too large") << int(Code::Unsupported) << u"too large"_s;
        QTest::newRow("logged out") << int(Code::Unauthenticated) << u"Log in again"_s;
    }
    void aFailure_saysWhy_andSavesNothing()
    {
        QFETCH(int, code);
        QFETCH(QString, words);
        Room room;
        room.saver.save(attachmentOf(u"f1"_s, u"Facture.pdf"_s));
        room.answer(u"f1"_s, fail(static_cast<Code>(code)));
        QTRY_COMPARE(room.failed.size(), 1);
        const QString said = room.failed.at(0).at(0).toString();
        QVERIFY2(said.contains(words), qPrintable(said));
        QVERIFY(room.suggested.isEmpty());
        QVERIFY(room.files().isEmpty());
    }

    void aPlaceThatCannotBeWritten_isSaid()
    {
        Room room;
        room.choice = room.folder.filePath(u"nowhere/facture.pdf"_s);
        room.saver.save(attachmentOf(u"f1"_s, u"Facture.pdf"_s));
        room.answer(u"f1"_s, QByteArray("x"));
        QTRY_COMPARE(room.failed.size(), 1);
        QVERIFY(!room.toast.isVisible());
    }
};

AKWABA_PICTURES_MAIN(TestAttachmentSaver)
#include "tst_attachmentsaver.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/imapnames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba::mail;

class TestImapNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void folders_areWrittenAsImapDoes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("plain") << u"INBOX"_s << QByteArray("\"INBOX\"");
        QTest::newRow("accent") << u"Envoyés"_s << QByteArray("\"Envoy&AOk-s\"");
        QTest::newRow("accent at the end") << u"Été"_s << QByteArray("\"&AMk-t&AOk-\"");
        QTest::newRow("ampersand") << u"A & B"_s << QByteArray("\"A &- B\"");
        QTest::newRow("quote") << u"a\"b\\c"_s << QByteArray("\"a\\\"b\\\\c\"");
        // RFC 3501, 5.1.3
        QTest::newRow("mixed") << u"~peter/mail/台北/日本語"_s << QByteArray("\"~peter/mail/&U,BTFw-/&ZeVnLIqe-\"");
        QTest::newRow("beyond 16 bits") << u"\U0001F4E7"_s << QByteArray("\"&2D3c5w-\"");
        QTest::newRow("a line break is no command") << u"a\r\nb"_s << QByteArray("\"a&AA0ACg-b\"");
    }
    void folders_areWrittenAsImapDoes()
    {
        QFETCH(QString, name);
        QTEST(imapFolder(name), "written");
    }

    void numbers_areGathered_data()
    {
        QTest::addColumn<QList<quint32>>("numbers");
        QTest::addColumn<QByteArray>("set");
        QTest::newRow("none") << QList<quint32>() << QByteArray();
        QTest::newRow("one") << QList<quint32>{7} << QByteArray("7");
        QTest::newRow("run") << QList<quint32>{7, 8, 9} << QByteArray("7:9");
        QTest::newRow("gaps") << QList<quint32>{1, 2, 4, 6, 7} << QByteArray("1:2,4,6:7");
    }
    void numbers_areGathered()
    {
        QFETCH(QList<quint32>, numbers);
        QTEST(imapSet(numbers), "set");
    }

    void folderOfSentMail_isFoundByItsMark()
    {
        const QList<ImapResponse> listed{{R"(* LIST (\HasNoChildren) "." INBOX)", {}},
                                         {R"(* LIST (\HasNoChildren \Sent) "." "Envoy&AOk-s")", {}}};
        QCOMPARE(folderWith("\\Sent", listed), std::optional<QByteArray>("\"Envoy&AOk-s\""));
        QCOMPARE(folderWith("\\Junk", listed), std::nullopt);
        QCOMPARE(folderWith("\\Sent", {{R"(* LIST (\sent) NIL Sent)", {}}}), std::optional<QByteArray>("\"Sent\""));
        QCOMPARE(folderWith("\\Sent", {{R"(* LIST (\Sent) "/" {4})", {"Se\"t"}}}),
                 std::optional<QByteArray>("\"Se\\\"t\""));
        QCOMPARE(folderWith("\\Sent", {{R"(* LIST (\Sent)", {}}}), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestImapNames)
#include "tst_imapnames.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/redaction.h"
#include "app/server/channels/email/maskmail.h"
#include "app/server/channels/email/parsemail.h"
#include "app/server/channels/email/pdftext.h"
#include "tests/outside/data.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;

// Card numbers and look-alikes that nobody here chose; see data.h.
class TestCards : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void otherPeoplesCardNumbers_areMasked_andTheirLookAlikesKept()
    {
        const QString path = outside::dataFolder(u"pan.json"_s);
        if (path.isEmpty()) QSKIP("shared/data/pan.json is not here");
        const QJsonArray cases = outside::casesIn(path);
        QVERIFY(!cases.isEmpty());
        for (const QJsonValue &one : cases) {
            const QString text = one[u"text"].toString();
            for (const bool isHtml : {false, true}) {
                const QJsonObject answer = ctl::redaction(text, isHtml);
                const QString masked = answer[u"text"].toString();
                QCOMPARE(answer[u"found"].toArray().size(), one[u"redact"].toArray().size());
                for (const QJsonValue &card : one[u"redact"].toArray())
                    QVERIFY2(!masked.contains(card.toString()), qPrintable(masked));
                for (const QJsonValue &kept : one[u"keep"].toArray())
                    QVERIFY2(masked.contains(kept.toString()), qPrintable(masked));
            }
        }
    }

    void otherPeoplesMails_keepTheirIds_whateverTheyLookLike()
    {
        int mails = 0;
        int lookAlikes = 0;
        int altered = 0;
        for (const QString &name : {u"mail"_s, u"mail_zammad"_s}) {
            const QString folder = outside::dataFolder(name);
            if (folder.isEmpty()) QSKIP("shared/data/mail is not here");
            for (const QString &file : QDir(folder).entryList({u"*.eml"_s}, QDir::Files)) {
                const QByteArray raw = outside::contentOf(folder + u'/' + file);
                const auto before = mail::parseMail(raw);
                const auto masked = mail::maskMail(raw, mail::textOfPdf);
                QVERIFY(before && masked);
                const auto after = mail::parseMail(masked->raw);
                QVERIFY(after);
                QCOMPARE(after->messageId, before->messageId);
                QCOMPARE(after->inReplyTo, before->inReplyTo);
                QCOMPARE(after->references, before->references);
                QCOMPARE(after->bouncedMessageId, before->bouncedMessageId);
                QCOMPARE(after->mailClass, before->mailClass);
                const QString ids = (QStringList{before->messageId, before->inReplyTo} + before->references).join(u' ');
                ++mails;
                altered += masked->isAltered ? 1 : 0;
                lookAlikes += hasCheckedRun(ids) ? 1 : 0;
            }
        }
        qInfo("%d mails, in the ids of %d a run of digits whose check digit is right, %d with a card masked", mails,
              lookAlikes, altered);
        QVERIFY(lookAlikes > 0);
    }

private:
    /// Whether a run of 13 to 19 digits ends with the check digit of a card, whoever would have issued it.
    static bool hasCheckedRun(const QString &ids)
    {
        static const QRegularExpression run(u"(?<!\\d)\\d{13,19}(?!\\d)"_s);
        auto runs = run.globalMatch(ids);
        while (runs.hasNext()) {
            const QString digits = runs.next().captured();
            int sum = 0;
            for (qsizetype i = 0; i < digits.size(); ++i) {
                const int value = digits[digits.size() - 1 - i].digitValue() * (i % 2 == 0 ? 1 : 2);
                sum += value > 9 ? value - 9 : value;
            }
            if (sum % 10 == 0) return true;
        }
        return false;
    }
};

QTEST_GUILESS_MAIN(TestCards)
#include "tst_cards.moc"

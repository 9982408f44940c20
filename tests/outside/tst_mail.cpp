// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/parsemail.h"
#include "core/text/quote.h"
#include "tests/outside/datafolder.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;
using namespace akwaba::mail;

namespace {

QJsonArray casesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QJsonDocument::fromJson(file.readAll()).object()[u"cases"].toArray();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString className(MailClass mailClass)
{
    switch (mailClass) {
    case MailClass::AutoReply: return u"autoreply"_s;
    case MailClass::Bounce: return u"bounce"_s;
    case MailClass::Feedback: return u"feedback"_s;
    case MailClass::Normal: break;
    }
    return u"normal"_s;
}

QString trimmedText(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        while (!line.isEmpty() && line.back().isSpace())
            line.chop(1);
    }
    while (!lines.isEmpty() && lines.first().isEmpty())
        lines.removeFirst();
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines.join(u'\n');
}

QJsonArray addressesOf(const QList<EmailAddress> &addresses)
{
    QJsonArray array;
    for (const EmailAddress &address : addresses)
        array.append(address.address);
    return array;
}

QJsonValue idValue(const QString &id) { return id.isEmpty() ? QJsonValue() : QJsonValue(u'<' + id + u'>'); }

QJsonValue found(const IncomingMail &mail, const QString &field)
{
    if (field == u"subject") return mail.subject;
    if (field == u"messageId") return idValue(mail.messageId);
    if (field == u"inReplyTo") return idValue(mail.inReplyTo);
    if (field == u"from") return addressesOf(mail.from);
    if (field == u"fromName") return mail.from.isEmpty() ? QString() : mail.from.first().name;
    if (field == u"to") return addressesOf(mail.to);
    if (field == u"cc") return addressesOf(mail.cc);
    if (field == u"date") return mail.date.isValid() ? QJsonValue(mail.date.toString(Qt::ISODate)) : QJsonValue();
    if (field == u"text") return trimmedText(mail.text);
    if (field == u"class") return className(mail.mailClass);
    QJsonArray array;
    if (field == u"dsn") {
        for (const DeliveryStatus &status : mail.deliveryStatus)
            array.append(QJsonObject{
                {u"recipient"_s, status.recipient}, {u"action"_s, status.action}, {u"status"_s, status.status}});
    } else if (field == u"attachments") {
        for (const MailAttachment &attachment : mail.attachments) {
            const QByteArray hash = QCryptographicHash::hash(attachment.content, QCryptographicHash::Sha256).toHex();
            array.append(QJsonObject{{u"filename"_s, attachment.name.isEmpty() ? QJsonValue() : attachment.name},
                                     {u"type"_s, attachment.type},
                                     {u"sha256"_s, QString::fromLatin1(hash)}});
        }
    }
    return array;
}

struct Score {
    int right = 0;
    int all = 0;
    void add(bool ok)
    {
        ++all;
        right += ok ? 1 : 0;
    }
    [[nodiscard]] double share() const { return all == 0 ? 1.0 : double(right) / all; }
};

} // namespace

// Mails and replies that nobody here wrote. The data is not part of the
// repository: where it is absent these tests are skipped, and say so.
class TestMail : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void otherPeoplesMails_areReadAsTheirProgramsDo()
    {
        const QString folder = dataFolder(u"mail"_s);
        if (folder.isEmpty()) QSKIP("shared/data/mail is not here");
        QMap<QString, Score> scores;
        Score fields;
        int robotsInvented = 0;
        qint64 slowest = 0;
        const QJsonArray cases = casesIn(folder + u"/expected.json");
        QVERIFY(!cases.isEmpty());
        for (const QJsonValue &one : cases) {
            QElapsedTimer timer;
            timer.start();
            const auto mail = parseMail(contentOf(folder + u'/' + one[u"file"].toString()));
            slowest = std::max(slowest, timer.elapsed());
            const QJsonObject expected = one[u"expect"].toObject();
            for (auto field = expected.begin(); field != expected.end(); ++field) {
                const bool ok = mail && found(*mail, field.key()) == field.value();
                scores[field.key()].add(ok);
                if (field.key() != u"class") fields.add(ok);
                if (!ok && qEnvironmentVariableIsSet("AKWABA_SHOW_MISSES"))
                    qInfo().noquote() << one[u"file"].toString() << field.key() << field.value()
                                      << (mail ? found(*mail, field.key()) : QJsonValue());
            }
            const QString kind = one[u"kind"].toString();
            const bool isOrdinary =
                expected[u"class"].toString(u"normal"_s) == u"normal" && (kind == u"mime" || kind == u"notbounce");
            if (isOrdinary && mail && mail->mailClass != MailClass::Normal) {
                ++robotsInvented;
                qInfo().noquote() << one[u"file"].toString() << "called" << className(mail->mailClass);
            }
        }
        for (auto score = scores.begin(); score != scores.end(); ++score)
            qInfo("%-12s %5.1f %% of %d", qPrintable(score.key()), 100 * score->share(), score->all);
        qInfo("fields %.1f %%, class %.1f %%, ordinary mails called robots %d, slowest %lld ms", 100 * fields.share(),
              100 * scores[u"class"_s].share(), robotsInvented, slowest);
        QVERIFY(fields.share() >= reachedFields);
        QVERIFY(scores[u"class"_s].share() >= reachedClass);
        QVERIFY(slowest < 10'000);
    }

    void otherPeoplesReplies_areCutAsTheirProgramsDo()
    {
        const QString path = dataFolder(u"replies.json"_s);
        if (path.isEmpty()) QSKIP("shared/data/replies.json is not here");
        Score score;
        const QJsonArray cases = casesIn(path);
        QVERIFY(!cases.isEmpty());
        for (const QJsonValue &one : cases) {
            const QString visible = replyParts(one[u"input"].toString()).visible.trimmed();
            const bool ok = one[u"visible"].isString() ? visible == one[u"visible"].toString().trimmed()
                                                       : visible.startsWith(one[u"firstFragment"].toString().trimmed());
            score.add(ok);
            if (!ok && qEnvironmentVariableIsSet("AKWABA_SHOW_MISSES"))
                qInfo().noquote() << "-----" << one[u"source"].toString() << "\n" << visible;
        }
        qInfo("replies %.1f %% of %d", 100 * score.share(), score.all);
        QVERIFY(score.share() >= reachedReplies);
    }

private:
    // What was reached and may not be lost again; the goals stand in the issue "Mail that holds".
    static constexpr double reachedFields = 0.99;
    static constexpr double reachedClass = 0.97;
    static constexpr double reachedReplies = 0.90;
};

QTEST_GUILESS_MAIN(TestMail)
#include "tst_mail.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands/commands.h"

#include "app/server/channels/email/htmlrewrite.h"
#include "app/server/channels/email/parsemail.h"
#include "core/text/quote.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace Qt::StringLiterals;

// parse-mail and strip-reply: the mail parts of the server, testable from outside. JSON on stdout and nothing else.

namespace akwaba::commands {

namespace {

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject errorObject(const Error &error)
{
    return {{u"error"_s, QJsonObject{{u"type"_s, codeName(error.code)}, {u"message"_s, error.detail}}}};
}

QString className(mail::MailClass mailClass)
{
    switch (mailClass) {
    case mail::MailClass::Normal: return u"normal"_s;
    case mail::MailClass::AutoReply: return u"autoreply"_s;
    case mail::MailClass::Bounce: return u"bounce"_s;
    case mail::MailClass::Feedback: return u"feedback"_s;
    }
    return {};
}

QJsonArray addresses(const QList<EmailAddress> &values)
{
    QJsonArray array;
    for (const EmailAddress &value : values)
        array.append(value.address);
    return array;
}

QJsonObject mailObject(const mail::IncomingMail &mail)
{
    QJsonArray attachments;
    for (const mail::MailAttachment &file : mail.attachments) {
        const QByteArray hash = QCryptographicHash::hash(file.content, QCryptographicHash::Sha256);
        attachments.append(QJsonObject{{u"filename"_s, file.name},
                                       {u"type"_s, file.type},
                                       {u"size"_s, file.content.size()},
                                       {u"sha256"_s, QString::fromLatin1(hash.toHex())}});
    }
    QJsonArray dsn;
    for (const mail::DeliveryStatus &status : mail.deliveryStatus) {
        dsn.append(QJsonObject{
            {u"recipient"_s, status.recipient}, {u"action"_s, status.action}, {u"status"_s, status.status}});
    }
    return {{u"subject"_s, mail.subject},
            {u"messageId"_s, mail.messageId},
            {u"inReplyTo"_s, mail.inReplyTo},
            {u"references"_s, QJsonArray::fromStringList(mail.references)},
            {u"from"_s, addresses(mail.from)},
            {u"fromName"_s, mail.from.value(0).name},
            {u"to"_s, addresses(mail.to)},
            {u"cc"_s, addresses(mail.cc)},
            {u"date"_s, utcDate(mail.date)},
            {u"text"_s, mail.text},
            {u"html"_s, mail.html},
            {u"attachments"_s, attachments},
            {u"class"_s, className(mail.mailClass)},
            {u"dsn"_s, dsn},
            {u"autoReplyAllowed"_s, mail.autoReplyAllowed},
            {u"warnings"_s, QJsonArray::fromStringList(mail.warnings)}};
}

Result<QJsonObject> parsed(const QByteArray &raw) { return mail::parseMail(raw).map(mailObject); }

Result<QJsonObject> parsedFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail(Code::NotFound, u"can't read the file"_s);
    return parsed(file.readAll());
}

QJsonObject stripped(const QString &body, bool isHtml)
{
    const ReplyParts parts = replyParts(isHtml ? mail::rewriteHtml(body).text : body);
    return {{u"visible"_s, parts.visible}, {u"quoted"_s, parts.quoted}, {u"signature"_s, parts.signature}};
}

Result<QJsonObject> strippedCase(const QString &line, bool isHtml)
{
    const QJsonDocument document = QJsonDocument::fromJson(line.toUtf8());
    const QJsonValue input = document.object().value(u"input"_s);
    if (!input.isString()) return fail(Code::BadInput, u"no member input"_s);
    return stripped(input.toString(), isHtml);
}

/// One answer a line, in the order of the lines.
template <class F> int batch(F answer)
{
    QTextStream input(stdin);
    input.setEncoding(QStringConverter::Utf8);
    QString line;
    while (input.readLineInto(&line)) {
        const Result<QJsonObject> result = answer(line);
        say(compact(result ? *result : errorObject(result.error())));
    }
    return Ok;
}

int single(const Result<QJsonObject> &result)
{
    say(compact(result ? *result : errorObject(result.error())));
    return result ? Ok : Failed;
}

} // namespace

int parseMail(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Says as JSON what a mail from standard input holds."_s);
    parser.addOption({u"batch"_s, u"Standard input holds file names, one a line."_s});
    int exit = Ok;
    if (!parse(parser, arguments, exit)) return exit;
    return parser.isSet(u"batch"_s) ? batch(parsedFile) : single(standardInput().and_then(parsed));
}

int stripReply(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Says as JSON what was newly written in a body from standard input."_s);
    parser.addOptions({{u"html"_s, u"The body is HTML."_s},
                       {u"batch"_s, u"Standard input holds objects {\"input\": body}, one a line."_s}});
    int exit = Ok;
    if (!parse(parser, arguments, exit)) return exit;
    const bool isHtml = parser.isSet(u"html"_s);
    if (parser.isSet(u"batch"_s)) return batch([isHtml](const QString &line) { return strippedCase(line, isHtml); });
    return single(
        standardInput().map([isHtml](const QByteArray &body) { return stripped(QString::fromUtf8(body), isHtml); }));
}

} // namespace akwaba::commands

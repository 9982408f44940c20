// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/htmlrewrite.h"
#include "core/text/quote.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace akwaba;

namespace {

struct ReplyCase {
    QString name;
    bool isHtml = false;
    QString input;
    QString visible;
    QString quote; // a line of it
    QString signature;
};

ReplyCase replyCase(const QJsonValue &value, qsizetype number)
{
    return {u"%1 %2"_s.arg(value[u"program"].toString()).arg(number),
            value[u"format"].toString() == u"html",
            value[u"input"].toString(),
            value[u"visible"].toString(),
            value[u"quote"].toString(),
            value[u"signature"].toString()};
}

QList<ReplyCase> replyCases()
{
    const QDir folder(qEnvironmentVariable("AKWABA_SOURCE_DIR") + u"/tests/server/channels/replies"_s);
    QList<ReplyCase> cases;
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) continue;
        const QJsonArray values = QJsonDocument::fromJson(file.readAll()).object()[u"cases"].toArray();
        for (qsizetype i = 0; i < values.size(); ++i)
            cases.append(replyCase(values[i], i));
    }
    return cases;
}

// Where blank lines stand, how wide a space is, and with how many dashes a
// signature begins is of no account to a reader.
QStringList asRead(const QString &text)
{
    QStringList read;
    for (const QString &line : text.split(u'\n')) {
        const QString words = QString(line).remove(QChar(QChar::ByteOrderMark)).simplified();
        if (!words.isEmpty()) read.append(words);
    }
    return read;
}

bool isDashes(const QString &line)
{
    return std::all_of(line.begin(), line.end(), [](QChar c) { return c == u'-'; });
}

QStringList signatureAsRead(const QString &text)
{
    QStringList read = asRead(text);
    read.removeIf(isDashes);
    return read;
}

ReplyParts partsOf(const ReplyCase &one)
{
    return replyParts(one.isHtml ? mail::rewriteHtml(one.input).text : one.input);
}

struct Share {
    int right = 0;
    int all = 0;

    void add(bool ok)
    {
        ++all;
        right += ok ? 1 : 0;
    }
    [[nodiscard]] double value() const { return all == 0 ? 0 : double(right) / all; }
};

} // namespace

class TestReplies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replies_areCutAsAnAgentWantsToSeeThem()
    {
        Share visible;
        Share signatures;
        for (const ReplyCase &one : replyCases()) {
            const ReplyParts parts = partsOf(one);
            visible.add(asRead(parts.visible) == asRead(one.visible));
            if (asRead(parts.visible) != asRead(one.visible))
                qInfo().noquote() << "-----" << one.name << "\n" << parts.visible;
            if (!one.signature.isEmpty())
                signatures.add(signatureAsRead(parts.signature) == signatureAsRead(one.signature));
        }
        qInfo("visible part %.1f %% of %d, signature %.1f %% of %d", 100 * visible.value(), visible.all,
              100 * signatures.value(), signatures.all);
        QVERIFY(visible.all >= fewestCases);
        QVERIFY(visible.value() >= reach);
        QVERIFY(signatures.value() >= reach);
    }

    void quotes_areFoldedAndNeverLost()
    {
        for (const ReplyCase &one : replyCases()) {
            if (one.quote.isEmpty()) continue;
            const ReplyParts parts = partsOf(one);
            QVERIFY2(parts.quoted.contains(one.quote), qPrintable(one.name));
            QVERIFY2(!parts.visible.contains(one.quote), qPrintable(one.name));
        }
    }

    void visiblePart_isNeverEmpty()
    {
        for (const ReplyCase &one : replyCases())
            QVERIFY2(!partsOf(one).visible.trimmed().isEmpty(), qPrintable(one.name));
    }

private:
    static constexpr int fewestCases = 120;
    static constexpr double reach = 0.95;
};

QTEST_GUILESS_MAIN(TestReplies)
#include "tst_replies.moc"

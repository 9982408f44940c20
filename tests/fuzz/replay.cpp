// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/promise.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

/// Gives a fuzzer's target every input that its corpus holds, and every one that once broke it. AKWABA_FUZZ_TARGET is
/// the target's name.
class Replay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyInput_keepsThePromises_data();
    void everyInput_keepsThePromises();
    void cutInputs_keepThePromisesToo_data() { everyInput_keepsThePromises_data(); }
    void cutInputs_keepThePromisesToo();
};

void Replay::everyInput_keepsThePromises_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("nothing") << QByteArray();
    for (const QString &folder : {u"corpus"_s, u"found"_s}) {
        const QDir inputs(qEnvironmentVariable("AKWABA_SOURCE_DIR")
                          + u"/tests/fuzz/%1/%2"_s.arg(folder, QStringLiteral(AKWABA_FUZZ_TARGET)));
        const QStringList names = inputs.entryList(QDir::Files, QDir::Name);
        QVERIFY2(folder != u"corpus" || !names.isEmpty(), qPrintable(inputs.path()));
        for (const QString &name : names) {
            QFile file(inputs.filePath(name));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            QTest::addRow("%s/%s", qPrintable(folder), qPrintable(name)) << file.readAll();
        }
    }
}

void Replay::everyInput_keepsThePromises()
{
    QFETCH(const QByteArray, input);
    QCOMPARE(LLVMFuzzerTestOneInput(reinterpret_cast<const quint8 *>(input.constData()), size_t(input.size())), 0);
}

/// What a connection that broke leaves.
void Replay::cutInputs_keepThePromisesToo()
{
    QFETCH(const QByteArray, input);
    const QByteArray half = input.first(input.size() / 2);
    QCOMPARE(LLVMFuzzerTestOneInput(reinterpret_cast<const quint8 *>(half.constData()), size_t(half.size())), 0);
}

QTEST_GUILESS_MAIN(Replay)
#include "replay.moc"

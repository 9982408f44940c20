// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

// The list of icons and what is compiled into the programs are the same.
class IconsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyListedIcon_isInTheResource();
    void theLogoAndTheLicence_areInTheResource();
};

void IconsTest::everyListedIcon_isInTheResource()
{
    QFile list(qEnvironmentVariable("AKWABA_SOURCE_DIR") + u"/resources/icons.txt"_s);
    QVERIFY(list.open(QIODevice::ReadOnly));
    int names = 0;
    const auto lines = list.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.isEmpty() || line.startsWith('#')) continue;
        ++names;
        QFile icon(u":/akwaba/icons/%1.svg"_s.arg(QString::fromLatin1(line.split('\t').first())));
        QVERIFY2(icon.open(QIODevice::ReadOnly), line.constData());
        QVERIFY2(icon.readAll().contains("currentColor"), line.constData());
    }
    QVERIFY(names > 0);
}

void IconsTest::theLogoAndTheLicence_areInTheResource()
{
    QVERIFY(QFile::exists(u":/akwaba/akwaba.svg"_s));
    QVERIFY(QFile::exists(u":/akwaba/icons/LICENSE"_s));
}

QTEST_GUILESS_MAIN(IconsTest)

#include "tst_icons.moc"

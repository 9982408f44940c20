// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include <QSet>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestResult : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasANameOfItsOwn()
    {
        QSet<QString> names;
        for (int i = 0; i <= static_cast<int>(Code::Unsupported); ++i) {
            const QString name = codeName(static_cast<Code>(i));
            QCOMPARE(codeFromName(name), static_cast<Code>(i));
            names.insert(name);
        }
        QCOMPARE(names.size(), static_cast<int>(Code::Unsupported) + 1);
    }

    void aNameFromANewerProgramIsInternal() { QCOMPARE(codeFromName(u"somethingNew"_s), Code::Internal); }
};

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"

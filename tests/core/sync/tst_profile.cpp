// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/profile.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestProfile : public QObject {
    Q_OBJECT

    static ProfileInfo awa(const QString &server = u"https://support.example.ci"_s)
    {
        return {.server = QUrl(server),
                .email = u"awa@example.ci"_s,
                .agent = {u"a1"_s},
                .device = {u"d1"_s},
                .account = u"A"_s,
                .pinnedCertificate = {}};
    }

private Q_SLOTS:
    void oneProfile_isOpenOnce()
    {
        const QTemporaryDir root;
        auto first = Profile::open(root.path(), awa());
        QVERIFY(first);
        const auto second = Profile::open(root.path(), awa());
        QVERIFY(!second);
        QCOMPARE(second.error().code, Code::Locked);
        first->reset();
        QVERIFY(Profile::open(root.path(), awa()));
    }

    void servers_haveFoldersOfTheirOwn()
    {
        const QTemporaryDir root;
        const auto one = Profile::open(root.path(), awa());
        const auto other = Profile::open(root.path(), awa(u"https://other.example.ci"_s));
        QVERIFY(one && other);
        QVERIFY((*one)->folder() != (*other)->folder());
        QVERIFY(!(*one)->folder().contains(u"awa"));
    }

    void whatWasWritten_isFoundAgain_latestFirst()
    {
        const QTemporaryDir root;
        {
            auto one = Profile::open(root.path(), awa());
            QVERIFY(one);
            ProfileInfo pinned = awa();
            pinned.pinnedCertificate = u"AB:CD"_s;
            QVERIFY((*one)->update(pinned));
            auto other = Profile::open(root.path(), awa(u"https://other.example.ci"_s));
            QVERIFY(other);
            QFile file((*one)->folder() + "/profile.json"_L1);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(1), QFileDevice::FileModificationTime));
        }
        const QList<ProfileInfo> found = Profile::list(root.path());
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.constFirst().pinnedCertificate, u"AB:CD"_s);
        QCOMPARE(found.constLast(), awa(u"https://other.example.ci"_s));
    }

    void theFolder_isTheAgentsAlone()
    {
        const QTemporaryDir root;
        const auto profile = Profile::open(root.path(), awa());
        QVERIFY(profile);
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup
            | QFileDevice::WriteOther | QFileDevice::ExeGroup | QFileDevice::ExeOther;
        QCOMPARE(QFileInfo((*profile)->folder()).permissions() & others, QFileDevice::Permissions());
    }
};

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"

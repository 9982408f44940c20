// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/lease.h"
#include "jmapfixture.h"

#include <QTest>

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;

namespace {

struct Office : JmapFixture {
    Office() { (void)logIn(); }
    [[nodiscard]] http::Response renew(const QByteArray &body) { return ask("POST", "/auth/lease", body, token); }
};

} // namespace

/// POST /auth/lease.
class TestLeaseRoute : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aContact_givesTheHalvesAndTheEndOfTheLease()
    {
        Office office;
        const http::Response answer = office.renew(R"({"holds": 0})");
        QCOMPARE(answer.status, 200);
        const auto grant = leaseGrantFromJson(Office::objectIn(answer));
        QVERIFY(grant);
        QCOMPARE(grant->halves.size(), 1);
        QCOMPARE(grant->endsAt, office.clock.now().addDays(7));
        QCOMPARE(leaseGrantFromJson(Office::objectIn(office.renew(R"({"holds": 1})")))->halves, grant->halves);
    }

    void aStranger_getsNone()
    {
        Office office;
        office.token = "Bearer nonsense";
        QCOMPARE(office.renew(R"({"holds": 0})").status, 401);
    }

    void aQuestionThatIsNone_isRefused()
    {
        Office office;
        for (const QByteArray &body :
             {QByteArray("{}"), QByteArray(R"({"holds": -1})"), QByteArray(R"({"holds": "1"})"), QByteArray("nothing")})
            QCOMPARE(office.renew(body).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestLeaseRoute)
#include "tst_leaseroute.moc"

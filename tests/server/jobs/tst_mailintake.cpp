// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/mailintake.h"
#include "tests/server/store/storefixture.h"

#include <QSemaphore>

using namespace akwaba;
using namespace akwaba::jobs;
using namespace Qt::StringLiterals;

namespace {

QByteArray mailWith(const QByteArray &id, const QByteArray &pdf)
{
    return "From: a@b.ci\r\nMessage-ID: <" + id + "@b.ci>\r\nContent-Type: application/pdf\r\n"
        + "Content-Disposition: attachment; filename=a.pdf\r\n\r\n" + pdf;
}

class Door : public store::StoreFixture {
public:
    /// What became of one mail; empty while nobody knows.
    std::shared_ptr<std::optional<Result<void>>> bring(MailIntake &intake, const QByteArray &raw)
    {
        auto told = std::make_shared<std::optional<Result<void>>>();
        onResult(intake.take(raw, {}), &context, [told](const Result<void> &stored) { *told = stored; });
        return told;
    }

    qsizetype messages() { return must(must(store->read()).all<Message>()).size(); }

    ReceiveSettings settings;
    QObject context;
};

} // namespace

class TestMailIntake : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMailThatTakesLongToRead_holdsUpNobody()
    {
        Door door;
        const auto gate = std::make_shared<QSemaphore>();
        MailIntake intake(*door.store, door.settings, [gate](const QByteArray &pdf) -> Result<QString> {
            if (pdf.contains("slow")) gate->acquire();
            return fail(Code::BadInput);
        });
        const auto slow = door.bring(intake, mailWith("1", "%PDF-slow"));
        const auto quick = door.bring(intake, mailWith("2", "%PDF-quick"));
        QTRY_VERIFY(*quick);
        QVERIFY((*quick)->has_value());
        QVERIFY(!*slow);
        QCOMPARE(door.messages(), 1);
        gate->release();
        QTRY_VERIFY(*slow);
        QCOMPARE(door.messages(), 2);
    }

    void whatIsNoMail_isRefusedForGood()
    {
        Door door;
        MailIntake intake(*door.store, door.settings, [](const QByteArray &) -> Result<QString> { return QString(); });
        const auto told = door.bring(intake, QByteArray());
        QTRY_VERIFY(*told);
        QCOMPARE((*told)->error().code, Code::BadInput);
    }

    void whereNobodyCanReadPdfs_theMailIsForLater_andNothingIsStored()
    {
        Door door;
        MailIntake intake(*door.store, door.settings,
                          [](const QByteArray &) -> Result<QString> { return fail(Code::Unsupported); });
        const auto told = door.bring(intake, mailWith("1", "%PDF-1.7"));
        QTRY_VERIFY(*told);
        QVERIFY(!**told && (*told)->error().code != Code::BadInput);
        QCOMPARE(door.messages(), 0);
    }

    void moreThanMayWait_isForLater()
    {
        Door door;
        const auto gate = std::make_shared<QSemaphore>();
        MailIntake intake(
            *door.store, door.settings,
            [gate](const QByteArray &) -> Result<QString> {
                gate->acquire();
                return fail(Code::BadInput);
            },
            5'000);
        QList<std::shared_ptr<std::optional<Result<void>>>> told;
        for (int i = 0; i < 6; ++i)
            told += door.bring(intake, mailWith(QByteArray::number(i), "%PDF-" + QByteArray(1'000, 'x')));
        QTRY_COMPARE(std::count_if(told.begin(), told.end(), [](const auto &one) { return one->has_value(); }), 2);
        QCOMPARE((*told.last())->error().code, Code::Throttled);
        gate->release(10);
        QTRY_VERIFY(std::all_of(told.begin(), told.end(), [](const auto &one) { return one->has_value(); }));
        QCOMPARE(door.messages(), 4);
    }
};

QTEST_GUILESS_MAIN(TestMailIntake)
#include "tst_mailintake.moc"

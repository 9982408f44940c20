// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "tests/ui/ticket/sample.h"
#include "ui/ticket/momentdialog.h"

#include <QDateTimeEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

struct Asked {
    MomentDialog dialog;
    QSignalSpy chosen{&dialog, &MomentDialog::chosen};

    explicit Asked(const QDateTime &standing = {})
        : dialog({u"Promettre une date"_s,
                  u"La cliente aura de nos nouvelles au plus tard à ce moment."_s,
                  u"Promettre"_s,
                  u"Reprendre la promesse"_s,
                  {sample::now.addSecs(3600), sample::now.addDays(1)},
                  standing,
                  sample::now})
    {
        dialog.show();
        (void)QTest::qWaitForWindowExposed(&dialog);
    }

    [[nodiscard]] QPushButton *accept() { return dialog.findChild<QPushButton *>(u"momentAccept"_s); }
    [[nodiscard]] QDateTimeEdit *typed() { return dialog.findChild<QDateTimeEdit *>(u"momentTyped"_s); }
    [[nodiscard]] QDateTime moment() const { return chosen.isEmpty() ? QDateTime() : chosen.at(0).at(0).toDateTime(); }
};

} // namespace

class TestMomentDialog : public QObject {
    Q_OBJECT

public:
    explicit TestMomentDialog(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;

private Q_SLOTS:
    void enter_choosesWhatIsOfferedFirst()
    {
        Asked asked;
        keepPictures(m_theme, asked.dialog, u"moment"_s);
        QTest::keyClick(&asked.dialog, Qt::Key_Return);
        QCOMPARE(asked.moment(), sample::now.addSecs(3600));
        QCOMPARE(asked.chosen.size(), 1);
    }

    void theArrows_chooseAnother()
    {
        Asked asked;
        QTest::keyClick(asked.dialog.focusWidget(), Qt::Key_Down);
        asked.accept()->click();
        QCOMPARE(asked.moment(), sample::now.addDays(1));
    }

    void whatIsTyped_counts()
    {
        Asked asked;
        asked.typed()->setDateTime(sample::now.addDays(9).toLocalTime());
        asked.accept()->click();
        QCOMPARE(asked.moment(), sample::now.addDays(9));
    }

    void aMomentThatIsOver_isNotAccepted()
    {
        Asked asked;
        asked.typed()->setDateTime(sample::now.addSecs(-60).toLocalTime());
        QVERIFY(!asked.accept()->isEnabled());
    }

    void whatStands_isShown_andCanBeTakenBack()
    {
        Asked asked(sample::now.addDays(3));
        QCOMPARE(asked.typed()->dateTime().toUTC(), sample::now.addDays(3));
        asked.dialog.findChild<QPushButton *>(u"momentWithdraw"_s)->click();
        QCOMPARE(asked.chosen.size(), 1);
        QVERIFY(!asked.moment().isValid());
    }

    void whereNothingStands_nothingCanBeTakenBack()
    {
        Asked asked;
        QVERIFY(asked.dialog.findChild<QPushButton *>(u"momentWithdraw"_s) == nullptr);
        QTest::keyClick(&asked.dialog, Qt::Key_Escape);
        QVERIFY(asked.chosen.isEmpty());
    }
};

AKWABA_PICTURES_MAIN(TestMomentDialog)
#include "tst_momentdialog.moc"

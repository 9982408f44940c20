// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/random.h"
#include "tests/ui/pictures.h"
#include "tests/ui/ticket/sample.h"
#include "ui/ticket/newticketdialog.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

struct Desk {
    ManualClock clock{sample::now};
    SeededRandom random{5};
    QString asked;
    NewTicketDialog dialog;

    explicit Desk(NewTicketDialog::Kind kind)
        : dialog(kind, clock, random, [this](const QString &text) {
              asked = text;
              Customer aya;
              aya.id = CustomerId{u"c-aya"_s};
              aya.name = u"Aya Brou"_s;
              aya.phones = {{u"+225 05 00 00 12 12"_s, {}}};
              return QList<Customer>{aya};
          })
    {
        Directories directories = sample::directories();
        directories.agents.first().teams = {TeamId{u"e-n1"_s}};
        dialog.setAuthor(sample::awa, directories);
        dialog.show();
        (void)QTest::qWaitForWindowExposed(&dialog);
    }
    template <class T> [[nodiscard]] T *part(const QString &name) const { return dialog.findChild<T *>(name); }
    void fill(const QString &customer)
    {
        QTest::keyClicks(part<QLineEdit>(u"newTicketCustomer"_s), customer);
        QTest::keyClicks(part<QLineEdit>(u"newTicketSubject"_s), u"Imprimante en panne"_s);
        QTest::keyClicks(part<QPlainTextEdit>(u"newTicketText"_s), u"Elle clignote"_s);
    }
};

} // namespace

class TestNewTicketDialog : public QObject {
    Q_OBJECT

public:
    explicit TestNewTicketDialog(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;

private Q_SLOTS:
    void isOfferedOnce_allThatIsNeededIsThere()
    {
        Desk desk(NewTicketDialog::Kind::Call);
        auto *create = desk.part<QPushButton>(u"newTicketCreate"_s);
        QVERIFY(!create->isEnabled());
        QVERIFY(!create->toolTip().isEmpty());
        desk.fill(u"Koffi Assi"_s);
        QVERIFY(create->isEnabled());
    }

    void aCallOfSomebodyNew_isRecorded_forMeAndMyTeam()
    {
        Desk desk(NewTicketDialog::Kind::Call);
        desk.fill(u"Koffi Assi"_s);
        QTest::keyClicks(desk.part<QLineEdit>(u"newTicketContact"_s), u"+225 07 00 00 48 12"_s);
        desk.part<QSpinBox>(u"newTicketMinutes"_s)->setValue(4);
        QSignalSpy made(&desk.dialog, &NewTicketDialog::commanded);
        QTest::mouseClick(desk.part<QPushButton>(u"newTicketCreate"_s), Qt::LeftButton);
        QCOMPARE(made.size(), 1);
        const auto commands = made.at(0).at(0).value<QList<Command>>();
        QCOMPARE(commands.size(), 3);
        QCOMPARE(std::get<CreateCustomer>(commands.at(0)).customer.phones.size(), 1);
        QCOMPARE(std::get<CreateTicket>(commands.at(1)).ticket.assignee, sample::awa);
        QCOMPARE(std::get<CreateTicket>(commands.at(1)).ticket.team.value, u"e-n1"_s);
        QCOMPARE(std::get<LogCall>(commands.at(2)).callSeconds, 240);
        QVERIFY(!desk.dialog.isVisible());
    }

    void aKnownCustomer_isFoundWhileTyping_andNotMadeAgain()
    {
        Desk desk(NewTicketDialog::Kind::Social);
        desk.fill(u"aya"_s);
        QCOMPARE(desk.asked, u"aya"_s);
        QCompleter *completer = desk.part<QLineEdit>(u"newTicketCustomer"_s)->completer();
        Q_EMIT completer->activated(completer->completionModel()->index(0, 0));
        QTRY_COMPARE(desk.part<QLineEdit>(u"newTicketCustomer"_s)->text(), u"Aya Brou"_s);
        desk.part<QComboBox>(u"newTicketChannel"_s)->setCurrentIndex(1);
        const QList<Command> commands = desk.dialog.commands();
        QCOMPARE(commands.size(), 2);
        QCOMPARE(std::get<CreateTicket>(commands.at(0)).ticket.customer.value, u"c-aya"_s);
        QCOMPARE(std::get<CaptureMessage>(commands.at(1)).channel, Channel::Instagram);
        QTest::keyClicks(desk.part<QLineEdit>(u"newTicketCustomer"_s), u"x"_s); // somebody else after all
        QCOMPARE(desk.dialog.commands().size(), 3);
        keepPictures(m_theme, desk.dialog, u"new-ticket-social"_s);
    }
};

AKWABA_PICTURES_MAIN(TestNewTicketDialog)
#include "tst_newticketdialog.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "tests/ui/shell/items.h"
#include "ui/shell/intentwords.h"
#include "ui/shell/outboxpopup.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

QList<QWidget *> rowsOf(const OutboxPopup &popup) { return popup.findChildren<QWidget *>(u"outboxItem"_s); }

QStringList textsOf(const QWidget *row)
{
    QStringList texts;
    for (const QLabel *label : row->findChildren<QLabel *>())
        if (!label->text().isEmpty()) texts.append(label->text());
    return texts;
}

} // namespace

class TestOutboxPopup : public QObject {
    Q_OBJECT

public:
    explicit TestOutboxPopup(Theme &theme) : m_theme(theme) { }

private Q_SLOTS:
    void everythingUnsent_isARowInTheOrderOfSending();
    void whatWasSent_canNoLongerBeTakenBack();
    void aRowWithoutWords_canOnlyBeTakenBack();
    void itsButtons_sayWhatIsWanted();
    void newItems_takeThePlaceOfTheOld();
    void refusedOnes_arePointedTo();
    void whatIsAboutNoTicket_saysSo();

private:
    Theme &m_theme;
};

void TestOutboxPopup::everythingUnsent_isARowInTheOrderOfSending()
{
    OutboxPopup popup;
    popup.setItems({items::reply(u"It leaves today"_s), items::status()}, 0, false);
    keepPictures(m_theme, popup, u"outboxpopup"_s);
    const QList<QWidget *> rows = rowsOf(popup);
    QCOMPARE(rows.size(), 2);
    QVERIFY(textsOf(rows[0]).contains(itemTitle(items::reply({}))));
    QVERIFY(textsOf(rows[0]).contains(u"waiting for the network"_s));
    QVERIFY(textsOf(rows[1]).contains(itemTitle(items::status())));
    QVERIFY(rows[0]->accessibleName().contains(u"4812"_s) && rows[0]->accessibleName().contains(u"Rosine Bamba"_s));
    popup.setItems({items::reply(u"It leaves today"_s)}, 0, true);
    QVERIFY(textsOf(rowsOf(popup).first()).contains(u"about to be sent"_s));
}

void TestOutboxPopup::whatWasSent_canNoLongerBeTakenBack()
{
    OutboxPopup popup;
    OutboxItem sent = items::reply(u"It leaves today"_s);
    sent.state = IntentState::Inflight;
    sent.sent = true;
    popup.setItems({sent}, 0, true);
    QVERIFY(popup.findChild<QPushButton *>(u"outboxCancel"_s) == nullptr);
    QVERIFY(popup.findChild<QPushButton *>(u"outboxEdit"_s) == nullptr);
    QVERIFY(textsOf(rowsOf(popup).first()).contains(u"being sent"_s));
}

void TestOutboxPopup::aRowWithoutWords_canOnlyBeTakenBack()
{
    OutboxPopup popup;
    popup.setItems({items::status()}, 0, true);
    QVERIFY(popup.findChild<QPushButton *>(u"outboxEdit"_s) == nullptr);
    QVERIFY(popup.findChild<QPushButton *>(u"outboxCancel"_s) != nullptr);
}

void TestOutboxPopup::itsButtons_sayWhatIsWanted()
{
    OutboxPopup popup;
    const OutboxItem item = items::reply(u"It leaves today"_s);
    popup.setItems({item}, 0, false);
    QSignalSpy cancelled(&popup, &OutboxPopup::cancelRequested);
    QSignalSpy retried(&popup, &OutboxPopup::retryRequested);
    QString edited;
    connect(&popup, &OutboxPopup::editRequested, this, [&](const OutboxItem &one) { edited = one.intent.iid; });

    popup.findChild<QPushButton *>(u"outboxCancel"_s)->click();
    QCOMPARE(cancelled, (QList<QVariantList>{{item.intent.iid}}));
    popup.findChild<QPushButton *>(u"outboxRetry"_s)->click();
    QCOMPARE(retried.size(), 1);
    popup.findChild<QPushButton *>(u"outboxEdit"_s)->click();
    QCOMPARE(edited, item.intent.iid);
}

void TestOutboxPopup::newItems_takeThePlaceOfTheOld()
{
    OutboxPopup popup;
    popup.setItems({items::reply(u"One"_s), items::status()}, 0, true);
    popup.setItems({items::status()}, 0, true);
    QCOMPARE(rowsOf(popup).size(), 1);
    popup.setItems({}, 0, true);
    QVERIFY(rowsOf(popup).isEmpty());
}

void TestOutboxPopup::refusedOnes_arePointedTo()
{
    OutboxPopup popup;
    const auto *link = popup.findChild<QPushButton *>(u"outboxNotSent"_s);
    popup.setItems({}, 0, true);
    QVERIFY(link->isHidden());
    popup.setItems({}, 2, true);
    QVERIFY(!link->isHidden());
    QVERIFY(link->text().contains(u'2'));
    QSignalSpy wanted(&popup, &OutboxPopup::notSentRequested);
    popup.findChild<QPushButton *>(u"outboxNotSent"_s)->click();
    QCOMPARE(wanted.size(), 1);
}

void TestOutboxPopup::whatIsAboutNoTicket_saysSo()
{
    OutboxPopup popup;
    popup.setItems({items::item(ReadNotice{{u"n-1"_s}}, {}, {})}, 0, false);
    const QStringList texts = textsOf(rowsOf(popup).first());
    QVERIFY(texts.contains(u"Without a ticket"_s));
    QVERIFY(texts.contains(u"Notification read"_s));
}

AKWABA_PICTURES_MAIN(TestOutboxPopup)

#include "tst_outboxpopup.moc"

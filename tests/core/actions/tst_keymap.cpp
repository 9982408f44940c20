// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/keymap.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

std::optional<KeyFault> fault(ActionId id, const QString &key, const Keymap &keymap = {})
{
    const std::optional<KeyProblem> problem = whyNotKey(id, key, keymap);
    return problem ? std::optional(problem->fault) : std::nullopt;
}

} // namespace

class TestKeymap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTablesKeys_areGoodOnes()
    {
        for (const ActionInfo &info : actionTable())
            for (const QString &key : keysOf(info.id, {}))
                QVERIFY2(!whyNotKey(info.id, key, {}), qPrintable(info.name + u": "_s + key));
    }

    void aKeyThatWasChosen_standsInsteadOfBothOfTheTable()
    {
        QCOMPARE(keysOf(ActionId::Note, {}), (QStringList{u"O"_s, u"Ctrl+Shift+N"_s}));
        QCOMPARE(keysOf(ActionId::Note, {{ActionId::Note, u"N"_s}}), QStringList{u"N"_s});
        QCOMPARE(keysOf(ActionId::Note, {{ActionId::Note, QString()}}), QStringList());
        QCOMPARE(keysOf(ActionId::About, {}), QStringList());
    }

    void whatTypesOrOpensAMenu_isNoShortcut_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<std::optional<KeyFault>>("inALettersPlace");
        QTest::addColumn<std::optional<KeyFault>>("whereOneWrites");
        using Fault = std::optional<KeyFault>;
        const Fault none;
        QTest::newRow("AltGr, the euro of AZERTY")
            << u"Ctrl+Alt+E"_s << Fault(KeyFault::AltGr) << Fault(KeyFault::AltGr);
        QTest::newRow("AltGr with Shift") << u"Ctrl+Alt+Shift+E"_s << Fault(KeyFault::AltGr) << Fault(KeyFault::AltGr);
        QTest::newRow("AltGr, in another order") << u"Alt+Ctrl+E"_s << Fault(KeyFault::AltGr) << Fault(KeyFault::AltGr);
        QTest::newRow("AltGr and a digit") << u"Ctrl+Alt+0"_s << Fault(KeyFault::AltGr) << Fault(KeyFault::AltGr);
        QTest::newRow("Alt and a letter") << u"Alt+F"_s << Fault(KeyFault::OpensMenu) << Fault(KeyFault::OpensMenu);
        QTest::newRow("Ctrl+Alt and a function key") << u"Ctrl+Alt+F3"_s << none << none;
        QTest::newRow("a letter") << u"H"_s << none << Fault(KeyFault::Writes);
        QTest::newRow("a capital") << u"Shift+H"_s << none << Fault(KeyFault::Writes);
        QTest::newRow("a plus") << u"+"_s << none << Fault(KeyFault::Writes);
        QTest::newRow("the space bar, which selects in lists")
            << u"Space"_s << Fault(KeyFault::Taken) << Fault(KeyFault::Writes);
        QTest::newRow("undo") << u"Ctrl+Y"_s << none << Fault(KeyFault::Writes);
        QTest::newRow("paste") << u"Ctrl+V"_s << none << Fault(KeyFault::Writes);
        QTest::newRow("by words") << u"Ctrl+Left"_s << none << Fault(KeyFault::Writes);
        QTest::newRow("an arrow") << u"Down"_s << Fault(KeyFault::Moves) << Fault(KeyFault::Moves);
        QTest::newRow("Tab") << u"Shift+Backtab"_s << Fault(KeyFault::Moves) << Fault(KeyFault::Moves);
        QTest::newRow("two after each other")
            << u"G, A"_s << Fault(KeyFault::SeveralKeys) << Fault(KeyFault::SeveralKeys);
        QTest::newRow("a function key") << u"F4"_s << none << none;
        QTest::newRow("Ctrl and a letter") << u"Ctrl+J"_s << none << none;
        QTest::newRow("Ctrl+plus") << u"Ctrl++"_s << none << none;
        QTest::newRow("no key") << QString() << none << none;
    }
    void whatTypesOrOpensAMenu_isNoShortcut()
    {
        QFETCH(QString, key);
        QTEST(fault(ActionId::Reply, key), "inALettersPlace");
        QTEST(fault(ActionId::Send, key), "whereOneWrites");
        QTEST(fault(ActionId::SyncNow, key), "whereOneWrites");
    }

    void aKeyIsTaken_whereTheOtherActionHasAPlaceInCommon()
    {
        QCOMPARE(whyNotKey(ActionId::Reply, u"J"_s, {}), (KeyProblem{KeyFault::Taken, ActionId::NextTicket}));
        QCOMPARE(whyNotKey(ActionId::Reply, u"F9"_s, {}), (KeyProblem{KeyFault::Taken, ActionId::SyncNow}));
        QCOMPARE(whyNotKey(ActionId::SyncNow, u"Ctrl+Return"_s, {}), (KeyProblem{KeyFault::Taken, ActionId::Send}));
        // Its second one, too.
        QCOMPARE(whyNotKey(ActionId::SyncNow, u"Ctrl+Shift+N"_s, {}), (KeyProblem{KeyFault::Taken, ActionId::Note}));
        // A list and a composer have none in common.
        QCOMPARE(whyNotKey(ActionId::Reply, u"Ctrl+Shift+D"_s, {}), std::nullopt);
        QCOMPARE(whyNotKey(ActionId::Reply, u"R"_s, {}), std::nullopt);
    }

    void aKeyThatWasGivenAway_isFree_andOneThatWasTaken_isNot()
    {
        const Keymap keymap{{ActionId::NextTicket, u"H"_s}};
        QCOMPARE(whyNotKey(ActionId::Reply, u"J"_s, keymap), std::nullopt);
        QCOMPARE(whyNotKey(ActionId::Reply, u"H"_s, keymap), (KeyProblem{KeyFault::Taken, ActionId::NextTicket}));
    }

    void whatWasKept_isTakenAsFarAsItFits()
    {
        QCOMPARE(keymapFrom({{u"reply"_s, u"N"_s}, {u"conjure"_s, u"F4"_s}, {u"syncNow"_s, u"Ctrl+Alt+S"_s}}),
                 (Keymap{{ActionId::Reply, u"N"_s}}));
        QCOMPARE(keymapFrom({{u"reply"_s, QString()}}), (Keymap{{ActionId::Reply, QString()}}));
        // Two that changed places stay so.
        const Keymap swapped{{ActionId::Reply, u"J"_s}, {ActionId::NextTicket, u"R"_s}};
        QCOMPARE(keymapFrom({{u"reply"_s, u"J"_s}, {u"nextTicket"_s, u"R"_s}}), swapped);
        // Where one of them falls away, so does the other, whose key is the first one's again.
        QCOMPARE(keymapFrom({{u"reply"_s, u"J"_s}, {u"nextTicket"_s, u"Ctrl+Alt+R"_s}}), Keymap());
        // Of two with one key one keeps it.
        QCOMPARE(keymapFrom({{u"reply"_s, u"F4"_s}, {u"note"_s, u"F4"_s}}).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestKeymap)
#include "tst_keymap.moc"

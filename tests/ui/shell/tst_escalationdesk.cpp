// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "tests/ui/shell/resumed.h"
#include "ui/customers/escalationcard.h"
#include "ui/ticket/composer.h"
#include "ui/ticket/escalationdialog.h"
#include "ui/ticket/escalationmovedialog.h"

#include <QFile>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QTextEdit>

using namespace akwaba;
using namespace akwaba::test;

namespace {

using State = EscalationState;

QJsonObject agentRecord(const QString &id, const QString &name, const QString &team)
{
    Agent agent;
    agent.id.value = id;
    agent.name = name;
    agent.teams = {TeamId{team}};
    agent.roles = {Role::Agent};
    agent.rev = 1;
    return toJson(agent);
}

QJsonObject pathRecord()
{
    EscalationPath path;
    path.id.value = u"p1"_s;
    path.nameFr = u"Technique N2"_s;
    path.nameEn = u"Experts"_s;
    path.team.value = u"e2"_s;
    path.rev = 1;
    return toJson(path);
}

QJsonObject escalationRecord(State state)
{
    Escalation made;
    made.id.value = u"x1"_s;
    made.ticket.value = u"t0"_s;
    made.path.value = u"p1"_s;
    made.state = state;
    made.asked = u"Que proposer ?"_s;
    made.team.value = u"e2"_s;
    made.fromTeam.value = u"e1"_s;
    made.fromAgent.value = u"a2"_s;
    made.openedBy.value = u"a2"_s;
    made.openedAt = instant(2);
    if (state == State::HandedBack) made.answer = u"Un échange est possible."_s;
    made.rev = 1;
    return toJson(made);
}

/// One ticket of this agent, who is in `team`, and a path on which it can be escalated.
QList<TypedRecords> company(const QString &team, const QList<QJsonObject> &escalations = {})
{
    QJsonObject message = messageRecord(u"m1"_s, u"t0"_s, u"Bonjour"_s);
    message.insert(u"sender"_s, QJsonObject{{u"name"_s, u"Rosine Bamba"_s}, {u"address"_s, u"rosine@example.org"_s}});
    return {
        tickets({with(ticketRecord(u"t0"_s), u"assignee"_s, u"a1"_s)}),
        messages({message}),
        {&typeInfo<Agent>(), {agentRecord(u"a1"_s, u"Awa Koné"_s, team), agentRecord(u"a2"_s, u"Ibrahim"_s, u"e9"_s)}},
        {&typeInfo<EscalationPath>(), {pathRecord()}},
        {&typeInfo<Escalation>(), escalations}};
}

} // namespace

class TestEscalationDesk : public QObject {
    Q_OBJECT

public:
    explicit TestEscalationDesk(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;
    QTemporaryDir m_settings;

    template <class T> static T *part(const Resumed &console, const QString &name)
    {
        return console.window->findChild<T *>(name);
    }
    /// What waits in the outbox, by its names.
    static QStringList waiting(const Resumed &console)
    {
        QStringList ops;
        for (const OutboxItem &item : must(console.reader->notYetSent()))
            ops.append(item.intent.op);
        return ops;
    }

    /// There is no window manager that would.
    static void focus(QWidget *field)
    {
        (void)QTest::qWaitForWindowExposed(field->window());
        field->window()->activateWindow();
        field->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), field);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    void withTheKey_theDialogOpens_andWhatIsWrittenWaitsInTheOutbox()
    {
        Resumed console(m_theme, company(u"e1"_s));
        console.trigger(ActionId::NextTicket);
        QTRY_VERIFY(console.can(ActionId::Escalate));
        QVERIFY(!console.can(ActionId::MoveEscalation));
        QVERIFY(part<EscalationCard>(console, u"escalationCard"_s) == nullptr);
        console.inbox().view()->setFocus();
        QTest::keyClick(console.inbox().view(), Qt::Key_X);
        QTRY_VERIFY(part<EscalationDialog>(console, u"escalationDialog"_s));
        auto *asked = part<QPlainTextEdit>(console, u"escalateAsked"_s);
        asked->window()->activateWindow(); // there is no window manager that would
        QTRY_COMPARE(QApplication::focusWidget(), asked);
        QTest::keyClicks(asked, u"Que proposer ?"_s);
        QTest::keyClick(asked, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(waiting(console), QStringList{u"escalation.request"_s});
        QTRY_VERIFY(part<QWidget>(console, u"escalationUnsent"_s));
        QVERIFY(!console.can(ActionId::Escalate)); // one of a kind
        QVERIFY(console.can(ActionId::MoveEscalation)); // it can be withdrawn
        const Conversation open = must(console.reader->conversation({u"t0"_s}));
        QCOMPARE(open.unsent.size(), 1); // and the notice waits with it
        QVERIFY(open.messages.last().text.contains(u"Rosine Bamba"_s));
    }

    void whatWasBegun_outlivesTheConsole_andIsGoneOnceItIsSent()
    {
        QString copy;
        {
            Resumed console(m_theme, company(u"e1"_s));
            console.trigger(ActionId::NextTicket);
            console.trigger(ActionId::Escalate);
            auto *asked = part<QPlainTextEdit>(console, u"escalateAsked"_s);
            focus(asked);
            QTest::keyClicks(asked, u"Que proposer ?"_s);
            const auto begun = [&] { return must(console.reader->begunOn({u"t0"_s})); };
            QTRY_COMPARE(begun().size(), 1);
            // As a kill leaves it: what is on the disk now.
            copy = m_settings.filePath(u"outbox.db"_s);
            Database outbox = must(Database::open(console.world.outboxPath(), {.key = outboxKey}));
            must(outbox.execute(u"VACUUM INTO '%1'"_s.arg(copy)));
        }
        Resumed console(m_theme, company(u"e1"_s), {}, [&](World &world) {
            world.outbox.reset();
            QFile::remove(world.outboxPath());
            QVERIFY(QFile::copy(copy, world.outboxPath()));
        });
        QVERIFY(waiting(console).isEmpty());
        console.trigger(ActionId::NextTicket);
        console.trigger(ActionId::Escalate);
        auto *asked = part<QPlainTextEdit>(console, u"escalateAsked"_s);
        QCOMPARE(asked->toPlainText(), u"Que proposer ?"_s);
        focus(asked);
        QTest::keyClick(asked, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(waiting(console), QStringList{u"escalation.request"_s});
        QVERIFY(must(console.reader->begunOn({u"t0"_s})).isEmpty());
    }

    void whatWasBegunOfAMove_isThereForThisMoveOnly()
    {
        const auto refuse = [](World &world) {
            MoveEscalation begun{{u"x1"_s}, {u"t0"_s}, State::Accepted, State::Refused, u"La fiche"_s, {}, {}};
            must(world.outbox->journalForm(world.intent(begun)));
        };
        Resumed console(m_theme, company(u"e2"_s, {escalationRecord(State::Requested)}), {}, refuse);
        console.trigger(ActionId::NextTicket);
        console.trigger(ActionId::MoveEscalation);
        auto *menu = part<QMenu>(console, u"escalationMenu"_s);
        menu->findChild<QAction *>(u"refused"_s)->trigger();
        menu->close();
        auto *text = part<QPlainTextEdit>(console, u"moveText"_s);
        QCOMPARE(text->toPlainText(), u"La fiche"_s);
        focus(text);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(waiting(console), QStringList{u"escalation.move"_s});
        QCOMPARE(must(console.reader->escalationsOf({u"t0"_s})).first().state, State::Refused); // from what it is now
    }

    void whenTheTicketIsGone_soIsWhatIsWrittenAboutIt()
    {
        Resumed console(m_theme, company(u"e1"_s));
        console.trigger(ActionId::NextTicket);
        console.trigger(ActionId::Escalate);
        const QPointer<EscalationDialog> dialog = part<EscalationDialog>(console, u"escalationDialog"_s);
        QTest::keyClicks(part<QPlainTextEdit>(console, u"escalateAsked"_s), u"Elle dit"_s);
        {
            Database cache = must(Database::open(console.world.cachePath(), {.key = cacheKey}));
            must(cache.execute(u"DELETE FROM tickets"_s));
        }
        Changed changed;
        changed.tickets.insert({u"t0"_s});
        Q_EMIT console.client->changed(changed);
        QTRY_VERIFY(!dialog);
        QVERIFY(must(console.reader->begunOn({u"t0"_s})).isEmpty());
    }

    void whereNobodyReceivesThem_nothingIsEscalated()
    {
        QList<TypedRecords> records = company(u"e1"_s);
        records.removeAt(3);
        Resumed console(m_theme, records);
        console.trigger(ActionId::NextTicket);
        QVERIFY(!console.can(ActionId::Escalate));
    }

    void whoIsAsked_acceptsOnTheCard()
    {
        Resumed console(m_theme, company(u"e2"_s, {escalationRecord(State::Requested)}));
        console.trigger(ActionId::NextTicket);
        auto *accept = part<QPushButton>(console, u"escalation-accepted"_s);
        QVERIFY(accept);
        accept->click();
        QTRY_COMPARE(waiting(console), QStringList{u"escalation.move"_s});
        QTRY_VERIFY(part<QPushButton>(console, u"escalation-handedBack"_s));
        QCOMPARE(must(console.reader->conversation({u"t0"_s})).ticket.assignee.value, u"a1"_s);
    }

    void theMenu_offersWhatTheAgentMayDo_andSaysWhyNotTheRest()
    {
        Resumed console(m_theme, company(u"e2"_s, {escalationRecord(State::Requested)}));
        console.trigger(ActionId::NextTicket);
        console.trigger(ActionId::MoveEscalation);
        auto *menu = part<QMenu>(console, u"escalationMenu"_s);
        QVERIFY(menu);
        const auto *withdraw = menu->findChild<QAction *>(u"withdrawn"_s);
        QVERIFY(!withdraw->isEnabled());
        QVERIFY(withdraw->text().contains(u"the team that asked"_s));
        QCOMPARE(menu->activeAction()->objectName(), u"accepted"_s); // Enter does what comes first
        menu->findChild<QAction *>(u"refused"_s)->trigger();
        auto *dialog = part<EscalationMoveDialog>(console, u"escalationMoveDialog"_s);
        QVERIFY(dialog);
        menu->close();
        focus(part<QPlainTextEdit>(console, u"moveText"_s));
        QVERIFY(waiting(console).isEmpty());
        QTest::keyClicks(part<QPlainTextEdit>(console, u"moveText"_s), u"La fiche le dit"_s);
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(waiting(console), QStringList{u"escalation.move"_s});
        QTRY_COMPARE(must(console.reader->escalationsOf({u"t0"_s})).first().state, State::Refused);
    }

    void anAnswer_isTakenOverIntoTheReply_beneathWhatIsThere()
    {
        Resumed console(m_theme, company(u"e1"_s, {escalationRecord(State::HandedBack)}));
        console.trigger(ActionId::NextTicket);
        console.trigger(ActionId::Reply);
        QTextEdit *editor = console.window->findChild<Composer *>()->editor();
        QTest::keyClicks(editor, u"Bonjour"_s);
        part<QPushButton>(console, u"escalationReply"_s)->click();
        QTRY_COMPARE(editor->toPlainText(), u"Bonjour\n\nUn échange est possible."_s);
    }
};

AKWABA_PICTURES_MAIN(TestEscalationDesk)
#include "tst_escalationdesk.moc"

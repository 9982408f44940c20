// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "tests/ui/shell/resumed.h"
#include "ui/ticket/answerpopup.h"
#include "ui/ticket/composer.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/toast.h"

#include <QSettings>
#include <QTextEdit>

using namespace akwaba;
using namespace akwaba::test;

namespace {

QJsonObject macroRecord(const QString &id, const QString &name, const QList<MacroStep> &steps)
{
    Macro macro;
    macro.id.value = id;
    macro.nameFr = name;
    macro.nameEn = name;
    macro.steps = steps;
    macro.rev = 1;
    return toJson(macro);
}

QList<TypedRecords> company()
{
    QJsonObject message = messageRecord(u"m1"_s, u"t0"_s, u"Bonjour"_s);
    message.insert(u"sender"_s, QJsonObject{{u"name"_s, u"Rosine Bamba"_s}, {u"address"_s, u"rosine@example.org"_s}});
    Tag toner;
    toner.id.value = u"g1"_s;
    toner.name = u"toner"_s;
    const MacroStep tag{MacroAct::AddTag, u"g1"_s, {}, {}};
    const MacroStep priority{MacroAct::Priority, u"urgent"_s, {}, {}};
    return {tickets({with(ticketRecord(u"t0"_s), u"assignee"_s, u"a1"_s)}),
            messages({message}),
            {&typeInfo<Tag>(), {toJson(toner)}},
            {&typeInfo<Macro>(),
             {macroRecord(u"r1"_s, u"Urgent"_s, {priority, tag}),
              macroRecord(u"r2"_s, u"Thanks"_s, {{MacroAct::Reply, {}, u"Merci !"_s, u"Thank you!"_s}, tag})}}};
}

} // namespace

class TestMacroDesk : public QObject {
    Q_OBJECT

public:
    explicit TestMacroDesk(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;
    QTemporaryDir m_settings;

    static QStringList waiting(const Resumed &console)
    {
        QStringList ops;
        for (const OutboxItem &item : must(console.reader->notYetSent()))
            ops.append(item.intent.op);
        return ops;
    }
    static Ticket ticket(const Resumed &console) { return must(console.reader->conversation({u"t0"_s})).ticket; }
    static void apply(const Resumed &console, const QString &name)
    {
        console.trigger(ActionId::ApplyMacro);
        auto *popup = console.window->findChild<AnswerPopup *>();
        QTRY_VERIFY(popup->isVisible());
        auto *field = popup->findChild<SearchField *>();
        QTest::keyClicks(field, name);
        QTest::keyClick(field, Qt::Key_Return);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    void aMacroWithoutWords_worksOffline_andIsTakenBackAsOne()
    {
        Resumed console(m_theme, company());
        QVERIFY(!console.can(ActionId::ApplyMacro));
        console.trigger(ActionId::NextTicket);
        QTRY_VERIFY(console.can(ActionId::ApplyMacro));
        apply(console, u"Urgent"_s);
        QTRY_COMPARE(waiting(console), (QStringList{u"ticket.field"_s, u"ticket.tags"_s}));
        QTRY_COMPARE(ticket(console).priority, Priority::Urgent);
        QTRY_COMPARE(ticket(console).tags, (QList<TagId>{TagId{u"g1"_s}}));
        QTRY_VERIFY(console.can(ActionId::CancelSend));
        console.trigger(ActionId::CancelSend);
        QTRY_VERIFY(waiting(console).isEmpty());
        QTRY_COMPARE(ticket(console).priority, Priority::Normal);
        QVERIFY(ticket(console).tags.isEmpty());
    }

    void aReplyAndItsSteps_leaveInTheirOrder_andAreTakenBackTogether()
    {
        Resumed console(m_theme, company());
        console.trigger(ActionId::NextTicket);
        QTRY_VERIFY(console.can(ActionId::ApplyMacro));
        apply(console, u"Thanks"_s);
        auto *composer = console.window->findChild<Composer *>();
        QVERIFY(composer->editor()->toPlainText().contains(u"Thank you!"_s));
        QTRY_VERIFY(console.can(ActionId::Send));
        console.trigger(ActionId::Send);
        QTRY_COMPARE(waiting(console), (QStringList{u"message.reply"_s, u"ticket.tags"_s}));
        QTRY_VERIFY(console.can(ActionId::CancelSend));
        console.trigger(ActionId::CancelSend);
        QTRY_VERIFY(waiting(console).isEmpty());
        QTRY_VERIFY(composer->editor()->toPlainText().contains(u"Thank you!"_s));
        QVERIFY(ticket(console).tags.isEmpty());
    }
};

AKWABA_PICTURES_MAIN(TestMacroDesk)
#include "tst_macrodesk.moc"

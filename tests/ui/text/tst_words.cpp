// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/actionwords.h"
#include "ui/text/enumwords.h"
#include "ui/text/errorwords.h"
#include "ui/text/translate.h"

#include <QLocale>
#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

/// A translator that says "Bonjour ?" to one source.
class OneWord : public QTranslator {
public:
    [[nodiscard]] QString translate(const char *context, const char *source, const char *, int) const override
    {
        return qstrcmp(context, "TicketStatus") == 0 && qstrcmp(source, "Open") == 0 ? u"Ouvert ?"_s : QString();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

template <class E> void everyValueHasItsOwnWord()
{
    QSet<QString> words;
    for (std::size_t i = 0; i < EnumNames<E>::all.size(); ++i)
        words.insert(word(static_cast<E>(i)));
    QVERIFY(!words.contains(QString()));
    QCOMPARE(std::size_t(words.size()), EnumNames<E>::all.size());
}

} // namespace

class TestWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void values_haveWords_noTwoAlike()
    {
        everyValueHasItsOwnWord<TicketStatus>();
        everyValueHasItsOwnWord<Priority>();
        everyValueHasItsOwnWord<Channel>();
        everyValueHasItsOwnWord<MessageKind>();
        everyValueHasItsOwnWord<Delivery>();
        everyValueHasItsOwnWord<Role>();
        everyValueHasItsOwnWord<AgentState>();
        everyValueHasItsOwnWord<IntentState>();
        everyValueHasItsOwnWord<OrderState>();
        everyValueHasItsOwnWord<CallOutcome>();
        everyValueHasItsOwnWord<DraftForm>();
    }

    void errors_areSentences_differentForEachCode()
    {
        QSet<QString> sentences;
        for (int i = 0; i <= static_cast<int>(Code::Unsupported); ++i) {
            const QString said = sentence(static_cast<Code>(i));
            QVERIFY2(said.endsWith(u'.'), qPrintable(said));
            sentences.insert(said);
        }
        QCOMPARE(sentences.size(), static_cast<int>(Code::Unsupported) + 1);
    }

    void flawsOfPasswords_areSentences_differentForEach()
    {
        QSet<QString> sentences;
        for (std::size_t i = 0; i < EnumNames<PasswordFlaw>::all.size(); ++i) {
            const QString said = sentence(static_cast<PasswordFlaw>(i));
            QVERIFY2(said.endsWith(u'.') && !said.contains(u'%'), qPrintable(said));
            sentences.insert(said);
        }
        QCOMPARE(std::size_t(sentences.size()), EnumNames<PasswordFlaw>::all.size());
    }

    void refusals_sayWhy()
    {
        QCOMPARE(refusal(OutcomeKind::Rejected, Reason::Taken), u"Refused: a colleague has taken it"_s);
        QCOMPARE(refusal(OutcomeKind::Blocked, Reason::None), u"Blocked"_s);
        for (std::size_t i = 1; i < EnumNames<Reason>::all.size(); ++i)
            QVERIFY(!phrase(static_cast<Reason>(i)).isEmpty());
        for (int i = 0; i <= static_cast<int>(Unavailable::NothingDoneToMany); ++i)
            QVERIFY(!phrase(static_cast<Unavailable>(i)).isEmpty());
    }

    void actions_haveLabels_noTwoAlike()
    {
        QSet<QString> labels;
        for (const ActionInfo &info : actionTable()) {
            QVERIFY(!actionLabel(info.id).isEmpty());
            labels.insert(actionLabel(info.id));
        }
        QCOMPARE(std::size_t(labels.size()), actionTable().size());
    }

    void aTranslator_changesWordsAtOnce_andFrenchSpacesAreNoBreak()
    {
        QCOMPARE(word(TicketStatus::Open), u"Open"_s);
        OneWord french;
        QVERIFY(QCoreApplication::installTranslator(&french));
        QCOMPARE(word(TicketStatus::Open), u"Ouvert ?"_s);
        QLocale::setDefault(QLocale(QLocale::French, QLocale::IvoryCoast));
        QCOMPARE(word(TicketStatus::Open), u"Ouvert\u00A0?"_s);
        QVERIFY(QCoreApplication::removeTranslator(&french));
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"

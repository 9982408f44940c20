// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/actionwords.h"
#include "ui/text/enumwords.h"
#include "ui/text/eventwords.h"
#include "ui/text/quantities.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <QTest>
#include <QTranslator>

#include <memory>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

QString itself(const QString &id) { return id; }

template <class E> void addWords(QStringList &all)
{
    for (std::size_t i = 0; i < EnumNames<E>::all.size(); ++i)
        all.append(word(static_cast<E>(i)));
}

template <class E> void noTwoAlike()
{
    QStringList words;
    addWords<E>(words);
    QCOMPARE(words.removeDuplicates(), 0);
}

} // namespace

/// The files that the program carries; whether they are complete is .ci/translations.py's to say.
class TestTranslations : public QObject {
    Q_OBJECT

    std::unique_ptr<QTranslator> m_translator;

    void speak(const QString &tag)
    {
        QLocale::setDefault(QLocale(tag));
        m_translator = std::make_unique<QTranslator>(); // the one before removes itself
        QVERIFY(m_translator->load(u":/akwaba/translations/akwaba_"_s + tag));
        QVERIFY(QCoreApplication::installTranslator(m_translator.get()));
    }

private Q_SLOTS:
    void init() { speak(u"fr"_s); }

    void labels_areThoseThatWereAgreedOn()
    {
        QStringList words;
        addWords<TicketStatus>(words);
        addWords<Priority>(words);
        addWords<Complexity>(words);
        addWords<MessageKind>(words);
        addWords<AgentState>(words);
        const QStringList agreed{
            u"Nouveau"_s,     u"Ouvert"_s,   u"Attente client"_s, u"Attente tiers"_s, u"Résolu"_s, u"Clos"_s,
            u"Indésirable"_s, u"Fusionné"_s, u"Basse"_s,          u"Normale"_s,       u"Haute"_s,  u"Urgente"_s,
            u"Simple"_s,      u"Complexe"_s, u"Message"_s,        u"Note interne"_s,  u"Appel"_s,  u"Événement"_s,
            u"Disponible"_s,  u"Occupé"_s,   u"Absent"_s,         u"Hors ligne"_s};
        QCOMPARE(words, agreed);
    }

    void values_keepTheirOwnWords_inFrench()
    {
        noTwoAlike<Channel>();
        noTwoAlike<Delivery>();
        noTwoAlike<Role>();
        noTwoAlike<IntentState>();
        noTwoAlike<DeviceState>();
        noTwoAlike<OrderState>();
        noTwoAlike<CallOutcome>();
        noTwoAlike<DraftForm>();
    }

    void actions_andMenuKeys_areToldApart_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::newRow("French") << u"fr"_s;
        QTest::newRow("English") << u"en"_s;
    }

    void actions_andMenuKeys_areToldApart()
    {
        QFETCH(QString, tag);
        speak(tag);
        QSet<QString> labels;
        QSet<Menu> menus;
        for (const ActionInfo &info : actionTable()) {
            labels.insert(actionLabel(info.id));
            if (info.menu != Menu::None) menus.insert(info.menu);
        }
        QCOMPARE(std::size_t(labels.size()), actionTable().size());
        QSet<QChar> keys;
        for (const Menu menu : menus) {
            const QString title = menuTitle(menu);
            QCOMPARE(title.count(u'&'), 1);
            keys.insert(title.at(title.indexOf(u'&') + 1).toLower());
        }
        QCOMPARE(keys.size(), menus.size());
    }

    void numbers_takeTheFormOfTheLanguage_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("french");
        QTest::addColumn<QString>("english");
        QTest::newRow("none") << 0 << u"0 événement"_s << u"0 events"_s;
        QTest::newRow("one") << 1 << u"1 événement"_s << u"1 event"_s;
        QTest::newRow("two") << 2 << u"2 événements"_s << u"2 events"_s;
    }

    void numbers_takeTheFormOfTheLanguage()
    {
        QFETCH(int, count);
        const QList<Message> events(count);
        QTEST(foldedEvents(events, itself), "french");
        speak(u"en"_s);
        QTEST(foldedEvents(events, itself), "english");
    }

    void wordsAroundAList_agreeWithIt()
    {
        const FieldChange change{u"tags"_s, uR"(["urgent"])"_s, uR"(["toner","devis"])"_s};
        QCOMPARE(phrase(change, itself), u"étiquettes toner, devis ajoutées, étiquette urgent retirée"_s);
        speak(u"en"_s);
        QCOMPARE(phrase(change, itself), u"tags toner, devis added, tag urgent removed"_s);
    }

    void units_areFrench_andHoldToTheirNumbers() { QCOMPARE(fileSize(1'234'000), u"1,2\u00A0Mo"_s); }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"

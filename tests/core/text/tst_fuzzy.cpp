// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/fuzzy.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;

namespace {

/// The label with what was marked in brackets; empty when it was not found.
QString marked(const QString &typed, QString label)
{
    const std::optional<FuzzyMatch> match = fuzzyMatch(typed, label);
    if (!match) return {};
    for (auto span = match->marks.crbegin(); span != match->marks.crend(); ++span) {
        label.insert(span->from + span->length, u']');
        label.insert(span->from, u'[');
    }
    return label;
}

QStringList order(const QString &typed, const QList<Choice> &choices)
{
    QStringList labels;
    for (const RankedChoice &each : ranked(typed, choices))
        labels += choices.at(each.index).label;
    return labels;
}

} // namespace

class TestFuzzy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasTyped_isMarkedInTheLabelAsItIsWritten_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("marked");
        QTest::newRow("begin of a word") << u"echange"_s << u"Enregistrer un échange"_s
                                         << u"Enregistrer un [échange]"_s;
        QTest::newRow("behind an apostrophe") << u"ech"_s << u"Valider l’échange"_s << u"Valider l’[éch]ange"_s;
        QTest::newRow("accents and case") << u"ÉTÉ"_s << u"Horaires d'ete"_s << u"Horaires d'[ete]"_s;
        QTest::newRow("accents as marks of their own")
            << u"ete"_s << u"l'e\u0301te\u0301 passe\u0301"_s << u"l'[e\u0301te\u0301] passe\u0301"_s;
        QTest::newRow("a ligature is one letter") << u"coeur"_s << u"À cœur vaillant"_s << u"À [cœur] vaillant"_s;
        QTest::newRow("half a ligature") << u"co"_s << u"À cœur"_s << u"À [cœ]ur"_s;
        QTest::newRow("words in another order")
            << u"ech enr"_s << u"Enregistrer un échange"_s << u"[Enr]egistrer un [éch]ange"_s;
        QTest::newRow("initials") << u"rsm"_s << u"Record a social message…"_s << u"[R]ecord a [s]ocial [m]essage…"_s;
        QTest::newRow("within a word") << u"chron"_s << u"Synchronise now"_s << u"Syn[chron]ise now"_s;
        QTest::newRow("letters in order") << u"synw"_s << u"Synchronise now"_s << u"[Syn]chronise no[w]"_s;
        QTest::newRow("outside the basic plane") << u"ok"_s << u"👍 ok"_s << u"👍 [ok]"_s;
        QTest::newRow("a number") << u"4812"_s << u"n° 4812 · Traces noires"_s << u"n° [4812] · Traces noires"_s;
        QTest::newRow("nothing") << u"  "_s << u"Reply"_s << u"Reply"_s;
        QTest::newRow("another order of letters") << u"ylper"_s << u"Reply"_s << QString();
        QTest::newRow("scattered by chance") << u"toner"_s << u"Take back what was sent over here"_s << QString();
        QTest::newRow("longer than the label") << u"replying"_s << u"Reply"_s << QString();
        QTest::newRow("an empty label") << u"a"_s << QString() << QString();
        QTest::newRow("a lone half of a pair") << u"a"_s << u"\xD83D a"_s << u"\xD83D [a]"_s;
    }
    void whatWasTyped_isMarkedInTheLabelAsItIsWritten()
    {
        QFETCH(QString, typed);
        QFETCH(QString, label);
        QTEST(marked(typed, label), "marked");
    }

    void beginningsOfWords_comeBeforeInitials_beforeLetters()
    {
        const QList<Choice> choices{{u"Classer"_s}, {u"Carte et alarme"_s}, {u"La caisse"_s}, {u"Ceinture noire"_s}};
        QCOMPARE(order(u"ca"_s, choices), (QStringList{u"Carte et alarme"_s, u"La caisse"_s, u"Classer"_s}));
        // Also where the letters stand nearer to each other, and to the beginning.
        QCOMPARE(order(u"an"_s, {{u"Manuel"_s}, {u"Liste annulée"_s}}), (QStringList{u"Liste annulée"_s, u"Manuel"_s}));
        QCOMPARE(order(u"rs"_s, {{u"Cours"_s}, {u"Rapport simple"_s}}), (QStringList{u"Rapport simple"_s, u"Cours"_s}));
        const QList<Choice> near{{u"Tsar"_s}, {u"Tout sauver"_s}, {u"Le tsar"_s}};
        QCOMPARE(order(u"ts"_s, near), (QStringList{u"Tsar"_s, u"Le tsar"_s, u"Tout sauver"_s}));
    }

    void whatWasChosenOfLate_isFirst_amongWhatIsAsNear()
    {
        const QList<Choice> choices{{u"Répondre"_s}, {u"Résoudre"_s, 1}, {u"Réglages…"_s, 0}, {u"Note très récente"_s}};
        QCOMPARE(order(u"re"_s, choices),
                 (QStringList{u"Réglages…"_s, u"Résoudre"_s, u"Répondre"_s, u"Note très récente"_s}));
        QCOMPARE(order(u"rep"_s, choices), (QStringList{u"Répondre"_s}));
        QCOMPARE(order({}, choices),
                 (QStringList{u"Réglages…"_s, u"Résoudre"_s, u"Répondre"_s, u"Note très récente"_s}));
    }

    void asNear_theFewestStretchesComeFirst_thenTheEarliest_thenTheOrderGiven()
    {
        const QList<Choice> choices{{u"Vue des agents"_s}, {u"Agents"_s}, {u"Agents absents"_s}};
        QCOMPARE(order(u"ag"_s, choices), (QStringList{u"Agents"_s, u"Agents absents"_s, u"Vue des agents"_s}));
    }
};

QTEST_GUILESS_MAIN(TestFuzzy)
#include "tst_fuzzy.moc"

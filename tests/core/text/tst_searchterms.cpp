// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/searchterms.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;

class TestSearchTerms : public QObject {
    Q_OBJECT

private:
    /// One line for each term: "-from=Koffi~", "~" for one that may go on, quotation marks for a phrase.
    [[nodiscard]] static QStringList told(const QString &typed)
    {
        QStringList lines;
        for (const SearchTerm &term : searchTerms(typed, {u"from"_s, u"status"_s})) {
            const QString text = term.isPhrase ? u'"' + term.text + u'"' : term.text;
            lines += (term.isNegated ? u"-"_s : u""_s) + (term.field.isEmpty() ? u""_s : term.field + u'=') + text
                + (term.isOpen ? u"~"_s : u""_s);
        }
        return lines;
    }

private Q_SLOTS:
    void whatIsTyped_isTakenApart_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("terms");
        QTest::newRow("nothing") << u"  "_s << QStringList{};
        QTest::newRow("words") << u"toner  noir"_s << QStringList{u"toner"_s, u"noir~"_s};
        QTest::newRow("a word that is over") << u"toner "_s << QStringList{u"toner"_s};
        QTest::newRow("a phrase") << u"\"toner noir\" x"_s << QStringList{u"\"toner noir\""_s, u"x~"_s};
        QTest::newRow("a French phrase") << u"« toner noir »"_s << QStringList{u"\"toner noir\""_s};
        QTest::newRow("a phrase that is not over") << u"\"toner no"_s << QStringList{u"\"toner no\"~"_s};
        QTest::newRow("without") << u"toner -noir"_s << QStringList{u"toner"_s, u"-noir~"_s};
        QTest::newRow("a minus alone") << u"toner - noir"_s << QStringList{u"toner"_s, u"-"_s, u"noir~"_s};
        QTest::newRow("a reference") << u"TN-2410"_s << QStringList{u"TN-2410~"_s};
        QTest::newRow("an operator") << u"From:koffi x"_s << QStringList{u"from=koffi"_s, u"x~"_s};
        QTest::newRow("with a phrase") << u"-from:\"koffi assi\" x"_s
                                       << QStringList{u"-from=\"koffi assi\""_s, u"x~"_s};
        QTest::newRow("with nothing yet") << u"from:"_s << QStringList{u"from=~"_s};
        QTest::newRow("none that we know") << u"re:toner 12:30"_s << QStringList{u"re:toner"_s, u"12:30~"_s};
        QTest::newRow("a number") << u"#4812 "_s << QStringList{u"#=4812"_s};
        QTest::newRow("a hash alone") << u"# 1"_s << QStringList{u"#"_s, u"1~"_s};
    }
    void whatIsTyped_isTakenApart()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, terms);
        QCOMPARE(told(typed), terms);
    }

    void terms_sayWhereTheyStand()
    {
        const QString typed = u"a -from:\"b c\"  d"_s;
        const QList<SearchTerm> terms = searchTerms(typed, {u"from"_s});
        QCOMPARE(terms.size(), 3);
        QCOMPARE(typed.sliced(terms[1].from, terms[1].length), u"-from:\"b c\""_s);
        QCOMPARE(typed.sliced(terms[2].from, terms[2].length), u"d"_s);
    }

    void words_areCutAsTheIndexDoes()
    {
        QCOMPARE(searchedWords(u"L’imprimante TN-2410, été !"),
                 (QStringList{u"l"_s, u"imprimante"_s, u"tn"_s, u"2410"_s, u"ete"_s}));
        QCOMPARE(searchedWords(u" ;"), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestSearchTerms)
#include "tst_searchterms.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tokens.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace akwaba;

namespace {

double linear(double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); }

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace

/// Every pair of colours that is used together can be read: WCAG 2.2, 4.5 for text and 3 for what must be seen.
class TestTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMeasure_isThatOfWcag()
    {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
        QCOMPARE(qRound(contrast(QColor(0x777777), Qt::white) * 100), 448);
    }

    void text_isReadableOnEveryGround_data() { addPairs(textPairs()); }
    void text_isReadableOnEveryGround() { checkPair(4.5); }

    void controls_areVisibleOnEveryGround_data() { addPairs(controlPairs()); }
    void controls_areVisibleOnEveryGround() { checkPair(3.0); }

    void names_areDistinct()
    {
        QSet<QString> names;
        for (int i = 0; i < tokenCount; ++i)
            names.insert(tokenName(Token(i)));
        QCOMPARE(names.size(), tokenCount);
        QCOMPARE(tokenName(Token::ClosedSoft), QLatin1StringView("closed-soft"));
    }

    void mixing_staysBetweenBoth()
    {
        QCOMPARE(mixed(Qt::white, Qt::black, 1), QColor(Qt::white));
        QCOMPARE(mixed(Qt::white, Qt::black, 0), QColor(Qt::black));
        QCOMPARE(mixed(Qt::white, Qt::black, 0.5), QColor(128, 128, 128));
    }

private:
    using Pairs = QList<std::pair<Token, Token>>;
    using enum Token;

    static Pairs textPairs()
    {
        Pairs pairs;
        for (const Token text : {Text1, Text2, Text3})
            for (const Token ground : {Win, Base, Sunken, Raised, Hover, Sel, SelOff, Note, Esc})
                pairs.append({text, ground});
        for (const auto &[ink, soft] : Pairs{{New, NewSoft},
                                             {Open, OpenSoft},
                                             {Wait, WaitSoft},
                                             {Third, ThirdSoft},
                                             {Solved, SolvedSoft},
                                             {Closed, ClosedSoft},
                                             {Warn, WarnSoft},
                                             {Breach, BreachSoft}})
            pairs.append({{ink, soft}, {ink, Base}, {ink, Sel}});
        for (const Token ground : {Base, Win, Sel, Hover, Sunken, WarnSoft, NewSoft, BreachSoft, SolvedSoft, Raised})
            pairs.append({Accent, ground});
        for (const Token ground : {WarnSoft, NewSoft, BreachSoft, SolvedSoft, NoteLine, H0, H1, H2, H3, Add, Del})
            pairs.append({Text1, ground});
        pairs.append(
            {{Text2, ClosedSoft}, {Warn, Note}, {Warn, Sunken}, {Breach, Win}, {Breach, Sunken}, {Third, Esc}});
        pairs.append({{Base, Warn}, {Base, Third}, {Base, H4}, {Base, H5}});
        pairs.append({{OnAccent, Accent}, {OnAccent, AccentHover}, {OnBreach, BreachFill}, {OnTip, Tip}});
        return pairs;
    }

    static Pairs controlPairs()
    {
        Pairs pairs{{LineStrong, Base}, {LineStrong, Win}, {LineStrong, Sunken}, {Focus, Base},        {Focus, Win},
                    {Focus, Sel},       {C2, Sel},         {Breach, Sel},        {Accent, ClosedSoft}, {NoteEdge, Note},
                    {NoteEdge, Base},   {EscEdge, Esc}};
        for (const Token series : {C1, C2, C3, C4, C5, C6})
            pairs.append({series, Base});
        return pairs;
    }

    static void addPairs(const Pairs &pairs)
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        for (const bool dark : {false, true})
            for (const auto &[ink, ground] : pairs)
                QTest::addRow("%s: %s on %s", dark ? "dark" : "light", tokenName(ink).data(), tokenName(ground).data())
                    << tokenColor(ink, dark) << tokenColor(ground, dark);
    }

    static void checkPair(double least)
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        const double ratio = contrast(ink, ground);
        QVERIFY2(ratio >= least, qPrintable(QString::number(ratio)));
    }
};

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/widgets/look.h"
#include "ui/widgets/paint.h"

#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestPaint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Colour-blind agents tell states by shape alone: each pair must differ in at least a fifth of its area.
    void noTwoShapes_lookAlike()
    {
        for (int a = 1; a <= last; ++a)
            for (int b = a + 1; b <= last; ++b) {
                const QImage first = drawn(Shape(a));
                const QImage second = drawn(Shape(b));
                const int different = countDifferent(first, second);
                const int most = std::max(countDark(first), countDark(second));
                QVERIFY2(different * 5 >= most, qPrintable(u"%1 and %2"_s.arg(a).arg(b)));
            }
    }

    void everyShape_staysOnItsGrid()
    {
        for (int i = 1; i <= last; ++i) {
            QVERIFY(!shapePath(Shape(i)).isEmpty());
            QVERIFY(QRectF(0, 0, 12, 12).contains(shapePath(Shape(i)).boundingRect()));
        }
        QVERIFY(shapePath(Shape::None).isEmpty());
    }

    void pillTones_neverShareShapeAndFill()
    {
        // Drawn in one ink: what is left is shape and fill.
        QList<QImage> seen;
        for (const PillTone tone : {PillTone::Plain, PillTone::Warn, PillTone::Hot, PillTone::Filled, PillTone::Faint,
                                    PillTone::Good, PillTone::Struck}) {
            QImage image(120, 20, QImage::Format_RGB32);
            image.fill(m_look->theme.color(Token::Base));
            QPainter painter(&image);
            paintPill(painter, image.rect(), m_look->theme, {u"1 h 40"_s, tone});
            painter.end();
            for (const QImage &other : seen)
                QVERIFY(countDifferent(image, other) > 20);
            seen.append(image);
        }
    }

    void tabularDigits_takeTheSamePlace_data()
    {
        QTest::addColumn<double>("scale");
        for (const double scale : {0.8, 1.0, 1.5, 2.0})
            QTest::addRow("%.1f", scale) << scale;
    }
    void tabularDigits_takeTheSamePlace()
    {
        QFETCH(double, scale);
        m_look->theme.setScale(scale);
        const QFontMetricsF metrics(m_look->theme.font(TextStyle::Pill));
        const qreal zeros = tabularWidth(metrics, u"00:00"_s);
        for (int digit = 1; digit <= 9; ++digit)
            QCOMPARE(tabularWidth(metrics, u"%1%1:%1%1"_s.arg(digit)), zeros);
        QVERIFY(metrics.horizontalAdvance(u'1') < metrics.horizontalAdvance(u'0')); // or there were nothing to do
        m_look->theme.setScale(1);
    }

    void aDigitThatChanges_movesNothingElse()
    {
        // The unit after the number must not jump while seconds run.
        const auto right = [&](const QString &text) {
            QImage image(100, 20, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.setFont(m_look->theme.font(TextStyle::Pill));
            drawTabular(painter, image.rect(), Qt::AlignLeft | Qt::AlignVCenter, text);
            painter.end();
            return image.copy(qRound(tabularWidth(QFontMetricsF(painter.font()), u"00"_s)) + 22, 0, 60, 20);
        };
        QCOMPARE(right(u"11 min"_s), right(u"58 min"_s));
    }

    void tabularText_endsAtTheRightEdge()
    {
        QImage image(80, 20, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setFont(m_look->theme.font(TextStyle::Pill));
        drawTabular(painter, image.rect(), Qt::AlignRight | Qt::AlignVCenter, u"20 min"_s);
        painter.end();
        QVERIFY(countDark(image.copy(70, 0, 10, 20)) > 0);
        QCOMPARE(countDark(image.copy(0, 0, 30, 20)), 0);
    }

    void initials_areFirstAndLast_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("onClash");
        QTest::newRow("two words") << u"Awa Koné"_s << u"AK"_s << u"AW"_s;
        QTest::newRow("three words") << u"Jean Marc Bamba"_s << u"JB"_s << u"JE"_s;
        QTest::newRow("one word") << u"Rosine"_s << u"R"_s << u"RO"_s;
        QTest::newRow("accents, spaces") << u"  école   hibiscus "_s << u"ÉH"_s << u"ÉC"_s;
        QTest::newRow("decomposed accent") << u"e\u0301cole bleue"_s << u"E\u0301B"_s << u"E\u0301C"_s;
        QTest::newRow("outside the first plane") << u"\U0001D49C b"_s << u"\U0001D49CB"_s << u"\U0001D49C"_s;
        QTest::newRow("nothing") << u" "_s << QString() << QString();
    }
    void initials_areFirstAndLast()
    {
        QFETCH(QString, name);
        QTEST(initials(name), "expected");
        QTEST(initials(name, InitialsRule::FirstTwo), "onClash");
    }

    void avatarColor_isTheSameInEveryProcess()
    {
        // qHash is seeded anew by each process; these are what every console must show.
        const Theme &theme = m_look->theme;
        QCOMPARE(avatarColor(theme, u"A-1"), avatarColor(theme, u"A-1"));
        QCOMPARE(avatarColor(theme, u""),
                 mixed(QColor(0x6D42AD), theme.color(Token::Base), 0.22)); // 2166136261 % 7 = 2
        QSet<QRgb> hues;
        for (int i = 0; i < 100; ++i)
            hues.insert(avatarColor(theme, u"agent-%1"_s.arg(i)).rgb());
        QCOMPARE(hues.size(), 7);
    }

    void elision_isKeptAndForgottenWhenFull()
    {
        ElisionCache cache(2);
        const QFont font = m_look->theme.font(TextStyle::Body);
        const QString text = u"Imprimante à l’arrêt depuis ce matin"_s;
        const QString cut = cache.elided(text, font, 100);
        QVERIFY(cut.endsWith(u'…'));
        QVERIFY(QFontMetricsF(font).horizontalAdvance(cut) <= 100);
        QVERIFY(cache.elided(text, font, 100).isSharedWith(cut));
        QCOMPARE(cache.elided(text, font, 1000), text);
        QCOMPARE(cache.elided(u"court"_s, font, 1000), u"court"_s);
        QVERIFY(!cache.elided(text, font, 100).isSharedWith(cut));
        QCOMPARE(cache.elided(text, font, 100), cut);
    }

    void aSharpLine_isOnePixelAtEveryRatio_data()
    {
        QTest::addColumn<double>("ratio");
        for (const double ratio : {1.0, 1.5, 2.0})
            QTest::addRow("%.1f", ratio) << ratio;
    }
    void aSharpLine_isOnePixelAtEveryRatio()
    {
        QFETCH(double, ratio);
        QImage image(40, 40, QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        drawHLine(painter, 0, 40 / ratio, 7, Qt::black);
        painter.end();
        int rows = 0;
        for (int y = 0; y < image.height(); ++y)
            if (image.pixel(5, y) != qRgb(255, 255, 255)) {
                ++rows;
                QCOMPARE(image.pixel(5, y), qRgb(0, 0, 0)); // not a smeared grey
            }
        QCOMPARE(rows, 1);
    }

    void aPill_fitsTheSizeItAsksFor_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("height");
        for (const double scale : {0.8, 1.0, 1.5, 2.0})
            for (const int height : {16, 20})
                QTest::addRow("%.1f, %d", scale, height) << scale << height;
    }
    void aPill_fitsTheSizeItAsksFor()
    {
        QFETCH(double, scale);
        QFETCH(int, height);
        m_look->theme.setScale(scale);
        const Pill pill{u"tenu, +40 min"_s, PillTone::GoodLate, true};
        const QSize size = pillSize(m_look->theme, pill, m_look->theme.px(height)).toSize();
        QImage image(size + QSize(40, 0), QImage::Format_RGB32);
        image.fill(m_look->theme.color(Token::Base));
        const QImage blank = image.copy(0, 0, 38, size.height());
        QPainter painter(&image);
        paintPill(painter, image.rect(), m_look->theme, pill);
        painter.end();
        QCOMPARE(image.copy(0, 0, 38, size.height()), blank); // right aligned, so the rest stays free
        QVERIFY(image.copy(40, 0, size.width(), size.height()) != blank);
        m_look->theme.setScale(1);
    }

    void initTestCase() { m_look = std::make_unique<Look>(); }
    void cleanupTestCase() { m_look.reset(); }

private:
    static constexpr int last = int(Shape::ThreeQuarterDisc);

    static QImage drawn(Shape shape)
    {
        QImage image(24, 24, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintShape(painter, image.rect(), shape, Qt::black);
        return image;
    }

    static int countDark(const QImage &image)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                count += qGray(image.pixel(x, y)) < 128;
        return count;
    }

    static int countDifferent(const QImage &a, const QImage &b)
    {
        int count = 0;
        for (int y = 0; y < a.height(); ++y)
            for (int x = 0; x < a.width(); ++x)
                count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 64;
        return count;
    }

    std::unique_ptr<Look> m_look;
};

QTEST_MAIN(TestPaint)
#include "tst_paint.moc"

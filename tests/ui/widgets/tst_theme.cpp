// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/widgets/look.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"

#include <QFontInfo>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

// The darkest pixel that is not transparent.
QColor inkOf(const QImage &image)
{
    QColor ink;
    int most = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (const QColor pixel = image.pixelColor(x, y); pixel.alpha() > most) {
                most = pixel.alpha();
                ink = pixel;
            }
    ink.setAlpha(255);
    return ink;
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChange_isAnnouncedOnce_andOnlyWhenItIsOne()
    {
        Theme theme;
        theme.setScheme(Theme::Scheme::Light);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setScheme(Theme::Scheme::Light);
        theme.setScale(1);
        theme.setDensity(Density::Normal);
        theme.setReducedMotion(false);
        QCOMPARE(changed.size(), 0);
        theme.setScheme(Theme::Scheme::Dark);
        theme.setScale(1.25);
        theme.setDensity(Density::Compact);
        theme.setReducedMotion(true);
        QCOMPARE(changed.size(), 4);
    }

    void theSystemsScheme_countsOnlyWhenAskedFor()
    {
        Theme theme;
        theme.setScheme(Theme::Scheme::System);
        theme.setSystemDark(true);
        QVERIFY(theme.isDark());
        QCOMPARE(theme.color(Token::Base), QColor(0x1F2021));
        theme.setScheme(Theme::Scheme::Light);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setSystemDark(false);
        theme.setSystemDark(true);
        QCOMPARE(changed.size(), 0);
        QVERIFY(!theme.isDark());
    }

    void scale_staysWithinBounds()
    {
        Theme theme;
        theme.setScale(0.1);
        QCOMPARE(theme.scale(), 0.8);
        theme.setScale(9);
        QCOMPARE(theme.scale(), 2.0);
        QCOMPARE(theme.px(28), 56);
    }

    void fonts_areInter_andScaleInWholePixels()
    {
        Theme theme;
        QCOMPARE(QFontInfo(theme.font(TextStyle::Body)).family(), u"Inter"_s);
        QCOMPARE(theme.font(TextStyle::Body).pixelSize(), 13);
        QCOMPARE(theme.font(TextStyle::BodyStrong).weight(), QFont::DemiBold);
        theme.setScale(1.5);
        QCOMPARE(theme.font(TextStyle::Body).pixelSize(), 20); // 19.5
        QCOMPARE(theme.font(TextStyle::Pill).pixelSize(), 17); // 17.25
        QCOMPARE(theme.lineHeight(TextStyle::Body), 27);
    }

    void reducedMotion_takesNoTime()
    {
        Theme theme;
        QCOMPARE(theme.motion(120), 120);
        theme.setReducedMotion(true);
        QCOMPARE(theme.motion(120), 0);
    }

    void thePalette_speaksOfTheTokens()
    {
        Theme theme;
        theme.setScheme(Theme::Scheme::Light);
        const QPalette palette = theme.palette();
        QCOMPARE(palette.color(QPalette::Window), theme.color(Token::Win));
        QCOMPARE(palette.color(QPalette::Active, QPalette::Highlight), theme.color(Token::Sel));
        QCOMPARE(palette.color(QPalette::Inactive, QPalette::Highlight), theme.color(Token::SelOff));
        QCOMPARE(palette.color(QPalette::Disabled, QPalette::Text), theme.color(Token::TextOff));
        QVERIFY(!isDarkPalette(palette));
        theme.setScheme(Theme::Scheme::Dark);
        QVERIFY(isDarkPalette(theme.palette()));
    }

    void icons_takeTheColourOfTheTheme_alsoAfterItChanged()
    {
        Theme theme;
        theme.setScheme(Theme::Scheme::Light);
        const QIcon mail = icon(theme, u"mail"_s, Token::Accent);
        QCOMPARE(mail.name(), u"mail"_s);
        QCOMPARE(inkOf(mail.pixmap(48).toImage()), theme.color(Token::Accent));
        QCOMPARE(inkOf(mail.pixmap(48, QIcon::Disabled).toImage()), theme.color(Token::TextOff));
        theme.setScheme(Theme::Scheme::Dark);
        QCOMPARE(inkOf(mail.pixmap(48).toImage()), tokenColor(Token::Accent, true));
    }

    void iconPixmaps_areSharp_andKept()
    {
        Theme theme;
        const QPixmap pixmap = iconPixmap(theme, u"mail"_s, 16, Token::Text2, 2.0);
        QCOMPARE(pixmap.size(), QSize(32, 32));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
        QCOMPARE(iconPixmap(theme, u"mail"_s, 16, Token::Text2, 2.0).cacheKey(), pixmap.cacheKey());
        QVERIFY(iconPixmap(theme, u"mail"_s, 16, Token::Text3, 2.0).cacheKey() != pixmap.cacheKey());
        theme.setScale(1.1);
        QVERIFY(iconPixmap(theme, u"mail"_s, 16, Token::Text2, 2.0).cacheKey() != pixmap.cacheKey());
    }

    void anUnknownIcon_isReported()
    {
        Theme theme;
        QTest::ignoreMessage(QtWarningMsg, "no icon named nothing-like-it");
        QVERIFY(!iconPixmap(theme, u"nothing-like-it"_s, 16, Token::Text2, 1).isNull());
    }

    void theLogo_hasTheColoursOfTheScheme()
    {
        Theme theme;
        for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
            theme.setScheme(scheme);
            const QImage image = logoPixmap(theme, 48, 1).toImage();
            QCOMPARE(image.pixelColor(12, 12), theme.color(Token::Accent));
        }
    }

    void theApplication_followsTheTheme()
    {
        Look look;
        QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0xF4F2EE));
        Label label(u"Akwaba"_s, TextStyle::Title, Token::Text2);
        QCOMPARE(&themeOf(&label), &look.theme);
        look.theme.setScheme(Theme::Scheme::Dark);
        look.theme.setScale(2);
        QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0x18191A));
        QCOMPARE(QApplication::font().pixelSize(), 26);
        QCOMPARE(label.font().pixelSize(), 40);
        QCOMPARE(label.palette().color(QPalette::WindowText), tokenColor(Token::Text2, true));
    }

    void aDarkSystem_isNoticedWhileRunning()
    {
        Look look;
        look.theme.setScheme(Theme::Scheme::System);
        QPalette system;
        system.setColor(QPalette::Window, Qt::black);
        system.setColor(QPalette::WindowText, Qt::white);
        QList<bool> seen;
        connect(&look.theme, &Theme::changed, this, [&] { seen.append(look.theme.isDark()); });
        QApplication::style()->polish(system); // as Qt does when the platform's palette changed
        // Then the style asks Qt for the palette again, and the platform of this test is light.
        QTRY_COMPARE(seen, (QList<bool>{true, false}));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"

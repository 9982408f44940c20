// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/widgets/look.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/codefield.h"

#include <QComboBox>
#include <QImage>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QVBoxLayout>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

using Maker = std::unique_ptr<QWidget> (*)();

QPushButton *pushButton(ButtonLook look, const QString &text)
{
    auto *button = new QPushButton(text);
    setLook(button, look);
    return button;
}

template <class T, class Setup> std::unique_ptr<QWidget> made(Setup setup)
{
    auto widget = std::make_unique<T>();
    setup(*widget);
    return widget;
}

} // namespace

/// What AkwabaStyle promises of Qt's own controls: room for words, focus that is seen, feedback to a press.
class TestStyle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<Look>(); }
    void cleanupTestCase() { m_look.reset(); }
    void cleanup() { m_look->theme.setScale(1); }

    void buttonText_isNeverWiderThanItsButton_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("look");
        for (const auto &text : {u"Envoyer et mettre en attente client"_s, u"Ajouter la note"_s, u"Escalader"_s,
                                 u"Effacer définitivement…"_s, u"Fusionner avec n° 4812"_s, u"OK"_s})
            for (int look = 0; look <= int(ButtonLook::SmallLink); ++look)
                QTest::addRow("%s %d", qPrintable(text), look) << text << look;
    }
    void buttonText_isNeverWiderThanItsButton()
    {
        QFETCH(QString, text);
        QFETCH(int, look);
        for (const double scale : {0.8, 1.0, 1.5, 2.0}) {
            m_look->theme.setScale(scale);
            const std::unique_ptr<QPushButton> button(pushButton(ButtonLook(look), text));
            const bool strong = ButtonLook(look) != ButtonLook::Secondary && ButtonLook(look) < ButtonLook::Quiet;
            const bool link = ButtonLook(look) >= ButtonLook::Link;
            const TextStyle style = ButtonLook(look) == ButtonLook::SmallLink ? TextStyle::SmallMedium
                : strong                                                      ? TextStyle::BodyStrong
                                                                              : TextStyle::BodyMedium;
            const QFont font = m_look->theme.font(style);
            const int padding = link ? 0 : 8;
            QVERIFY(button->sizeHint().width()
                    >= QFontMetricsF(font).horizontalAdvance(text) + 2 * m_look->theme.px(padding));
            if (!link) QCOMPARE(button->sizeHint().height(), m_look->theme.px(28));
        }
    }

    void fieldsShowWhereTheKeyboardIs_data()
    {
        QTest::addColumn<Maker>("make");
        QTest::newRow("line edit") << Maker([] { return made<QLineEdit>([](auto &) { }); });
        QTest::newRow("text") << Maker([] { return made<QPlainTextEdit>([](auto &) { }); });
        QTest::newRow("combo") << Maker([] { return made<QComboBox>([](auto &box) { box.addItem(u"a"_s); }); });
        QTest::newRow("spin box") << Maker([] { return made<QSpinBox>([](auto &) { }); });
        QTest::newRow("code") << Maker([] { return made<CodeField>([](auto &) { }); });
        QTest::newRow("tabs") << Maker([] { return made<QTabBar>([](auto &bar) { bar.addTab(u"a"_s); }); });
    }
    void fieldsShowWhereTheKeyboardIs()
    {
        QFETCH(Maker, make);
        QWidget window;
        QWidget *field = make().release();
        window.resize(300, 120);
        (new QVBoxLayout(&window))->addWidget(field);
        window.show();
        QApplication::setActiveWindow(&window);
        field->clearFocus();
        const QImage without = field->grab().toImage();
        field->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(field->hasFocus());
        const QImage with = field->grab().toImage();
        QVERIFY(countOf(with, m_look->theme.color(Token::Focus)) > 2 * 10);
        QCOMPARE(countOf(without, m_look->theme.color(Token::Focus)), 0);
    }

    void aButtonReachedByTab_hasARingAroundIt()
    {
        QWidget window;
        auto *first = new QPushButton(u"Annuler"_s);
        auto *second = pushButton(ButtonLook::Primary, u"Envoyer"_s);
        auto *column = new QVBoxLayout(&window);
        column->addWidget(first);
        column->addWidget(second);
        window.show();
        QApplication::setActiveWindow(&window);
        QTRY_VERIFY(window.isActiveWindow());
        first->clearFocus();
        first->setFocus(Qt::TabFocusReason);
        const QColor ring = m_look->theme.color(Token::Focus);
        const auto ringAround = [&](const QWidget *button) {
            const QRect outer = button->geometry().adjusted(-3, -3, 3, 3);
            return countOf(window.grab(outer).toImage(), ring) > 100;
        };
        QVERIFY(ringAround(first));
        QTest::keyClick(first, Qt::Key_Tab);
        QVERIFY(ringAround(second));
        QVERIFY(!ringAround(first));
        QTest::mouseClick(first, Qt::LeftButton);
        QVERIFY(!ringAround(second));
        QVERIFY(!ringAround(first)); // the mouse knows where it is
    }

    void aRing_diesWithItsWindow()
    {
        for (int i = 0; i < 2; ++i) {
            QWidget window;
            auto *button = new QPushButton(u"Annuler"_s, &window);
            window.show();
            QApplication::setActiveWindow(&window);
            button->setFocus(Qt::TabFocusReason);
            QTRY_VERIFY(button->hasFocus());
        }
    }

    void aPressedButton_sinksByOnePixel()
    {
        const std::unique_ptr<QPushButton> button(pushButton(ButtonLook::Primary, u"Envoyer"_s));
        button->resize(button->sizeHint());
        button->setAttribute(Qt::WA_UnderMouse); // pressed is drawn on the ground of hover
        const QImage up = button->grab().toImage();
        button->setDown(true);
        const QImage down = button->grab().toImage();
        const QRect inner(8, 6, up.width() - 16, up.height() - 12);
        QCOMPARE(down.copy(inner.translated(0, 1)), up.copy(inner));
    }

private:
    static int countOf(const QImage &image, const QColor &color)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == color;
        return count;
    }

    std::unique_ptr<Look> m_look;
};

QTEST_MAIN(TestStyle)
#include "tst_style.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/widgets/look.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/ground.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/popupframe.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sectioncard.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/smallwidgets.h"
#include "ui/widgets/splitbutton.h"
#include "ui/widgets/switch.h"

#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QImage>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
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

int colorsIn(const QImage &image)
{
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            colors.insert(image.pixel(x, y));
    return int(colors.size());
}

template <class T, class Setup> std::unique_ptr<QWidget> made(Setup setup)
{
    auto widget = std::make_unique<T>();
    setup(*widget);
    return widget;
}

} // namespace

/// What is true of each widget of the folder and of Qt's own in our style.
class TestWidgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<Look>(); }
    void cleanupTestCase() { m_look.reset(); }
    void cleanup()
    {
        m_look->theme.setScheme(Theme::Scheme::Light);
        m_look->theme.setScale(1);
    }

    void eachWidget_isDrawnInBothSchemesAndScales_data() { addWidgets(); }
    void eachWidget_isDrawnInBothSchemesAndScales()
    {
        QFETCH(Maker, make);
        const std::unique_ptr<QWidget> widget = make();
        for (const double scale : {1.0, 1.5}) {
            m_look->theme.setScale(scale);
            m_look->theme.setScheme(Theme::Scheme::Light);
            const QImage light = grabbed(*widget);
            m_look->theme.setScheme(Theme::Scheme::Dark);
            const QImage dark = grabbed(*widget);
            QVERIFY2(colorsIn(light) > 2, "blank");
            QVERIFY(light != dark);
            QCOMPARE(light.size(), dark.size());
        }
    }

    void eachWidget_growsWithTheScale_data() { addWidgets(); }
    void eachWidget_growsWithTheScale()
    {
        QFETCH(Maker, make);
        const std::unique_ptr<QWidget> widget = make();
        widget->ensurePolished();
        const QSize before = widget->sizeHint();
        m_look->theme.setScale(2);
        const QSize after = widget->sizeHint();
        QVERIFY2(after.height() >= before.height() * 3 / 2 || after.width() >= before.width() * 3 / 2,
                 qPrintable(u"%1x%2 became %3x%4"_s.arg(before.width())
                                .arg(before.height())
                                .arg(after.width())
                                .arg(after.height())));
    }

    void splitButton_opensItsMenuByKeyboard()
    {
        SplitButton button(u"Envoyer"_s, u"Autres envois"_s);
        QMenu menu;
        menu.addAction(u"Envoyer et fermer"_s);
        button.setMenu(&menu);
        button.show();
        QTest::keyClick(button.mainButton(), Qt::Key_Down);
        QTRY_VERIFY(menu.isVisible());
        menu.close();
        const auto buttons = button.findChildren<QPushButton *>();
        QCOMPARE(buttons.last()->accessibleName(), u"Autres envois"_s);
        QCOMPARE(buttons.last()->width(), m_look->theme.px(26));
        QTest::mouseClick(buttons.last(), Qt::LeftButton);
        QTRY_VERIFY(menu.isVisible());
    }

    void returnInAField_pressesNoButtonOfAFoot()
    {
        QDialog dialog;
        auto *column = new QVBoxLayout(&dialog);
        auto *field = new QLineEdit;
        auto *foot = new DialogFoot(u"Compte aussitôt"_s);
        auto *apply = new QPushButton(u"Appliquer"_s);
        bool pressed = false;
        connect(apply, &QPushButton::clicked, this, [&pressed] { pressed = true; });
        foot->add(apply);
        column->addWidget(field);
        column->addWidget(foot);
        dialog.show();
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!pressed);
        apply->setDefault(true); // unless the dialog says so
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(pressed);
    }

    void aViewOnItsGround_followsTheTheme()
    {
        QListWidget view;
        setGround(&view, Token::Raised);
        view.show();
        for (const Theme::Scheme scheme : {Theme::Scheme::Dark, Theme::Scheme::Light}) {
            m_look->theme.setScheme(scheme);
            QTRY_COMPARE(view.palette().color(QPalette::Base), m_look->theme.color(Token::Raised));
        }
    }

    void everyButton_hasANameForScreenReaders()
    {
        const IconButton dots(u"dots"_s, u"Plus d’actions"_s);
        const FilterChip chip(u"Canal & file"_s);
        StatusChip person;
        person.setPerson(u"1"_s, u"CB"_s, u"Cabinet Bamba & Associés"_s);
        const auto nameOf = [](const QWidget &widget) {
            auto *mutableWidget = const_cast<QWidget *>(&widget); // the interface is not const
            return QAccessible::queryAccessibleInterface(mutableWidget)->text(QAccessible::Name);
        };
        QCOMPARE(nameOf(dots), u"Plus d’actions"_s);
        QCOMPARE(nameOf(chip), u"Canal & file"_s);
        QCOMPARE(nameOf(person), u"Cabinet Bamba & Associés"_s);
        PillLabel pill;
        pill.setPill({u"retard 1 h 05"_s, PillTone::Filled}, u"retard 1 h 05, première réponse"_s);
        QCOMPARE(nameOf(pill), u"retard 1 h 05, première réponse"_s);
    }

private:
    static QImage grabbed(QWidget &widget)
    {
        widget.ensurePolished();
        widget.resize(widget.sizeHint().expandedTo({40, 12}));
        return widget.grab().toImage();
    }

    static void addWidgets()
    {
        QTest::addColumn<Maker>("make");
        const auto add = [](const char *name, Maker make) { QTest::newRow(name) << make; };
        add("primary button", [] { return std::unique_ptr<QWidget>(pushButton(ButtonLook::Primary, u"Envoyer"_s)); });
        add("secondary button",
            [] { return std::unique_ptr<QWidget>(pushButton(ButtonLook::Secondary, u"Envoyer"_s)); });
        add("quiet button", [] { return std::unique_ptr<QWidget>(pushButton(ButtonLook::Quiet, u"Envoyer"_s)); });
        add("line edit", [] { return made<QLineEdit>([](auto &edit) { edit.setText(u"CMD-2026"_s); }); });
        add("combo box", [] { return made<QComboBox>([](auto &box) { box.addItem(u"Échéance"_s); }); });
        add("spin box", [] { return made<QSpinBox>([](auto &) { }); });
        add("check box", [] {
            return made<QCheckBox>([](auto &box) {
                box.setText(u"Hors ligne"_s);
                box.setChecked(true);
            });
        });
        add("radio button", [] {
            return made<QRadioButton>([](auto &box) {
                box.setText(u"Oui"_s);
                box.setChecked(true);
            });
        });
        add("tool button", [] { return made<QToolButton>([](auto &button) { button.setText(u"Trier"_s); }); });
        add("tab bar", [] { return made<QTabBar>([](auto &bar) { bar.addTab(u"Historique"_s); }); });
        add("menu", [] { return made<QMenu>([](auto &menu) { menu.addAction(u"Répondre\tR"_s); }); });
        add("scroll bar", [] { return made<QScrollBar>([](auto &bar) { bar.setMaximum(100); }); });
        add("progress bar", [] { return made<QProgressBar>([](auto &bar) { bar.setValue(50); }); });
        addOurWidgets(add);
    }

    template <class Add> static void addOurWidgets(const Add &add)
    {
        add("label", [] { return std::unique_ptr<QWidget>(new Label(u"Sujet"_s, TextStyle::Heading)); });
        add("icon button", [] { return std::unique_ptr<QWidget>(new IconButton(u"bell"_s, u"Alertes"_s)); });
        add("split button", [] { return std::unique_ptr<QWidget>(new SplitButton(u"Envoyer"_s, u"Autres"_s)); });
        add("segmented control",
            [] { return made<SegmentedControl>([](auto &control) { control.addSegment(u"Note"_s, u"lock"_s); }); });
        add("filter chip", [] { return std::unique_ptr<QWidget>(new FilterChip(u"Canal"_s)); });
        add("status chip", [] {
            return made<StatusChip>(
                [](auto &chip) { chip.setState({u"Ouvert"_s, Shape::Triangle, {Token::Open, Token::OpenSoft}}); });
        });
        add("banner",
            [] { return made<Banner>([](auto &banner) { banner.setMessage(Banner::Kind::Bad, u"Envoi refusé"_s); }); });
        add("empty state",
            [] { return std::unique_ptr<QWidget>(new EmptyState(u"alarm"_s, u"Rien"_s, u"Tout est fait."_s)); });
        add("search field", [] { return std::unique_ptr<QWidget>(new SearchField(u"Rechercher"_s, u"Effacer"_s)); });
        add("form field", [] {
            auto field = std::make_unique<FormField>(u"Adresse"_s, new QLineEdit);
            field->setError(u"Inconnue"_s);
            return std::unique_ptr<QWidget>(std::move(field));
        });
        add("dialog foot", [] { return made<DialogFoot>([](auto &foot) { foot.add(new QPushButton(u"Fermer"_s)); }); });
        add("section card", [] { return std::unique_ptr<QWidget>(new SectionCard(u"alarm"_s, u"Délais"_s)); });
        add("code field", [] { return made<CodeField>([](auto &field) { field.setText(u"409"_s); }); });
        add("switch", [] { return std::unique_ptr<QWidget>(new Switch(u"Sons"_s)); });
        add("key hint", [] { return std::unique_ptr<QWidget>(new KeyHint(u"Ctrl+K"_s)); });
        add("count badge", [] { return made<CountBadge>([](auto &badge) { badge.setCount(120); }); });
        add("avatar", [] { return made<Avatar>([](auto &disc) { disc.setPerson(u"1"_s, u"Awa Koné"_s); }); });
        add("pill", [] {
            return made<PillLabel>([](auto &pill) { pill.setPill({u"12 min"_s, PillTone::Hot}, u"12 min"_s); });
        });
        add("popup", [] {
            return made<PopupFrame>([](auto &popup) {
                (new QVBoxLayout(&popup))->addWidget(new Label(u"Pas encore envoyé"_s, TextStyle::PaneTitle));
            });
        });
    }

    std::unique_ptr<Look> m_look;
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/widgets/look.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/popupframe.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/smallwidgets.h"

#include <QAccessible>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace akwaba;
using namespace Qt::StringLiterals;

/// What keyboard and mouse do to chips, fields, banners and popups.
class TestInputs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_look = std::make_unique<Look>(); }
    void cleanup() { m_look.reset(); }

    void anInactiveChip_opensItsMenu()
    {
        FilterChip chip(u"Canal"_s);
        QMenu menu;
        menu.addAction(u"E-mail"_s);
        chip.setMenu(&menu);
        chip.show();
        QSignalSpy removed(&chip, &FilterChip::removed);
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Return, Qt::Key_Space}) {
            QTest::keyClick(&chip, key);
            QTRY_VERIFY(menu.isVisible());
            menu.close();
        }
        QTest::keyClick(&chip, Qt::Key_Delete);
        QCOMPARE(removed.size(), 0);
    }

    void anActiveChip_isRemovedByItsXOrDelete()
    {
        FilterChip chip(u"Non résolus"_s);
        QMenu menu;
        menu.addAction(u"Clos"_s);
        chip.setMenu(&menu);
        chip.setActive(true);
        chip.resize(chip.sizeHint());
        chip.show();
        QSignalSpy removed(&chip, &FilterChip::removed);
        QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 12, chip.height() / 2));
        QTest::keyClick(&chip, Qt::Key_Delete);
        QTest::keyClick(&chip, Qt::Key_Backspace);
        QCOMPARE(removed.size(), 3);
        QVERIFY(!menu.isVisible());
        QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(12, chip.height() / 2));
        QTRY_VERIFY(menu.isVisible());
        QCOMPARE(removed.size(), 3);
    }

    void aCode_takesOnlyDigits_alsoPasted()
    {
        CodeField field;
        QSignalSpy completed(&field, &CodeField::completed);
        QTest::keyClicks(&field, u"4a0 9"_s);
        QCOMPARE(field.text(), u"409"_s);
        field.clear();
        field.insert(u" 409 112 "_s);
        QCOMPARE(field.text(), u"409112"_s);
        QCOMPARE(completed.size(), 1);
        QTest::keyClicks(&field, u"7"_s);
        QCOMPARE(field.text(), u"409112"_s);
    }

    void aFormField_namesAndDescribesItsField()
    {
        auto *edit = new QLineEdit;
        FormField field(u"Adresse"_s, edit);
        field.show();
        QCOMPARE(edit->accessibleName(), u"Adresse"_s);
        const int calm = field.sizeHint().height();
        field.setError(u"Adresse inconnue"_s);
        QVERIFY(hasFieldError(edit));
        QCOMPARE(edit->accessibleDescription(), u"Adresse inconnue"_s);
        QVERIFY(field.sizeHint().height() > calm);
        field.setError({});
        QVERIFY(!hasFieldError(edit));
        QCOMPARE(field.sizeHint().height(), calm);
    }

    void theKeyOfAFormField_leadsIntoAFieldOfSeveralParts()
    {
        auto *parts = new QWidget;
        auto *part = new QLineEdit(parts);
        parts->setFocusProxy(part);
        FormField field(u"&Adresse"_s, parts);
        QLineEdit other(&field);
        field.show();
        field.activateWindow();
        other.setFocus();
        QTRY_VERIFY(other.hasFocus());
        QTest::keyClick(&other, Qt::Key_A, Qt::AltModifier);
        QVERIFY(part->hasFocus());
    }

    void escape_emptiesTheSearch_thenGoesOn()
    {
        QWidget window;
        auto *field = new SearchField(u"Rechercher"_s, u"Effacer"_s, &window);
        field->setKeyHint(u"Ctrl+K"_s);
        field->resize(300, 28);
        window.show();
        auto *hint = field->findChild<KeyHint *>();
        auto *clear = field->findChild<IconButton *>();
        QVERIFY(hint->isVisible() && !clear->isVisible());
        QTest::keyClicks(field, u"toner"_s);
        QVERIFY(!hint->isVisible() && clear->isVisible());
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(field->text(), QString());
        QTest::keyClicks(field, u"toner"_s);
        QTest::mouseClick(clear, Qt::LeftButton);
        QCOMPARE(field->text(), QString());
    }

    void aBanner_saysItsActionAndCanBeClosed()
    {
        Banner banner;
        banner.setMessage(Banner::Kind::Warning, u"Nouveau message du client"_s);
        banner.resize(500, banner.height());
        banner.show();
        auto *action = banner.findChild<QPushButton *>();
        auto *close = banner.findChild<IconButton *>();
        QVERIFY(action->isHidden() && close->isHidden());
        banner.setAction(u"Lire"_s);
        banner.setCloseName(u"Fermer"_s);
        QSignalSpy triggered(&banner, &Banner::actionTriggered);
        QSignalSpy closed(&banner, &Banner::closed);
        QTest::keyClick(action, Qt::Key_Space);
        QTest::keyClick(close, Qt::Key_Return);
        QCOMPARE(triggered.size(), 1);
        QCOMPARE(closed.size(), 1);
        QCOMPARE(banner.height(), m_look->theme.px(34));
    }

    void aPopup_opensBelowItsAnchor_andEscapeCloses()
    {
        QWidget window;
        window.setGeometry(100, 100, 400, 200);
        auto *anchor = new QPushButton(u"2 en attente"_s, &window);
        anchor->setGeometry(250, 10, 120, 28);
        window.show();
        PopupFrame popup(&window);
        auto *column = new QVBoxLayout(&popup);
        column->addWidget(new QLineEdit);
        QSignalSpy closed(&popup, &PopupFrame::closed);
        popup.openBelow(anchor, PopupFrame::Align::End);
        QTRY_VERIFY(popup.isVisible());
        const QRect button(anchor->mapToGlobal(QPoint()), anchor->size());
        QCOMPARE(popup.geometry().right(), button.right());
        QVERIFY(popup.geometry().top() > button.bottom());
        QTest::keyClick(&popup, Qt::Key_Escape);
        QTRY_VERIFY(!popup.isVisible());
        QCOMPARE(closed.size(), 1);
    }

private:
    std::unique_ptr<Look> m_look;
};

QTEST_MAIN(TestInputs)
#include "tst_inputs.moc"

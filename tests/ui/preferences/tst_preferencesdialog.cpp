// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "ui/inbox/sidebar.h"
#include "ui/preferences/keptpreferences.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/text/actionwords.h"

#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSlider>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now({2026, 11, 28}, {9, 30}, Qt::UTC);
const QStringList allPages{u"profile"_s, u"appearance"_s, u"language"_s, u"shortcuts"_s, u"device"_s, u"about"_s};

/// The dialog of an agent, and what it was told to do.
struct Opened {
    QString spoken = u"en"_s;
    Keymap keymap;
    std::unique_ptr<PreferencesDialog> dialog;

    explicit Opened(Theme &theme, int keepDays = 0)
    {
        PreferencesDialog::Parts parts{theme};
        parts.agent = {.name = u"Awa Koné"_s, .email = u"awa@comptoir.example"_s, .roles = {Role::Agent}};
        parts.teams = {u"Support N1"_s, u"Technique N2"_s};
        parts.connection = u"In sync"_s;
        parts.dataAsOf = now;
        parts.keepDays = keepDays;
        parts.now = now;
        parts.language = [this] { return spoken; };
        parts.speak = [this](const QString &tag) { spoken = tag; };
        parts.keymap = [this] { return keymap; };
        parts.setKeymap = [this](const Keymap &chosen) { keymap = chosen; };
        dialog = std::make_unique<PreferencesDialog>(parts);
        dialog->show();
        (void)QTest::qWaitForWindowExposed(dialog.get());
    }
    template <class T> [[nodiscard]] T &part(const QString &name) const
    {
        T *found = dialog->findChild<T *>(name);
        if (found == nullptr) qFatal("no %s", qPrintable(name));
        return *found;
    }
    [[nodiscard]] QStringList pages() const
    {
        QStringList ids;
        const auto *model = part<SideBar>(u"preferenceList"_s).model();
        for (int row = 0; row < model->rowCount(); ++row)
            ids += model->index(row, 0).data(SideBarModel::IdRole).toString();
        return ids;
    }
    [[nodiscard]] int shown() const { return part<QStackedWidget>(u"preferencePages"_s).currentIndex(); }
    void chooseAction(ActionId id) const
    {
        auto &list = part<QTreeWidget>(u"shortcutList"_s);
        for (QTreeWidgetItem *row : list.findItems(actionLabel(id), Qt::MatchExactly | Qt::MatchRecursive))
            if (row->parent() != nullptr) list.setCurrentItem(row);
    }
    [[nodiscard]] QString keyOf(ActionId id) const
    {
        auto &list = part<QTreeWidget>(u"shortcutList"_s);
        for (QTreeWidgetItem *row : list.findItems(actionLabel(id), Qt::MatchExactly | Qt::MatchRecursive))
            if (row->parent() != nullptr) return row->text(1);
        return {};
    }
    void press(const QString &key) const
    {
        part<QKeySequenceEdit>(u"shortcutKey"_s).setKeySequence(QKeySequence(key, QKeySequence::PortableText));
    }
    [[nodiscard]] QString problem() const { return part<QLabel>(u"shortcutProblem"_s).text(); }
};

} // namespace

class TestPreferencesDialog : public QObject {
    Q_OBJECT

public:
    explicit TestPreferencesDialog(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;
    QTemporaryDir m_settings;

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }
    void init()
    {
        QSettings().clear();
        apply({.scheme = Theme::Scheme::Light}, m_theme);
    }

    void theField_leavesThePagesOnWhichTheWordsStand()
    {
        const Opened open(m_theme);
        QCOMPARE(open.pages(), allPages);
        QTest::keyClicks(&open.part<QLineEdit>(u"preferenceSearch"_s), u"sqlite"_s);
        QCOMPARE(open.pages(), QStringList{u"about"_s});
        QCOMPARE(open.shown(), allPages.indexOf(u"about"_s));
        QTest::keyClick(&open.part<QLineEdit>(u"preferenceSearch"_s), Qt::Key_Escape);
        QCOMPARE(open.pages(), allPages);
        QTest::keyClicks(&open.part<QLineEdit>(u"preferenceSearch"_s), u"INITIALS"_s);
        QCOMPARE(open.pages(), QStringList{u"appearance"_s});
        QTest::keyClicks(&open.part<QLineEdit>(u"preferenceSearch"_s), u"zzz"_s);
        QCOMPARE(open.pages(), QStringList());
    }

    void whatIsChosen_countsAtOnce_andIsKept()
    {
        const Opened open(m_theme);
        open.part<QRadioButton>(u"scheme2"_s).click();
        QVERIFY(m_theme.isDark());
        open.part<QRadioButton>(u"density0"_s).click();
        QCOMPARE(m_theme.density(), Density::Compact);
        for (const QString &name : {u"showsInitials"_s, u"spellsIcons"_s})
            open.part<QAbstractButton>(name).click();
        QVERIFY(!m_theme.showsInitials());
        QVERIFY(m_theme.spellsIcons());
        const Appearance wanted{Theme::Scheme::Dark, Density::Compact, 100, false, true};
        QCOMPARE(keptAppearance(), wanted);
        open.part<QAbstractButton>(u"preferenceRestore"_s).click();
        QCOMPARE(appearanceOf(m_theme), Appearance());
        QCOMPARE(keptAppearance(), Appearance());
        QVERIFY(open.part<QRadioButton>(u"scheme0"_s).isChecked());
    }

    void theTextGrows_withSliderAndNumber_andThePageWithIt_andShrinksToWhatItWas()
    {
        const Opened open(m_theme);
        auto &slider = open.part<QSlider>(u"textSizeSlider"_s);
        auto &number = open.part<QSpinBox>(u"textSize"_s);
        const int width = slider.minimumWidth();
        slider.setValue(150);
        QCOMPARE(m_theme.scale(), 1.5);
        QCOMPARE(number.value(), 150);
        QCOMPARE(slider.minimumWidth(), width * 3 / 2);
        number.setValue(85);
        QCOMPARE(slider.value(), 85);
        number.setValue(133);
        number.setValue(100);
        QCOMPARE(keptAppearance().textSize, 100);
        QCOMPARE(slider.minimumWidth(), width);
    }

    void whatMakesNoSenseInTheSettings_isAsAtFirst()
    {
        QSettings settings;
        settings.setValue(u"theme"_s, u"pink"_s);
        settings.setValue(u"density"_s, 7);
        settings.setValue(u"textSize"_s, 4000);
        QCOMPARE(keptAppearance(), (Appearance{.textSize = 200}));
        settings.setValue(u"textSize"_s, u"large"_s);
        QCOMPARE(keptAppearance().textSize, 80);
    }

    void whatTheCommandLineChose_isNotKept_whenSomethingElseIs()
    {
        m_theme.setScheme(Theme::Scheme::Dark);
        Appearance wanted = appearanceOf(m_theme);
        wanted.density = Density::Compact;
        changeAppearance(m_theme, wanted);
        QCOMPARE(keptAppearance(), (Appearance{.density = Density::Compact}));
    }

    void anotherLanguage_isSpokenAtOnce()
    {
        Opened open(m_theme);
        open.part<QRadioButton>(u"language-fr"_s).click();
        QCOMPARE(open.spoken, u"fr"_s);
        QEvent changed(QEvent::LanguageChange);
        QCoreApplication::sendEvent(open.dialog.get(), &changed);
        QTRY_VERIFY(open.part<QRadioButton>(u"language-fr"_s).isChecked());
        QCOMPARE(open.pages(), allPages);
    }

    void aKeyThatIsPressed_isTheActionsOwn()
    {
        Opened open(m_theme);
        open.dialog->showPage(u"shortcuts"_s);
        open.chooseAction(ActionId::Note);
        QCOMPARE(open.keyOf(ActionId::Note), u"O, Ctrl+Shift+N"_s);
        open.press(u"H"_s);
        QCOMPARE(open.keymap, (Keymap{{ActionId::Note, u"H"_s}}));
        QCOMPARE(open.keyOf(ActionId::Note), u"H"_s);
        open.part<QPushButton>(u"shortcutNone"_s).click();
        QCOMPARE(open.keyOf(ActionId::Note), QString());
        open.part<QPushButton>(u"shortcutRestore"_s).click();
        QCOMPARE(open.keymap, Keymap());
        QCOMPARE(open.keyOf(ActionId::Note), u"O, Ctrl+Shift+N"_s);
    }

    void aKeyThatCannotBe_isNotTaken_andThePageSaysWhy()
    {
        Opened open(m_theme);
        open.dialog->showPage(u"shortcuts"_s);
        open.chooseAction(ActionId::Note);
        open.press(u"R"_s);
        QVERIFY2(open.problem().contains(actionLabel(ActionId::Reply)), qPrintable(open.problem()));
        open.press(u"Ctrl+Alt+E"_s);
        QVERIFY2(open.problem().contains(u"AltGr"), qPrintable(open.problem()));
        QCOMPARE(open.keymap, Keymap());
        QCOMPARE(open.part<QKeySequenceEdit>(u"shortcutKey"_s).keySequence(), QKeySequence(u"O"_s));
        open.press(u"H"_s);
        QCOMPARE(open.problem(), QString());
        open.chooseAction(ActionId::Reply);
        open.press(u"O"_s); // free by now
        open.chooseAction(ActionId::Note);
        open.part<QPushButton>(u"shortcutRestore"_s).click(); // and taken again
        QVERIFY2(open.problem().contains(actionLabel(ActionId::Reply)), qPrintable(open.problem()));
        open.part<QPushButton>(u"preferenceRestore"_s).click();
        QCOMPARE(open.keymap, Keymap());
    }

    void keys_areKeptForEachAgent()
    {
        keepKeymap({{ActionId::Note, u"H"_s}, {ActionId::Reply, QString()}}, AgentId{u"a1"_s});
        QCOMPARE(keptKeymap(AgentId{u"a1"_s}), (Keymap{{ActionId::Note, u"H"_s}, {ActionId::Reply, QString()}}));
        QCOMPARE(keptKeymap(AgentId{u"a2"_s}), Keymap());
        keepKeymap({}, AgentId{u"a1"_s});
        QCOMPARE(keptKeymap(AgentId{u"a1"_s}), Keymap());
    }

    void everyControl_hasAName()
    {
        const Opened open(m_theme, 30);
        for (const QWidget *widget : open.dialog->findChildren<QWidget *>()) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if ((widget->focusPolicy() & Qt::TabFocus) == 0 || qobject_cast<const QLabel *>(widget)) continue;
            const bool isNamed =
                !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
            const bool isPart = widget->objectName().startsWith(u"qt_");
            QVERIFY2(isNamed || isPart,
                     qPrintable(widget->objectName() + QLatin1StringView(widget->metaObject()->className())));
        }
    }

    void pictures()
    {
        if (qEnvironmentVariableIsEmpty("AKWABA_PICTURES")) QSKIP("no folder for pictures");
        const Opened open(m_theme, 30);
        const QString language = QLocale().language() == QLocale::French ? u"fr-"_s : u"en-"_s;
        for (const QString &page : allPages) {
            open.dialog->showPage(page);
            keepPictures(m_theme, *open.dialog, language + page);
        }
        m_theme.setScale(2);
        open.dialog->showPage(u"appearance"_s);
        keepPictures(m_theme, *open.dialog, language + u"appearance-200"_s);
    }
};

AKWABA_PICTURES_MAIN(TestPreferencesDialog)
#include "tst_preferencesdialog.moc"

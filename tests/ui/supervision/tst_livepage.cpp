// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "tests/ui/supervision/somefigures.h"
#include "ui/supervision/agenttable.h"
#include "ui/supervision/figuretable.h"
#include "ui/supervision/figuretile.h"
#include "ui/supervision/livepage.h"
#include "ui/widgets/banner.h"

#include <QAbstractButton>
#include <QSignalSpy>

using namespace akwaba;

namespace {

struct Page {
    Page()
    {
        page.resize(1170, 650);
        page.setDirectories(somePeople());
        page.show();
    }
    template <class T> T *must(const QString &name) const
    {
        auto *found = page.findChild<T *>(name);
        if (found == nullptr) qFatal("no %s", qPrintable(name));
        return found;
    }
    QStringList rowOf(const QTreeWidget &table, int row) const
    {
        QStringList cells;
        for (int column = 0; column < table.columnCount(); ++column)
            cells.append(table.topLevelItem(row)->text(column).replace(QChar(0xA0), u' '));
        return cells;
    }

    LivePage page;
};

} // namespace

class TestLivePage : public QObject {
    Q_OBJECT

public:
    explicit TestLivePage(Theme &theme) : m_theme(theme) { }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsSet("AKWABA_PICTURES_QM")) return;
        QVERIFY(m_english.load(u":/akwaba/translations/akwaba_en"_s));
        QVERIFY(QCoreApplication::installTranslator(&m_english));
    }

    void beforeFiguresCome_thePageSaysSo()
    {
        const Page p;
        QVERIFY(!p.page.findChild<FigureTile *>()->isVisible());
        QVERIFY(!p.must<AgentTable>(u"agentTable"_s)->isVisible());
    }

    void eachTile_opensItsList_byKeyboard()
    {
        Page p;
        p.page.setFigures(someFigures());
        const QSignalSpy wanted(&p.page, &LivePage::viewWanted);
        p.page.takeFocus();
        QStringList views;
        for (int i = 0; i < 8; ++i) {
            auto *tile = qobject_cast<FigureTile *>(p.page.focusWidget());
            QVERIFY(tile != nullptr);
            QTest::keyClick(tile, Qt::Key_Return);
            if (tile->text().name == u"agents") {
                QCOMPARE(p.page.focusWidget(), p.must<AgentTable>(u"agentTable"_s));
                tile->setFocus();
            }
            QTest::keyClick(tile, Qt::Key_Tab);
        }
        for (const auto &call : wanted)
            views.append(call.constFirst().toString());
        QCOMPARE(views,
                 (QStringList{u"late"_s, u"atRisk"_s, u"unassigned"_s, u"unanswered"_s, u"escalations"_s,
                              u"promisesToday"_s, u"channel:phone"_s}));
    }

    void agentsStandInAlphabeticalOrder_andOpenTheirTickets()
    {
        Page p;
        p.page.setFigures(someFigures());
        auto *agents = p.must<AgentTable>(u"agentTable"_s);
        QCOMPARE(p.rowOf(*agents, 0),
                 (QStringList{u"Awa Koné"_s, u"Available"_s, u"11"_s, u"1"_s, u"13:20"_s, u"2"_s}));
        QCOMPARE(agents->topLevelItem(1)->text(0), u"Émile Zadi"_s);
        QCOMPARE(p.rowOf(*agents, 3), (QStringList{u"Serge Yao"_s, u"Offline"_s, u"0"_s, u"0"_s, u"–"_s, u"0"_s}));
        const QSignalSpy wanted(&p.page, &LivePage::agentWanted);
        agents->setFocus();
        agents->setCurrentItem(agents->topLevelItem(0));
        QTest::keyClick(agents, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constFirst().constFirst().value<AgentId>(), AgentId{u"a-Awa Koné"_s});
    }

    void newFigures_leaveTheChosenAgentChosen()
    {
        Page p;
        p.page.setFigures(someFigures());
        auto *agents = p.must<AgentTable>(u"agentTable"_s);
        agents->setCurrentItem(agents->topLevelItem(2));
        LiveFigures later = someFigures();
        later.agents.removeFirst();
        p.page.setFigures(later);
        QCOMPARE(agents->currentItem()->text(0), u"Kouadio N’Guessan"_s);
    }

    void eachChart_isATableToo()
    {
        Page p;
        p.page.setFigures(someFigures());
        const auto tables = p.page.findChildren<FigureTable *>();
        const auto buttons = p.page.findChildren<QAbstractButton *>(u"toTable"_s);
        for (auto *button : buttons) {
            if (!button->isVisible()) continue;
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
        }
        QList<const FigureTable *> shown;
        for (const FigureTable *table : tables)
            if (table->isVisible()) shown.append(table);
        QCOMPARE(shown.size(), 2);
        QCOMPARE(p.rowOf(*shown.at(0), 0), (QStringList{u"15:00"_s, u"3"_s, u"1"_s, u"1"_s}));
        QCOMPARE(p.rowOf(*shown.at(1), 0), (QStringList{u"E-mail, 24 h"_s, u"96"_s, u"100"_s, u"96 %"_s}));
    }

    void trouble_leavesTheLastFigures()
    {
        Page p;
        p.page.setFigures(someFigures());
        p.page.setTrouble(u"Offline. Figures of 15:20."_s);
        QVERIFY(p.page.findChild<Banner *>()->isVisible());
        QVERIFY(p.must<FigureTile>(u"lateTile"_s)->isVisible());
        p.page.setTrouble({});
        QVERIFY(!p.page.findChild<Banner *>()->isVisible());
    }

    void everythingHasAName()
    {
        Page p;
        p.page.setFigures(someFigures());
        for (const QWidget *widget : p.page.findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus
                && !widget->objectName().startsWith(u"qt_"_s))
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }

    void itIsLookedAt()
    {
        Page p;
        p.page.setFigures(someFigures());
        keepPictures(m_theme, p.page, u"live-page"_s);
    }

private:
    Theme &m_theme;
    QTranslator m_english;
};

AKWABA_PICTURES_MAIN(TestLivePage)
#include "tst_livepage.moc"

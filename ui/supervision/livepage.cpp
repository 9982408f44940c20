// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/livepage.h"

#include "ui/supervision/agenttable.h"
#include "ui/supervision/duechart.h"
#include "ui/supervision/figurecard.h"
#include "ui/supervision/figuretable.h"
#include "ui/supervision/figuretile.h"
#include "ui/supervision/sharechart.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int tileCount = 8;
constexpr int narrowTile = 150; // with less the words of a tile are cut

} // namespace

LivePage::LivePage(QWidget *parent)
    : QScrollArea(parent), m_trouble(new Banner), m_title(new Label(TextStyle::Title)),
      m_when(new Label(TextStyle::Small, Token::Text3)), m_tileGrid(new QGridLayout), m_dueChart(new DueChart),
      m_due(new FigureCard(m_dueChart, FigureCard::Content::Chart)), m_shareChart(new ShareChart),
      m_shares(new FigureCard(m_shareChart, FigureCard::Content::Chart)), m_agents(new AgentTable),
      m_agentCard(new FigureCard(m_agents, FigureCard::Content::Table))
{
    setObjectName(u"livePage"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    build();
    connect(m_agents, &AgentTable::agentChosen, this, &LivePage::agentWanted);
    showAll();
}

void LivePage::build()
{
    const Theme &look = themeOf(this);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(look.px(20), look.px(12), look.px(20), look.px(16));
    column->setSpacing(look.px(12));
    auto *head = new QHBoxLayout;
    head->setSpacing(look.px(10));
    head->addWidget(m_title);
    head->addWidget(m_when, 1);
    column->addWidget(m_trouble);
    column->addLayout(head);
    m_tileGrid->setSpacing(look.px(12));
    column->addLayout(m_tileGrid);
    for (int i = 0; i < tileCount; ++i) {
        auto *tile = new FigureTile;
        m_tiles.append(tile);
        connect(tile, &QAbstractButton::clicked, this, [this, tile] {
            if (!tile->text().view.isEmpty()) return Q_EMIT viewWanted(tile->text().view);
            ensureWidgetVisible(m_agents);
            m_agents->setFocus(Qt::ShortcutFocusReason);
        });
    }
    auto *charts = new QHBoxLayout;
    charts->setSpacing(look.px(12));
    charts->addWidget(m_due, 3);
    charts->addWidget(m_shares, 2);
    column->addLayout(charts);
    column->addWidget(m_agentCard);
    column->addStretch(1);
    m_due->setObjectName(u"dueCard"_s);
    m_shares->setObjectName(u"shareCard"_s);
    m_trouble->hide();
    setWidget(page);
    placeTiles();
}

void LivePage::placeTiles()
{
    const int inOneRow = tileCount * themeOf(this).px(narrowTile + 12);
    const int columns = viewport()->width() >= inOneRow ? tileCount : tileCount / 2;
    if (m_tileGrid->count() > 0 && m_tileGrid->itemAtPosition(0, columns - 1) != nullptr
        && m_tileGrid->itemAtPosition(0, columns) == nullptr)
        return;
    for (int i = 0; i < m_tiles.size(); ++i)
        m_tileGrid->addWidget(m_tiles.at(i), i / columns, i % columns);
}

void LivePage::setDirectories(const Directories &directories)
{
    m_directories = directories;
    showAll();
}

void LivePage::setFigures(const LiveFigures &figures)
{
    if (m_figures == figures) return;
    m_figures = figures;
    showAll();
}

void LivePage::setTrouble(const QString &sentence)
{
    m_trouble->setMessage(Banner::Kind::Warning, sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

void LivePage::takeFocus() { m_tiles.constFirst()->setFocus(Qt::ShortcutFocusReason); }

void LivePage::showAll()
{
    m_title->setText(translate("Supervision", "Supervision"));
    setAccessibleName(m_title->text());
    m_when->setText(m_figures ? QLocale().toString(m_figures->at.toLocalTime(), u"ddd d MMM HH:mm"_s)
                              : translate("Supervision", "The figures are being fetched…"));
    for (FigureTile *tile : std::as_const(m_tiles))
        tile->setVisible(m_figures.has_value());
    for (FigureCard *card : {m_due, m_shares, m_agentCard})
        card->setVisible(m_figures.has_value());
    if (!m_figures) return;
    showTiles();
    showDue();
    showShares();
    m_agents->setAgents(m_figures->agents, m_directories, m_figures->at);
    m_agentCard->setTitle(translate("Supervision", "Agents"), translate("Supervision", "in alphabetical order"));
}

void LivePage::showTiles()
{
    const QList<TileText> texts = tilesOf(*m_figures, m_figures->at);
    for (int i = 0; i < m_tiles.size(); ++i)
        m_tiles.at(i)->setText(texts.at(i));
}

void LivePage::showDue()
{
    const DueColumns due = dueColumnsOf(*m_figures, m_directories);
    m_dueChart->setColumns(due);
    m_due->setTitle(translate("Supervision", "Due dates"),
                    translate("Supervision", "the next %n opening hours", nullptr, int(due.columns.size())));
    QList<QStringList> rows;
    for (const HourColumn &column : due.columns) {
        QStringList row{dueMoment(column.from, m_figures->at)};
        for (const qint64 count : column.counts)
            row.append(number(count));
        rows.append(row);
    }
    m_due->table().setFigures(QStringList{translate("Supervision", "From")} + due.series, rows);
}

void LivePage::showShares()
{
    const QList<ShareRow> shares = sharesOf(*m_figures);
    m_shareChart->setRows(shares);
    m_shares->setTitle(
        translate("Supervision", "Promises kept"),
        translate("Supervision", "%1, the line is the promise of %2", "a month, a percentage")
            .arg(monthAndYear(m_figures->monthFrom.toLocalTime().date()), percentOf(promisedPercent, 100)));
    QList<QStringList> rows;
    for (const ShareRow &share : shares)
        rows.append({share.label, number(share.kept), number(share.decided), percentOf(share.kept, share.decided)});
    m_shares->table().setFigures({translate("Supervision", "Promise"), translate("Supervision", "Kept"),
                                  translate("Supervision", "Of"), translate("Supervision", "Share")},
                                 rows);
}

void LivePage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange) showAll();
}

void LivePage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    placeTiles();
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferencesdialog.h"

#include "core/text/fold.h"
#include "ui/inbox/sidebar.h"
#include "ui/preferences/appearancepage.h"
#include "ui/preferences/factspage.h"
#include "ui/preferences/keptpreferences.h"
#include "ui/preferences/languagepage.h"
#include "ui/preferences/shortcutspage.h"
#include "ui/text/enumwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// All that can be read on a page, as it is searched.
QString wordsOn(const QWidget &page)
{
    QStringList words;
    for (const QLabel *label : page.findChildren<QLabel *>())
        words += label->text();
    for (const QAbstractButton *button : page.findChildren<QAbstractButton *>())
        words += button->text();
    return folded(words.join(u' '));
}

QScrollArea *scrolled(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(page);
    area->setFocusPolicy(Qt::NoFocus);
    page->setBackgroundRole(QPalette::Base);
    area->viewport()->setBackgroundRole(QPalette::Base);
    return area;
}

} // namespace

PreferencesDialog::PreferencesDialog(Parts parts, QWidget *parent)
    : QDialog(parent), m_parts(std::move(parts)), m_current(u"appearance"_s)
{
    setObjectName(u"preferences"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    build();
    fit();
}

void PreferencesDialog::build()
{
    setWindowTitle(translate("Preferences", "Settings"));
    m_stack = new QStackedWidget;
    m_stack->setObjectName(u"preferencePages"_s);
    m_pages = makePages();
    for (const Page &page : std::as_const(m_pages))
        m_stack->addWidget(scrolled(page.widget));
    auto *whole = new QWidget;
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(navigation());
    row->addWidget(m_stack, 1);
    layout()->addWidget(whole);
    layout()->addWidget(foot());
    filter({});
    choose(m_current);
}

void PreferencesDialog::fit()
{
    m_scale = m_parts.theme.scale();
    const QRect room = screen()->availableGeometry();
    resize(QSize(m_parts.theme.px(980), m_parts.theme.px(660)).boundedTo(room.size() * 0.94));
    if (!isVisible()) return;
    move(qBound(room.left(), x(), room.right() - frameGeometry().width()),
         qBound(room.top(), y(), room.bottom() - frameGeometry().height()));
}

QWidget *PreferencesDialog::navigation()
{
    const Theme &theme = m_parts.theme;
    m_search = new SearchField(translate("Preferences", "Find a setting"), translate("Preferences", "Show all"));
    m_search->setObjectName(u"preferenceSearch"_s);
    m_list = new SideBar;
    m_list->setObjectName(u"preferenceList"_s);
    m_list->setAccessibleName(translate("Preferences", "Pages"));
    auto *pane = new QWidget;
    pane->setFixedWidth(qMin(theme.px(212), screen()->availableSize().width() / 3));
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, theme.px(12), 0, theme.px(12));
    column->setSpacing(theme.px(8));
    auto *field = new QHBoxLayout;
    field->setContentsMargins(theme.px(8), 0, theme.px(8), 0);
    field->addWidget(m_search);
    column->addLayout(field);
    column->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &PreferencesDialog::filter);
    connect(m_search, &QLineEdit::returnPressed, m_list, [this] { m_list->setFocus(); });
    connect(m_list, &SideBar::viewChosen, this, &PreferencesDialog::choose);
    connect(m_list, &SideBar::left, this, [this] { focusNextChild(); }); // the first thing on the page
    return pane;
}

QWidget *PreferencesDialog::foot()
{
    auto *foot = new DialogFoot(translate("Preferences", "Counts at once, kept on this computer"));
    m_restore = new QPushButton(translate("Preferences", "Restore"));
    m_restore->setObjectName(u"preferenceRestore"_s);
    m_restore->setToolTip(translate("Preferences", "What stands on this page as it was at first"));
    auto *closing = new QPushButton(translate("Preferences", "Close"));
    closing->setObjectName(u"preferenceClose"_s);
    setLook(closing, ButtonLook::Primary);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        const auto page = std::ranges::find(m_pages, m_current, &Page::id);
        if (page != m_pages.end() && page->restore) page->restore();
    });
    connect(closing, &QPushButton::clicked, this, &QDialog::accept);
    foot->add(m_restore);
    foot->add(closing);
    return foot;
}

QList<PreferencesDialog::Page> PreferencesDialog::makePages()
{
    auto *shortcuts = new ShortcutsPage(m_parts.keymap(), m_parts.setKeymap);
    return {{u"profile"_s, u"user-check"_s, translate("Preferences", "Profile"), profilePage(), {}},
            {u"appearance"_s, u"palette"_s, translate("Preferences", "Appearance"), new AppearancePage(m_parts.theme),
             [this] { changeAppearance(m_parts.theme, Appearance()); }},
            {u"language"_s,
             u"language"_s,
             translate("Preferences", "Language"),
             new LanguagePage(m_parts.language(), m_parts.speak, m_parts.now),
             {}},
            {u"shortcuts"_s, u"keyboard"_s, translate("Preferences", "Shortcuts"), shortcuts,
             [shortcuts] { shortcuts->restoreAll(); }},
            {u"device"_s, u"device-desktop"_s, translate("Preferences", "This computer"), devicePage(), {}},
            {u"about"_s, u"info-circle"_s, translate("Preferences", "About"), aboutPage(), {}}};
}

QWidget *PreferencesDialog::profilePage() const
{
    QStringList roles;
    for (const Role role : m_parts.agent.roles)
        roles += word(role);
    return factsPage(translate("Preferences", "Profile"),
                     {{translate("Preferences", "Name"), m_parts.agent.name},
                      {translate("Preferences", "E-mail"), m_parts.agent.email},
                      {translate("Preferences", "Teams"), m_parts.teams.join(u", "_s)},
                      {translate("Preferences", "Roles"), roles.join(u", "_s)}},
                     translate("Preferences", "An administrator changes what stands here."));
}

QWidget *PreferencesDialog::devicePage() const
{
    const QString kept = m_parts.keepDays == 0
        ? translate("Preferences", "Everything that you may see")
        : translate("Preferences", "Closed tickets of the last %n days, and all others", nullptr, m_parts.keepDays);
    return factsPage(translate("Preferences", "This computer"),
                     {{translate("Preferences", "Name"), QSysInfo::machineHostName()},
                      {translate("Preferences", "Server"), m_parts.connection},
                      {translate("Preferences", "Data as of"),
                       m_parts.dataAsOf.isValid() ? fullMoment(m_parts.dataAsOf) : QString()},
                      {translate("Preferences", "Kept here"), kept}},
                     translate("Preferences", "What is kept here is encrypted, and is read and searched offline."));
}

QWidget *PreferencesDialog::aboutPage() const
{
    return factsPage(translate("Preferences", "About"),
                     {{u"Akwaba"_s, QCoreApplication::applicationVersion()},
                      {u"Qt"_s, QString::fromLatin1(qVersion())},
                      {u"SQLite"_s, QStringLiteral(AKWABA_SQLITE_VERSION)}},
                     translate("Preferences", "Free software under the GNU GPL, version 3 or later."));
}

void PreferencesDialog::filter(const QString &typed)
{
    const QStringList wanted = folded(typed).split(u' ', Qt::SkipEmptyParts);
    QList<SideBarEntry> entries;
    for (const Page &page : std::as_const(m_pages)) {
        const QString words = folded(page.title) + u' ' + wordsOn(*page.widget);
        if (std::ranges::all_of(wanted, [&words](const QString &word) { return words.contains(word); }))
            entries += {page.id, page.icon, page.title};
    }
    m_list->setEntries(entries);
    if (entries.isEmpty()) return;
    const bool isThere = std::ranges::any_of(entries, [this](const auto &entry) { return entry.id == m_current; });
    choose(isThere ? m_current : entries.first().id);
}

void PreferencesDialog::choose(const QString &id)
{
    const auto page = std::ranges::find(m_pages, id, &Page::id);
    if (page == m_pages.end()) return;
    m_current = id;
    m_list->setCurrentView(id);
    m_stack->setCurrentIndex(int(page - m_pages.begin()));
    m_restore->setVisible(bool(page->restore));
}

void PreferencesDialog::showPage(const QString &id) { choose(id); }

/// In another language: made anew, with the focus where it was.
void PreferencesDialog::rebuild()
{
    const QString focused = focusWidget() != nullptr ? focusWidget()->objectName() : QString();
    while (QLayoutItem *old = layout()->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    build();
    if (auto *widget = focused.isEmpty() ? nullptr : findChild<QWidget *>(focused)) widget->setFocus();
}

void PreferencesDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    // Later: the button that was pressed is among what goes.
    if (event->type() == QEvent::LanguageChange)
        QMetaObject::invokeMethod(this, &PreferencesDialog::rebuild, Qt::QueuedConnection);
    if (event->type() == QEvent::StyleChange && !qFuzzyCompare(m_scale, m_parts.theme.scale())) fit();
}

} // namespace akwaba

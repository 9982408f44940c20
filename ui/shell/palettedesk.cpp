// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettedesk.h"

#include "core/base/clock.h"
#include "ui/palette/palettepopup.h"
#include "ui/shell/actionset.h"
#include "ui/text/actionwords.h"
#include "ui/text/enumwords.h"
#include "ui/text/errorwords.h"
#include "ui/text/marks.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"

#include <QAction>
#include <QRegularExpression>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int mostFound = 6;
constexpr qsizetype mostRemembered = 20;
const QString recentKey = u"palette/recent"_s;

/// "n° 4812" and "#4812" mean the number.
QString searchedFor(const QString &typed)
{
    static const QRegularExpression numero(uR"(^\s*(?:#|n\s*[°º]|no\.)\s*(?=\S))"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return QString(typed).remove(numero);
}

QString numbered(const QString &number) { return translate("MainWindow", "No. %1").arg(number); }

bool isOfNoUse(const ActionInfo &info, const ActionContext &context)
{
    const bool administers = context.supervises || context.isAdministrator;
    return info.id == ActionId::Palette || (info.menu == Menu::Administration && !administers);
}

} // namespace

PaletteDesk::PaletteDesk(const Parts &parts, QWidget *window)
    : QObject(window), m_parts(parts), m_window(window), m_search(parts.readerOptions),
      m_popup(new PalettePopup(m_model, window))
{
    connect(m_popup, &PalettePopup::typed, this, &PaletteDesk::type);
    connect(m_popup, &PalettePopup::chosen, this, &PaletteDesk::choose);
    connect(m_popup, &PalettePopup::closed, this, [this] {
        m_search.forget();
        Q_EMIT openChanged();
    });
    connect(m_popup, &PalettePopup::subjectRemoved, this, [this] {
        m_context.ticket.reset();
        m_popup->setSubject({});
        show(true);
    });
    connect(&m_search, &CacheSearch::found, this, [this](const SearchResult &result) {
        m_found = result;
        show(false);
    });
}

bool PaletteDesk::isOpen() const { return m_popup->isVisible(); }

void PaletteDesk::open()
{
    m_context = m_parts.actions.context();
    m_found = {};
    const QString number = m_context.ticket ? m_context.ticket->number : QString();
    m_popup->setSubject(number.isEmpty() ? QString() : numbered(number));
    m_popup->openOver(m_window);
    show(true);
    Q_EMIT openChanged();
}

void PaletteDesk::type(const QString &text)
{
    const QString wanted = searchedFor(text);
    if (wanted.trimmed().isEmpty()) {
        m_search.forget();
        m_found = {};
    } else {
        m_search.ask(wanted, mostFound);
    }
    show(true);
}

QList<PaletteDesk::Source> PaletteDesk::sources()
{
    return {
        {u"action"_s, translate("Palette", "Actions"), false, true, [this] { return actionEntries(); },
         [this](const QString &id) {
             if (const auto action = actionByName(id)) m_parts.actions.action(*action)->trigger();
         }},
        {u"macro"_s, translate("Palette", "Macros"), false, false,
         [this] { return m_context.ticket ? m_macros() : QList<PaletteEntry>(); },
         [this](const QString &id) { Q_EMIT macroWanted(id); }},
        {u"view"_s, translate("Palette", "Views"), false, true, [this] { return viewEntries(); },
         [this](const QString &id) { Q_EMIT viewWanted(id); }},
        {u"ticket"_s, translate("Palette", "Tickets"), true, false, [this] { return ticketEntries(); },
         [this](const QString &id) { Q_EMIT ticketWanted({id}); }},
        {u"customer"_s, translate("Palette", "Customers"), true, false, [this] { return customerEntries(); },
         [this](const QString &id) { showTicketsOf(id); }},
    };
}

QList<PaletteEntry> PaletteDesk::actionEntries() const
{
    QList<PaletteEntry> entries;
    QList<PaletteEntry> ofTicket; // these first: the palette is about a ticket
    for (const ActionInfo &info : actionTable()) {
        if (isOfNoUse(info, m_context)) continue;
        const std::optional<Unavailable> why = whyUnavailable(info.id, m_context);
        const PaletteEntry entry{
            info.name, actionIcon(info.id),           actionLabel(info.id), m_parts.actions.keyName(info.id),
            {},        why ? phrase(*why) : QString()};
        (m_context.ticket && info.menu == Menu::Ticket ? ofTicket : entries) += entry;
    }
    return ofTicket + entries;
}

QList<PaletteEntry> PaletteDesk::viewEntries() const
{
    QList<PaletteEntry> entries;
    for (const SideBarEntry &view : m_views)
        if (!view.id.isEmpty())
            entries += {view.id, view.icon, view.title, {}, view.count > 0 ? number(view.count) : QString(), {}};
    return entries;
}

QList<PaletteEntry> PaletteDesk::ticketEntries() const
{
    QList<PaletteEntry> entries;
    for (const TicketRow &row : m_found.tickets) {
        QString label = row.customerName.isEmpty() ? row.subject : row.subject + u", "_s + row.customerName;
        if (!row.number.isEmpty()) label.prepend(numbered(row.number) + u" · "_s);
        entries += {row.id.value,
                    iconOf(row.channel),
                    label,
                    {},
                    word(row.status) + u", "_s + age(row.at, m_parts.clock.now()),
                    {}};
    }
    return entries;
}

QList<PaletteEntry> PaletteDesk::customerEntries() const
{
    QList<PaletteEntry> entries;
    for (const Customer &customer : m_found.customers) {
        const QString detail = !customer.organizations.isEmpty() ? customer.organizations.first()
            : customer.emails.isEmpty()                          ? QString()
                                                                 : customer.emails.first().address;
        entries += {customer.id.value, u"address-book"_s, customer.name, {}, detail, {}};
    }
    return entries;
}

void PaletteDesk::showTicketsOf(const QString &customer)
{
    const auto found = std::ranges::find(m_found.customers, CustomerId{customer}, &Customer::id);
    if (found == m_found.customers.end()) return;
    ViewSpec view;
    view.conditions = {{u"customer"_s, {customer}}};
    Q_EMIT ticketsWanted(found->name, view);
}

void PaletteDesk::show(bool fromTheTop)
{
    QList<PaletteGroup> groups;
    for (const Source &source : sources())
        groups += {source.name, source.title, source.entries(), source.isFound};
    m_model.show(groups, searchedFor(m_popup->text()), QSettings().value(recentKey).toStringList());
    m_popup->showRows(fromTheTop);
}

void PaletteDesk::choose(const QString &name)
{
    const QString id = name.section(u':', 1);
    for (const Source &source : sources()) {
        if (source.name != name.section(u':', 0, 0)) continue;
        if (source.isRemembered) remember(name);
        return source.choose(id);
    }
}

void PaletteDesk::remember(const QString &name)
{
    QSettings settings;
    QStringList recent = settings.value(recentKey).toStringList();
    recent.removeAll(name);
    recent.prepend(name);
    settings.setValue(recentKey, QStringList(recent.first(qMin(recent.size(), mostRemembered))));
}

} // namespace akwaba

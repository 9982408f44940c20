// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/actions.h"
#include "ui/inbox/sidebar.h"
#include "ui/palette/cachesearch.h"
#include "ui/palette/palettemodel.h"

#include <QObject>

namespace akwaba {

class ActionSet;
class Clock;
class PalettePopup;

/// The palette of the window: gathers what it offers from one table of sources, looks in the cache while one types, and
/// does or says what was chosen. Remembers which actions and views were chosen, never which ticket or customer. UI
/// thread.
class PaletteDesk : public QObject {
    Q_OBJECT

public:
    struct Parts {
        ActionSet &actions;
        CacheReaderOptions readerOptions;
        const Clock &clock;
    };

    PaletteDesk(const Parts &parts, QWidget *window);

    /// Those of the side bar.
    void setViews(const QList<SideBarEntry> &views) { m_views = views; }
    /// The macros that fit the open ticket, asked for at each key.
    void setMacros(std::function<QList<PaletteEntry>()> macros) { m_macros = std::move(macros); }
    void cacheReplaced() { m_search.reopen(); }
    void open();
    [[nodiscard]] bool isOpen() const;

Q_SIGNALS:
    void viewWanted(const QString &id);
    void macroWanted(const QString &id);
    void ticketWanted(const akwaba::TicketId &ticket);
    /// A list of those of one customer.
    void ticketsWanted(const QString &title, const akwaba::ViewSpec &view);
    void openChanged();

private:
    /// A group of the palette. `entries` are asked for at each key.
    struct Source {
        QString name; // in the settings, for what is remembered
        QString title;
        bool isFound; // in the cache, by what was typed
        bool isRemembered;
        std::function<QList<PaletteEntry>()> entries;
        std::function<void(const QString &id)> choose;
    };

    [[nodiscard]] QList<Source> sources();
    [[nodiscard]] QList<PaletteEntry> actionEntries() const;
    [[nodiscard]] QList<PaletteEntry> viewEntries() const;
    [[nodiscard]] QList<PaletteEntry> ticketEntries() const;
    [[nodiscard]] QList<PaletteEntry> customerEntries() const;
    void showTicketsOf(const QString &customer);
    void type(const QString &text);
    void show(bool fromTheTop);
    void choose(const QString &name);
    void remember(const QString &name);

    Parts m_parts;
    QWidget *m_window;
    PaletteModel m_model;
    CacheSearch m_search;
    PalettePopup *m_popup;
    QList<SideBarEntry> m_views;
    std::function<QList<PaletteEntry>()> m_macros = [] { return QList<PaletteEntry>(); };
    SearchResult m_found;
    ActionContext m_context; // as it was when the palette opened, without the ticket once its chip is gone
};

} // namespace akwaba

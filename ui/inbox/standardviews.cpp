// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/standardviews.h"

#include "ui/text/enumwords.h"
#include "ui/text/marks.h"
#include "ui/text/translate.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// Where a folder stands in the side bar.
enum class Shelf {
    Mine,
    Supervisors, ///< there too, of those who are over teams
    Team, ///< behind the teams
    Escalations,
    None, ///< it is opened from elsewhere
};

struct FolderEntry {
    Folder folder;
    const char *id;
    const char *icon;
    const char *title;
    Shelf shelf;
    qint64 Counters::*count = nullptr;
};

constexpr auto folders = std::to_array<FolderEntry>({
    {Folder::Mine, "mine", "inbox", QT_TRANSLATE_NOOP("Folder", "Mine"), Shelf::Mine, &Counters::mine},
    {Folder::Unassigned, "unassigned", "user-question", QT_TRANSLATE_NOOP("Folder", "Unassigned"), Shelf::Mine,
     &Counters::unassigned},
    {Folder::Late, "late", "alarm", QT_TRANSLATE_NOOP("Folder", "Late"), Shelf::Mine, &Counters::late},
    {Folder::AtRisk, "atRisk", "bell-ringing", QT_TRANSLATE_NOOP("Folder", "At risk"), Shelf::Mine, &Counters::atRisk},
    {Folder::PromisesToday, "promisesToday", "calendar", QT_TRANSLATE_NOOP("Folder", "Promises of today"), Shelf::Mine,
     &Counters::promisedToday},
    {Folder::WaitingCustomer, "waiting", "hourglass", QT_TRANSLATE_NOOP("Folder", "With customer"), Shelf::Mine,
     &Counters::waitingCustomer},
    {Folder::Drafts, "drafts", "pencil", QT_TRANSLATE_NOOP("Folder", "Drafts"), Shelf::Mine, &Counters::drafts},
    {Folder::Followed, "followed", "star", QT_TRANSLATE_NOOP("Folder", "Followed"), Shelf::Mine, &Counters::followed},
    {Folder::AllActive, "active", "list-check", QT_TRANSLATE_NOOP("Folder", "All open"), Shelf::Mine,
     &Counters::active},
    {Folder::StoppedLoops, "stoppedLoops", "refresh-alert", QT_TRANSLATE_NOOP("Folder", "Stopped loops"),
     Shelf::Supervisors, &Counters::stoppedLoops},
    {Folder::Escalations, "escalations", "stairs-up", QT_TRANSLATE_NOOP("Folder", "Escalations"), Shelf::Team,
     &Counters::escalated},
    {Folder::EscalationsToAccept, "escalationsToAccept", "user-check", QT_TRANSLATE_NOOP("Folder", "To accept"),
     Shelf::Escalations, &Counters::escalatedToAccept},
    {Folder::EscalationsMine, "escalationsMine", "inbox", QT_TRANSLATE_NOOP("Folder", "In my hands"),
     Shelf::Escalations, &Counters::escalatedMine},
    {Folder::EscalationsWaiting, "escalationsWaiting", "hourglass", QT_TRANSLATE_NOOP("Folder", "With a third party"),
     Shelf::Escalations, &Counters::escalatedWaiting},
    {Folder::Unanswered, "unanswered", "mail", QT_TRANSLATE_NOOP("Folder", "Without first response"), Shelf::None},
});

QString titleOf(const FolderEntry &entry) { return translate("Folder", entry.title); }

SideBarEntry entryOf(const FolderEntry &entry, const Counters &counters)
{
    return {QString::fromLatin1(entry.id), QString::fromLatin1(entry.icon), titleOf(entry),
            static_cast<int>(counters.*entry.count), entry.folder == Folder::Late};
}

QList<SideBarEntry> entriesOn(std::initializer_list<Shelf> shelves, const Counters &counters)
{
    QList<SideBarEntry> entries;
    for (const FolderEntry &entry : folders) {
        if (std::ranges::find(shelves, entry.shelf) != shelves.end()) entries.append(entryOf(entry, counters));
    }
    return entries;
}

SideBarEntry section(const QString &title) { return {{}, {}, title, -1}; }

QString teamId(const Team &team) { return u"team:"_s + team.id.value; }

QString channelId(Channel channel) { return u"channel:"_s + wireName(channel); }

} // namespace

QString firstView() { return QString::fromLatin1(folders.front().id); }

QString agentViewId(const AgentId &agent) { return u"agent:"_s + agent.value; }

QString escalationRoom() { return u"room:escalations"_s; }

QString supervisionRoom() { return u"room:supervision"_s; }

QList<SideBarEntry> standardEntries(const Counters &counters, const Directories &directories, bool supervises)
{
    QList<SideBarEntry> entries{section(translate("SideBar", "My views"))};
    entries += supervises ? entriesOn({Shelf::Mine, Shelf::Supervisors}, counters) : entriesOn({Shelf::Mine}, counters);
    entries.append(section(translate("SideBar", "Team")));
    for (const Team &team : directories.teams)
        if (team.active)
            entries.append({teamId(team), u"users"_s, team.name, static_cast<int>(counters.teams.value(team.id))});
    entries += entriesOn({Shelf::Team}, counters);
    if (counters.escalated > 0)
        entries << section(translate("SideBar", "Escalations")) << entriesOn({Shelf::Escalations}, counters);
    QList<SideBarEntry> channels;
    for (std::size_t i = 0; i < EnumNames<Channel>::all.size(); ++i) {
        const auto channel = static_cast<Channel>(i);
        if (const qint64 count = counters.channels.value(channel); count > 0)
            channels.append({channelId(channel), akwaba::iconOf(channel), word(channel), static_cast<int>(count)});
    }
    if (!channels.isEmpty()) entries << section(translate("SideBar", "Channels")) << channels;
    entries << section(translate("SideBar", "Rooms"))
            << SideBarEntry{escalationRoom(), u"stairs-up"_s, translate("SideBar", "Escalation board")};
    if (supervises) entries.append({supervisionRoom(), u"layout-dashboard"_s, translate("SideBar", "Supervision")});
    return entries;
}

std::optional<ShownView> standardView(const QString &id, const Directories &directories)
{
    for (const FolderEntry &entry : folders) {
        if (id == QLatin1StringView(entry.id))
            return ShownView{titleOf(entry), folderView(entry.folder), entry.folder != Folder::Mine};
    }
    for (const Team &team : directories.teams)
        if (teamId(team) == id) return ShownView{team.name, teamView(team.id), true};
    for (const Agent &agent : directories.agents)
        if (agentViewId(agent.id) == id) return ShownView{agent.name, agentView(agent.id), false};
    for (std::size_t i = 0; i < EnumNames<Channel>::all.size(); ++i) {
        const auto channel = static_cast<Channel>(i);
        if (channelId(channel) == id) return ShownView{word(channel), channelView(channel), true};
    }
    return std::nullopt;
}

} // namespace akwaba

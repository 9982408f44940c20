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

constexpr auto folders = std::to_array<Folder>({Folder::Mine, Folder::Unassigned, Folder::Late, Folder::AtRisk,
                                                Folder::WaitingCustomer, Folder::Drafts, Folder::Followed,
                                                Folder::AllActive, Folder::StoppedLoops, Folder::Escalations});

QString idOf(Folder folder)
{
    switch (folder) {
    case Folder::Mine: return u"mine"_s;
    case Folder::Unassigned: return u"unassigned"_s;
    case Folder::Late: return u"late"_s;
    case Folder::AtRisk: return u"atRisk"_s;
    case Folder::WaitingCustomer: return u"waiting"_s;
    case Folder::Drafts: return u"drafts"_s;
    case Folder::Followed: return u"followed"_s;
    case Folder::AllActive: return u"active"_s;
    case Folder::StoppedLoops: return u"stoppedLoops"_s;
    case Folder::Escalations: return u"escalations"_s;
    }
    Q_UNREACHABLE();
}

QString iconOf(Folder folder)
{
    switch (folder) {
    case Folder::Mine: return u"inbox"_s;
    case Folder::Unassigned: return u"user-question"_s;
    case Folder::Late: return u"alarm"_s;
    case Folder::AtRisk: return u"bell-ringing"_s;
    case Folder::WaitingCustomer: return u"hourglass"_s;
    case Folder::Drafts: return u"pencil"_s;
    case Folder::Followed: return u"star"_s;
    case Folder::AllActive: return u"list-check"_s;
    case Folder::StoppedLoops: return u"refresh-alert"_s;
    case Folder::Escalations: return u"stairs-up"_s;
    }
    Q_UNREACHABLE();
}

QString titleOf(Folder folder)
{
    switch (folder) {
    case Folder::Mine: return translate("Folder", "Mine");
    case Folder::Unassigned: return translate("Folder", "Unassigned");
    case Folder::Late: return translate("Folder", "Late");
    case Folder::AtRisk: return translate("Folder", "At risk");
    case Folder::WaitingCustomer: return translate("Folder", "With customer");
    case Folder::Drafts: return translate("Folder", "Drafts");
    case Folder::Followed: return translate("Folder", "Followed");
    case Folder::AllActive: return translate("Folder", "All open");
    case Folder::StoppedLoops: return translate("Folder", "Stopped loops");
    case Folder::Escalations: return translate("Folder", "Escalations");
    }
    Q_UNREACHABLE();
}

qint64 countOf(Folder folder, const Counters &counters)
{
    switch (folder) {
    case Folder::Mine: return counters.mine;
    case Folder::Unassigned: return counters.unassigned;
    case Folder::Late: return counters.late;
    case Folder::AtRisk: return counters.atRisk;
    case Folder::WaitingCustomer: return counters.waitingCustomer;
    case Folder::Drafts: return counters.drafts;
    case Folder::Followed: return counters.followed;
    case Folder::AllActive: return counters.active;
    case Folder::StoppedLoops: return counters.stoppedLoops;
    case Folder::Escalations: return counters.escalated;
    }
    Q_UNREACHABLE();
}

SideBarEntry entryOf(Folder folder, const Counters &counters)
{
    return {idOf(folder), iconOf(folder), titleOf(folder), static_cast<int>(countOf(folder, counters)),
            folder == Folder::Late};
}

SideBarEntry section(const QString &title) { return {{}, {}, title, -1}; }

QString teamId(const Team &team) { return u"team:"_s + team.id.value; }

QString channelId(Channel channel) { return u"channel:"_s + wireName(channel); }

} // namespace

QString firstView() { return idOf(Folder::Mine); }

QList<SideBarEntry> standardEntries(const Counters &counters, const Directories &directories, bool supervises)
{
    QList<SideBarEntry> entries{section(translate("SideBar", "My views"))};
    for (const Folder folder : folders)
        if (folder != Folder::Escalations && (supervises || folder != Folder::StoppedLoops))
            entries.append(entryOf(folder, counters));
    entries.append(section(translate("SideBar", "Team")));
    for (const Team &team : directories.teams)
        if (team.active)
            entries.append({teamId(team), u"users"_s, team.name, static_cast<int>(counters.teams.value(team.id))});
    entries.append(entryOf(Folder::Escalations, counters));
    QList<SideBarEntry> channels;
    for (std::size_t i = 0; i < EnumNames<Channel>::all.size(); ++i) {
        const auto channel = static_cast<Channel>(i);
        if (const qint64 count = counters.channels.value(channel); count > 0)
            channels.append({channelId(channel), akwaba::iconOf(channel), word(channel), static_cast<int>(count)});
    }
    if (!channels.isEmpty()) entries << section(translate("SideBar", "Channels")) << channels;
    return entries;
}

std::optional<ShownView> standardView(const QString &id, const Directories &directories)
{
    for (const Folder folder : folders)
        if (idOf(folder) == id) return ShownView{titleOf(folder), folderView(folder), folder != Folder::Mine};
    for (const Team &team : directories.teams)
        if (teamId(team) == id) return ShownView{team.name, teamView(team.id), true};
    for (std::size_t i = 0; i < EnumNames<Channel>::all.size(); ++i) {
        const auto channel = static_cast<Channel>(i);
        if (channelId(channel) == id) return ShownView{word(channel), channelView(channel), true};
    }
    return std::nullopt;
}

} // namespace akwaba

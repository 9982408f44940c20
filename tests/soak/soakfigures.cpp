// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/soakfigures.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QJsonObject jsonOf(const SoakFigures::Use &use)
{
    return {{u"residentWarmKb"_s, use.warm.residentKb}, {u"residentEndKb"_s, use.end.residentKb},
            {u"residentMostKb"_s, use.most.residentKb}, {u"descriptorsWarm"_s, use.warm.descriptors},
            {u"descriptorsEnd"_s, use.end.descriptors}, {u"descriptorsMost"_s, use.most.descriptors}};
}

} // namespace

void SoakFigures::Use::sampled(const ProcessUse &now)
{
    most.residentKb = std::max(most.residentKb, now.residentKb);
    most.descriptors = std::max(most.descriptors, now.descriptors);
}

bool SoakFigures::leavesNoDescriptor() const
{
    return server.end.descriptors <= server.warm.descriptors && clients.end.descriptors <= clients.warm.descriptors;
}

bool SoakFigures::isFlat() const
{
    return leavesNoDescriptor() && server.growthKb() <= mostServerGrowthKb
        && clients.growthKb() <= mostConsoleGrowthKb * consoles;
}

QJsonObject SoakFigures::toJson() const
{
    return {{u"consoles"_s, consoles},
            {u"consoleProcesses"_s, processes},
            {u"server"_s, jsonOf(server)},
            {u"consolesTogether"_s, jsonOf(clients)},
            {u"isFlat"_s, isFlat()},
            {u"mostServerGrowthKb"_s, mostServerGrowthKb},
            {u"mostConsolesGrowthKb"_s, mostConsoleGrowthKb * consoles},
            {u"replies"_s, replies},
            {u"notes"_s, notes},
            {u"statusesAndTags"_s, others},
            {u"looks"_s, looks},
            {u"mails"_s, mails},
            {u"quietAfterMs"_s, quietAfterMs},
            {u"lost"_s, lost},
            {u"repeated"_s, repeated},
            {u"connections"_s, way.connections},
            {u"cuts"_s, way.cuts},
            {u"stalls"_s, way.stalls},
            {u"delays"_s, way.delays},
            {u"violations"_s, violations.size()}};
}

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/values.h"

namespace akwaba {

/// A person who works in the console, whatever the role. The password is not here: it never leaves the server.
struct Agent {
    AgentId id;
    QString name;
    QString email;
    QList<Role> roles;
    QList<TeamId> teams;
    AgentState state = AgentState::Offline;
    QString language;
    bool active = true;
    qint64 rev = 0;
    bool operator==(const Agent &) const = default;
};

struct Team {
    TeamId id;
    QString name;
    EmailAddress email; // the address that the team's mail is sent from
    bool active = true;
    qint64 rev = 0;
    bool operator==(const Team &) const = default;
};

/// A node of the category tree. Labels per language: the console shows the agent's.
struct Category {
    CategoryId id;
    CategoryId parent;
    QString nameFr;
    QString nameEn;
    QStringList requiredAtClose; // wire names of ticket fields
    int position = 0;
    bool active = true;
    qint64 rev = 0;
    bool operator==(const Category &) const = default;
};

struct Tag {
    TagId id;
    QString name;
    bool active = true;
    qint64 rev = 0;
    bool operator==(const Tag &) const = default;
};

/// A saved list. Exactly one of owner and team is set; both empty means everybody's.
struct View {
    ViewId id;
    AgentId owner;
    TeamId team;
    QString name;
    QList<FieldCondition> conditions;
    QStringList columns;
    QString sort; // wire name of a ticket field, "-" in front for descending
    QString group;
    int position = 0;
    qint64 rev = 0;
    bool operator==(const View &) const = default;
};

/// One installation of one agent.
struct Device {
    DeviceId id;
    AgentId agent;
    QString name;
    QString version;
    DeviceState state = DeviceState::Active;
    QString publicKey;
    QDateTime leaseUntil;
    QDateTime lastSeenAt;
    qint64 rev = 0;
    bool operator==(const Device &) const = default;
};

} // namespace akwaba

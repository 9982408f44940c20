// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/config/reading.h"

#include "app/server/config/keys.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::config {

namespace {

const auto mailboxHeading = "imap"_L1;

template <class Target> QStringList namesOf(const QList<Key<Target>> &keys)
{
    QStringList names;
    for (const Key<Target> &key : keys)
        names.append(key.name);
    return names;
}

/// The heading that a key stands under, where it was put under another one.
QString homeOf(const QString &name)
{
    for (const Heading &heading : headings()) {
        if (namesOf(heading.keys).contains(name))
            return heading.name.isEmpty() ? u"it belongs above all headings"_s
                                          : u"it belongs under [%1]"_s.arg(heading.name);
    }
    return {};
}

QString unknownKey(const QString &name, const QStringList &known)
{
    const QString says = u"unknown key %1"_s.arg(name);
    if (const QString near = nearest(name, known); !near.isEmpty()) return says + u"; did you mean %1?"_s.arg(near);
    const QString home = homeOf(name);
    return home.isEmpty() ? says : says + u"; "_s + home;
}

class Reader {
public:
    explicit Reader(const QList<Section> &sections) : m_sections(sections) { }

    Reading read()
    {
        for (const Heading &heading : headings()) {
            const QStringList path = heading.name.isEmpty() ? QStringList() : QStringList{heading.name};
            take(sectionAt(path), heading.name, heading.keys, m_reading.config);
        }
        for (const Section &section : m_sections) {
            if (section.path.size() == 2 && section.path.first() == mailboxHeading)
                takeMailbox(section);
            else if (!isKnown(section.path))
                unknownHeading(section);
        }
        finish();
        std::stable_sort(m_reading.mistakes.begin(), m_reading.mistakes.end(),
                         [](const Mistake &a, const Mistake &b) { return a.line < b.line; });
        return m_reading;
    }

private:
    [[nodiscard]] Section sectionAt(const QStringList &path) const
    {
        const auto found = std::find_if(m_sections.begin(), m_sections.end(),
                                        [&path](const Section &section) { return section.path == path; });
        return found == m_sections.end() ? Section{path, 0, {}} : *found;
    }

    [[nodiscard]] static bool isKnown(const QStringList &path)
    {
        const QString name = path.join(u'.');
        return std::any_of(headings().begin(), headings().end(),
                           [&name](const Heading &heading) { return heading.name == name; });
    }

    void unknownHeading(const Section &section)
    {
        QStringList known;
        for (const Heading &heading : headings())
            known.append(heading.name);
        const QString name = section.path.join(u'.');
        const QString near = nearest(name, known);
        const QString hint = section.path.first() == mailboxHeading ? u"; a mailbox is [imap.NAME]"_s
            : near.isEmpty()                                        ? QString()
                                                                    : u"; did you mean [%1]?"_s.arg(near);
        wrong(section.line, u"unknown heading [%1]"_s.arg(name) + hint);
    }

    template <class Target>
    void take(const Section &section, const QString &heading, const QList<Key<Target>> &keys, Target &target)
    {
        const QStringList known = namesOf(keys);
        for (const Entry &entry : section.entries) {
            if (!known.contains(entry.key)) wrong(entry.line, unknownKey(entry.key, known));
        }
        for (const Key<Target> &key : keys) {
            const auto entry = std::find_if(section.entries.begin(), section.entries.end(),
                                            [&key](const Entry &given) { return given.key == key.name; });
            const bool isGiven = entry != section.entries.end();
            if (isGiven && !key.kind.take(target, entry->value))
                wrong(entry->line, u"the value of %1 must be %2"_s.arg(key.name, key.kind.wants));
            const Value value = isGiven ? entry->value : key.kind.get(target);
            m_reading.settings.append({heading, key.name, literal(value), isGiven});
        }
    }

    void takeMailbox(const Section &section)
    {
        // The name is what the database remembers the mailbox by.
        static const QRegularExpression plain(u"^[A-Za-z0-9_-]+\\z"_s);
        ImapAccount account;
        account.name = section.path.last();
        if (!plain.match(account.name).hasMatch())
            wrong(section.line, u"the name of a mailbox is of letters, digits, - and _"_s);
        take(section, section.path.join(u'.'), mailboxKeys(), account);
        if (account.server.host.isEmpty()) wrong(section.line, u"[imap.%1] lacks host"_s.arg(account.name));
        m_reading.config.imap.append(account);
    }

    void finish()
    {
        ServerConfig &config = m_reading.config;
        if (config.dataDirectory.isEmpty()) wrong(0, u"data is missing"_s);
        if (config.smtp && config.smtp->host.isEmpty()) config.smtp.reset();
        if (config.tenant.isEmpty()) config.tenant = config.publicName;
        if (config.smtp) config.smtp->ownName = config.publicName;
        for (ImapAccount &account : config.imap)
            account.server.ownName = config.publicName;
        config.limits.inflatedBody = config.limits.body;
    }

    void wrong(int line, const QString &what) { m_reading.mistakes.append({line, what}); }

    const QList<Section> &m_sections;
    Reading m_reading;
};

} // namespace

Reading examine(const QByteArray &content)
{
    const auto sections = readToml(content);
    if (!sections) return {.mistakes = {sections.error()}};
    return Reader(*sections).read();
}

QString sentence(const Mistake &mistake)
{
    return mistake.line > 0 ? u"line %1: %2"_s.arg(mistake.line).arg(mistake.what) : mistake.what;
}

} // namespace akwaba::config

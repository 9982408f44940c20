// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/demo/scenario.h"

#include "core/base/random.h"

#include <optional>

namespace akwaba::demo {

using namespace Qt::StringLiterals;

namespace {

std::optional<Voice> voiceNamed(QStringView name)
{
    if (name == u"customer") return Voice::Customer;
    if (name == u"agent") return Voice::Agent;
    if (name == u"note") return Voice::Note;
    if (name == u"call") return Voice::Call;
    return std::nullopt;
}

/// Reads line by line; says false for a line that has no meaning where it stands.
class Reader {
public:
    bool read(const QString &line)
    {
        if (line.startsWith(u"=== ")) {
            finishTurn();
            m_scenarios.append(Scenario{.name = line.mid(4)});
            return true;
        }
        if (m_scenarios.isEmpty()) return line.isEmpty() || line.startsWith(u'#');
        if (line.startsWith(u"> ")) {
            const std::optional<Voice> voice = voiceNamed(QStringView(line).mid(2));
            finishTurn();
            if (voice) m_scenarios.last().turns.append({*voice, {}, {}});
            return voice.has_value();
        }
        if (m_scenarios.last().turns.isEmpty()) return line.isEmpty() || readKey(line);
        if (line.startsWith(u"attach "))
            m_scenarios.last().turns.last().attachment = line.mid(7);
        else
            m_scenarios.last().turns.last().text += line + u'\n';
        return true;
    }

    QList<Scenario> finished()
    {
        finishTurn();
        return m_scenarios;
    }

private:
    bool readKey(const QString &line)
    {
        Scenario &scenario = m_scenarios.last();
        const QString key = line.section(u' ', 0, 0);
        const QString value = line.section(u' ', 1);
        if (key == u"category")
            scenario.category = value;
        else if (key == u"team")
            scenario.team = value;
        else if (key == u"tags")
            scenario.tags = value.split(u' ', Qt::SkipEmptyParts);
        else if (key == u"subject")
            scenario.subjects = value.split(u'|');
        else if (key == u"priority")
            return readPriority(value);
        else if (key == u"channels")
            return readChannels(value);
        else
            return false;
        return true;
    }

    bool readPriority(const QString &value)
    {
        const std::optional<Priority> priority = fromWireName<Priority>(value);
        m_scenarios.last().priority = priority.value_or(Priority::Normal);
        return priority.has_value();
    }

    bool readChannels(const QString &value)
    {
        for (const QString &name : value.split(u' ', Qt::SkipEmptyParts)) {
            const std::optional<Channel> channel = fromWireName<Channel>(name);
            if (!channel) return false;
            m_scenarios.last().channels.append(*channel);
        }
        return true;
    }

    void finishTurn()
    {
        if (!m_scenarios.isEmpty() && !m_scenarios.last().turns.isEmpty()) {
            QString &text = m_scenarios.last().turns.last().text;
            text = text.trimmed();
        }
    }

    QList<Scenario> m_scenarios;
};

} // namespace

Result<QList<Scenario>> parseScenarios(const QString &text)
{
    Reader reader;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        if (!reader.read(line.trimmed())) return fail(Code::BadInput, u"scenarios, line %1"_s.arg(number));
    }
    QList<Scenario> scenarios = reader.finished();
    for (const Scenario &scenario : scenarios) {
        if (scenario.channels.isEmpty() || scenario.subjects.isEmpty() || scenario.turns.isEmpty())
            return fail(Code::BadInput, u"scenario without channel, subject or turn: "_s + scenario.name);
    }
    return scenarios;
}

QString worded(const QString &text, const QHash<QString, QString> &words, Random &random)
{
    QString result;
    for (qsizetype at = 0; at < text.size();) {
        const QChar opening = text[at];
        const qsizetype end = opening == u'[' ? text.indexOf(u']', at) : opening == u'{' ? text.indexOf(u'}', at) : -1;
        if (end < 0) {
            result += opening;
            ++at;
            continue;
        }
        const QString inner = text.mid(at + 1, end - at - 1);
        if (opening == u'[') {
            const QStringList choices = inner.split(u'|');
            result += worded(choices[qsizetype(random.below(quint64(choices.size())))], words, random);
        } else {
            result += words.value(inner, u'{' + inner + u'}');
        }
        at = end + 1;
    }
    return result;
}

} // namespace akwaba::demo

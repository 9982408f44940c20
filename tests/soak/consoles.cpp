// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/endurance/wordsin.h"
#include "tests/soak/busyconsole.h"

#include <QJsonArray>

#include <cstdio>
#include <vector>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

/// Consoles without windows in one process, each with the threads and files of a console's own. Hears lines: an
/// Assignment first, then {work}, {rest} and {tell}, which it answers with the reports of all.
class Consoles : public QObject {
private:
    void obey(const QJsonObject &words)
    {
        if (!m_random) return begin(words);
        if (words.contains(u"tell"_s)) return tell();
        for (const auto &console : m_consoles)
            words.contains(u"work"_s) ? console->work() : console->rest();
    }

    void begin(const QJsonObject &words)
    {
        m_assignment = assignmentFrom(words);
        m_random = std::make_unique<SeededRandom>(m_assignment.seed);
        for (int i = 0; i < m_assignment.company.seats.size(); ++i)
            m_consoles.push_back(std::make_unique<BusyConsole>(m_assignment, i, *m_random));
    }

    void tell() const
    {
        QJsonArray reports;
        for (const auto &console : m_consoles)
            reports.append(console->report());
        const QByteArray line = QJsonDocument(reports).toJson(QJsonDocument::Compact) + '\n';
        std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
        std::fflush(stdout);
    }

    WordsIn m_words{[this](const QJsonObject &words) { obey(words); }};
    Assignment m_assignment;
    std::unique_ptr<Random> m_random;
    std::vector<std::unique_ptr<BusyConsole>> m_consoles;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const Consoles consoles;
    return QCoreApplication::exec();
}

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/busyconsole.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSocketNotifier>

#include <array>
#include <cstdio>
#include <unistd.h>
#include <vector>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

/// Consoles without windows in one process, each with the threads and files of a console's own. Hears lines: an
/// Assignment first, then {work}, {rest} and {tell}, which it answers with the reports of all.
class Consoles : public QObject {
public:
    Consoles()
    {
        connect(&m_input, &QSocketNotifier::activated, this, [this] { read(); });
    }

private:
    void read()
    {
        std::array<char, 65536> some{};
        const auto size = ::read(STDIN_FILENO, some.data(), some.size());
        if (size <= 0) return QCoreApplication::quit();
        m_read.append(some.data(), size);
        for (qsizetype end = m_read.indexOf('\n'); end >= 0; end = m_read.indexOf('\n')) {
            obey(QJsonDocument::fromJson(m_read.first(end)).object());
            m_read.remove(0, end + 1);
        }
    }

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

    QSocketNotifier m_input{STDIN_FILENO, QSocketNotifier::Read};
    QByteArray m_read;
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

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/soakcomparison.h"

#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "tests/server/endurance/correspondence.h"
#include "tests/server/endurance/verify.h"

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

template <class T> T read(Result<T> result)
{
    if (!result) qFatal("soak: %s", qPrintable(result.error().detail));
    return std::move(*result);
}

} // namespace

SoakComparison::SoakComparison(store::Place place, const Processes &processes)
    : m_place(std::move(place)), m_processes(processes)
{
    const SystemClock clock;
    SystemRandom random;
    const auto store = read(store::Store::open(m_place, clock, random));
    m_records = recordsOf(read(store->read()));
    for (const Message &message : std::as_const(m_records.messages)) {
        if (message.kind != MessageKind::Event) ++m_texts[message.text];
    }
}

QStringList SoakComparison::shownOtherwise(const Company &company, const ConsolesProcess &process, int index) const
{
    return ::shownOtherwise(m_records, company.tickets(), *read(process.reader(index)));
}

void SoakComparison::compareWrites(const SmtpSink &sink, SoakFigures &figures) const
{
    figures.violations += verify(m_place, {}, sink).violations; // of the log itself
    for (const auto &process : m_processes) {
        figures.replies += process->sum("replies"_L1);
        figures.notes += process->sum("notes"_L1);
        figures.others += process->sum("others"_L1);
        figures.looks += process->sum("looks"_L1);
        for (int i = 0; i < process->reports().size(); ++i)
            compareConsole(*process, i, figures);
    }
    if (m_texts.size() != figures.replies + figures.notes - figures.lost)
        figures.violations.append(u"the server has messages that nobody wrote"_s);
}

void SoakComparison::compareConsole(const ConsolesProcess &process, int index, SoakFigures &figures) const
{
    const QJsonObject report = process.reports().at(index).toObject();
    const int console = process.assignment().first + index;
    for (const QString &kind : {u"reply"_s, u"note"_s}) {
        const qint64 written = report.value(kind == u"reply" ? u"replies"_s : u"notes"_s).toInteger();
        for (qint64 number = 1; number <= written; ++number) {
            const QString text = textOf(kind, number, console);
            const int times = m_texts.value(text);
            figures.lost += times == 0 ? 1 : 0;
            figures.repeated += times > 1 ? 1 : 0;
            if (times != 1) figures.violations.append(u"\"%1\" is there %2 times"_s.arg(text).arg(times));
        }
    }
    const Ticket ticket = m_records.tickets.value(process.assignment().company.seats.at(index).ticket.value);
    if (wireName(ticket.status) != report.value(u"status"_s).toString()
        || ticket.tags.isEmpty() == report.value(u"tagged"_s).toBool())
        figures.violations.append(u"the ticket of console %1 is not as it was left"_s.arg(console));
    if (const qint64 refused = report.value(u"notSent"_s).toInteger(); refused > 0)
        figures.violations.append(u"%1 writes of console %2 were refused"_s.arg(refused).arg(console));
}

void SoakComparison::compareMail(const SmtpSink &sink, SoakFigures &figures) const
{
    QHash<QString, int> taken = sink.taken();
    qint64 answers = 0;
    for (const Correspondence::Answer &answer : Correspondence(m_place).answers()) {
        const int times = taken.take(QString(answer.emailMessageId).remove(u'<').remove(u'>'));
        ++answers;
        figures.mails += times;
        figures.repeated += times > 1 ? 1 : 0;
        if (times != 1)
            figures.violations.append(u"a reply is %1 and was mailed %2 times"_s.arg(answer.state).arg(times));
    }
    if (answers != figures.replies - figures.lost || !taken.isEmpty())
        figures.violations.append(
            u"%1 mails for %2 replies, %3 of unknown origin"_s.arg(answers).arg(figures.replies).arg(taken.size()));
}

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/choices.h"
#include "tests/fuzz/company.h"
#include "tests/fuzz/promise.h"

#include <QtEndian>

#include <variant>

using namespace akwaba;
using namespace akwaba::fuzz;
using namespace Qt::StringLiterals;

// State strings: what anybody may send us as one, and ours, changed by others. The first byte says which.

namespace {

const store::StateKey &key()
{
    static const store::StateKey made(QByteArray(32, 'k'));
    return made;
}

/// Nobody without the key writes a genuine one, and what is none is told apart from what is an old one.
void readAnything(const QString &text)
{
    const store::StateParts parts = key().read(text);
    promise(!parts.genuine || key().write(parts.lineage, parts.schemaGen, parts.seq) == text,
            "a genuine state is one that we write");
    promise(!parts.genuine || parts.seq >= 0, "a genuine state has a place in the log");
}

void writeAndRead(Choices &choices)
{
    const qint64 seq = qFromBigEndian<qint64>(choices.bytes(8).leftJustified(8, '\0').constData())
        & std::numeric_limits<qint64>::max();
    const int schemaGen = choices.byte();
    const QString lineage = QString::fromLatin1(choices.bytes(16).toHex());
    const store::StateParts parts = key().read(key().write(lineage, schemaGen, seq));
    promise(parts.genuine && parts.lineage == lineage && parts.schemaGen == schemaGen && parts.seq == seq,
            "what we write we read");
}

/// One of ours with some letters changed, put in, taken out or moved.
QString forged(QString state, Choices &choices)
{
    while (!choices.isOver() && !state.isEmpty()) {
        const qsizetype at = choices.byte() % state.size();
        const QChar letter = QLatin1Char(char(choices.byte()));
        switch (choices.below(5)) {
        case 0: state[at] = letter; break;
        case 1: state.insert(at, letter); break;
        case 2: state.remove(at, 1); break;
        case 3: state = state.mid(at) + state.first(at); break;
        default: state[at] = state[at].isUpper() ? state[at].toLower() : state[at].toUpper(); break;
        }
    }
    return state;
}

void forge(Choices &choices)
{
    const QStringList ours{key().write(u"0123456789abcdef"_s, 3, 4711), key().write(u"0123456789abcdef"_s, 3, 4712)};
    const QString state = forged(choices.of(ours), choices);
    promise(ours.contains(state) || !key().read(state).genuine, "a state that was changed is not genuine", state);
}

/// A forged state asks the store in vain, and leaves no trace.
void askWith(const QString &state, const QString &genuine)
{
    Company &company = Company::asMade();
    const store::Caller awa = company.caller(u"awa"_s);
    {
        const store::Snapshot moment = must(company.store().read());
        const auto all = must(moment.syncChanges(state, awa.member.state(), 10, awa));
        const auto tickets = must(moment.changes(typeInfo<Ticket>(), state, 10, awa));
        promise(std::holds_alternative<store::CannotCalculate>(all), "no changes since a forged state", state);
        promise(std::holds_alternative<store::CannotCalculate>(tickets), "no changes since a forged state", state);
    }
    company.store().flush();
    promise(company.state() == genuine, "a forged state changes nothing", state);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    Choices choices(QByteArrayView(data, qsizetype(size)));
    const int what = choices.below(4);
    if (what == 0) {
        const QString text = QString::fromUtf8(choices.bytes(qsizetype(size)));
        readAnything(text);
        const QString genuine = Company::asMade().state();
        if (text != genuine) askWith(text, genuine);
    } else if (what == 1) {
        writeAndRead(choices);
    } else if (what == 2) {
        forge(choices);
    } else {
        const QString genuine = Company::asMade().state();
        const QString state = forged(genuine, choices);
        if (state != genuine) askWith(state, genuine);
    }
    return 0;
}

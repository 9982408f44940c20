// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/symbols.h"

#include <QProcess>

#include <cstdlib>
#include <cxxabi.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

QString demangled(const QByteArray &name)
{
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> plain(
        abi::__cxa_demangle(name.constData(), nullptr, nullptr, &status), &std::free);
    return QString::fromLatin1(status == 0 ? plain.get() : name.constData());
}

} // namespace

void Symbols::read()
{
    QProcess nm;
    nm.start(u"nm"_s, {u"--defined-only"_s, m_file});
    if (!nm.waitForFinished() || nm.exitCode() != 0) qFatal("nm can't read %s", qPrintable(m_file));
    for (const QByteArray &line : nm.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> words = line.split(' '); // address, kind, name
        if (words.size() == 3 && QByteArrayLiteral("tTwW").contains(words.at(1)))
            m_names.insert(words.at(0).toULongLong(nullptr, 16), words.at(2));
    }
}

QString Symbols::function(quint64 address)
{
    if (m_names.isEmpty()) read();
    auto found = m_names.upperBound(address);
    if (found == m_names.begin()) return {};
    const QString whole = demangled(*--found).remove(u"(anonymous namespace)::"_s);
    QString name;
    int depth = 0; // of < and >
    for (const QChar letter : whole) {
        if (letter == u'(' && depth == 0) break;
        if (letter == u'>')
            --depth;
        else if (letter == u'<')
            ++depth;
        else if (depth == 0 && letter == u' ')
            name.clear(); // what it returns
        else if (depth == 0)
            name += letter;
    }
    return name;
}

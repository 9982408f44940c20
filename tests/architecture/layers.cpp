// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/layers.h"

#include "tests/architecture/layerrules.h"
#include "tests/architecture/sourcetext.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace akwaba::architecture {

namespace {

QString folderOf(const QString &path) { return path.left(path.lastIndexOf(u'/')); }

const Edges *edgesOf(const QString &path)
{
    const Edges *best = nullptr;
    for (const Edges &entry : edges()) {
        if (liesIn(path, entry.folder) && (!best || entry.folder.size() > best->folder.size())) best = &entry;
    }
    return best;
}

class Check {
public:
    Check(const Files &files, const QtHeaders &qtHeaders) : m_files(files), m_qtHeaders(qtHeaders) { }

    QList<Fault> run()
    {
        for (auto file = m_files.cbegin(); file != m_files.cend(); ++file) {
            if (!liesInOne(file.key(), productFolders())) continue;
            m_file = file.key();
            m_rules = edgesOf(m_file);
            if (!m_rules) report(1, u"no layer is defined for this folder"_s);
            checkText(takeApart(file.value()));
        }
        checkCycles();
        return m_faults;
    }

private:
    void report(int line, const QString &what) { m_faults.append({m_file, line, what}); }

    void checkText(const SourceText &source)
    {
        for (const Include &include : source.includes)
            checkInclude(include);
        for (const Ban &ban : bannedWords())
            checkWord(ban, source.code);
        for (const Literal &literal : source.literals)
            checkLiteral(literal);
    }

    void checkInclude(const Include &include)
    {
        if (include.path.endsWith(u".moc"_s)) return;
        if (m_files.contains(include.path)) return checkEdge(include);
        if (include.quoted) return report(include.line, include.path + u": include by the full path from the root"_s);
        const QString module = m_qtHeaders.value(include.path.section(u'/', -1));
        for (const Ban &ban : bannedModules()) {
            if (applies(ban, m_file) && ban.expression.split(u'|').contains(module))
                report(include.line, include.path + u" ("_s + module + u"): "_s + ban.why);
        }
    }

    void checkEdge(const Include &include)
    {
        const QString from = folderOf(m_file), to = folderOf(include.path);
        if (from == to) return;
        // main.cpp composes: it may look at everything below it without becoming a part of what is below.
        if (!m_file.endsWith(u"/main.cpp"_s)) m_graph[from].insert(to);
        if (m_rules && !liesIn(to, m_rules->folder) && !liesInOne(to, m_rules->mayInclude))
            report(include.line, u"%1 must not include %2"_s.arg(from, include.path));
    }

    void checkWord(const Ban &ban, const QString &code)
    {
        if (!applies(ban, m_file)) return;
        auto matches = QRegularExpression(ban.expression).globalMatch(code);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const auto line = code.left(match.capturedStart()).count(u'\n') + 1;
            report(int(line), match.captured().simplified() + u": "_s + ban.why);
        }
    }

    void checkLiteral(const Literal &literal)
    {
        if (!applies(sqlText(), m_file)) return;
        static const QRegularExpression expression(sqlText().expression,
                                                   QRegularExpression::CaseInsensitiveOption
                                                       | QRegularExpression::DotMatchesEverythingOption);
        const auto match = expression.match(literal.text);
        // A sentence begins with one capital; SQL is written in one case.
        const bool isSentence =
            match.captured().size() > 1 && match.captured().at(0).isUpper() && match.captured().at(1).isLower();
        if (match.hasMatch() && !isSentence)
            report(literal.line, u"\"%1\": %2"_s.arg(match.captured().simplified().left(40), sqlText().why));
    }

    void checkCycles()
    {
        for (auto node = m_graph.cbegin(); node != m_graph.cend(); ++node)
            walk(node.key(), {});
    }

    void walk(const QString &folder, QStringList path)
    {
        if (path.contains(folder)) {
            path.append(folder);
            m_file = folder;
            return report(0, u"cycle of folders: "_s + path.mid(path.indexOf(folder)).join(u" -> "_s));
        }
        if (m_walked.contains(folder)) return;
        path.append(folder);
        for (const QString &next : m_graph.value(folder))
            walk(next, path);
        m_walked.insert(folder);
    }

    const Files &m_files;
    const QtHeaders &m_qtHeaders;
    QString m_file;
    const Edges *m_rules = nullptr;
    QMap<QString, QSet<QString>> m_graph;
    QSet<QString> m_walked;
    QList<Fault> m_faults;
};

} // namespace

QList<Fault> faults(const Files &files, const QtHeaders &qtHeaders) { return Check(files, qtHeaders).run(); }

} // namespace akwaba::architecture

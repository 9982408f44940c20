// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/macroroutes.h"
#include "app/server/jmap/ruleroutes.h"
#include "app/server/servicelevels/clockkeeper.h"
#include "core/domain/agentfields.h"
#include "core/domain/customerfields.h"
#include "core/domain/escalationfields.h"
#include "core/domain/macrofields.h"
#include "core/domain/messagefields.h"
#include "core/domain/noticefields.h"
#include "core/domain/servicelevelfields.h"
#include "core/domain/ticketfields.h"
#include "core/domain/valuefields.h"
#include "core/protocol/commandfields.h"
#include "tests/server/jmap/conformance/conformancefixture.h"

#include <QRegularExpression>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;

namespace {

const QString anything = u"…"_s;

// ------------------------------------------------------------------------------------------------ the tables

template <class V> struct IsList : std::false_type { };
template <class E> struct IsList<QList<E>> : std::true_type { };

template <class T> QString membersOf();

/// How the values of a type are written on the wire.
template <class V> QString wordFor()
{
    if constexpr (std::is_same_v<V, QString>)
        return u"text"_s;
    else if constexpr (std::is_same_v<V, bool>)
        return u"flag"_s;
    else if constexpr (std::is_same_v<V, QDateTime>)
        return u"instant"_s;
    else if constexpr (std::is_same_v<V, QDate>)
        return u"day"_s;
    else if constexpr (std::is_integral_v<V>)
        return u"number"_s;
    else if constexpr (std::is_enum_v<V>) {
        QStringList names;
        for (const std::string_view name : EnumNames<V>::all)
            names += QString::fromLatin1(name.data(), qsizetype(name.size()));
        return names.join(u'\\' + u"|"_s);
    } else if constexpr (std::is_same_v<V, QStringList>)
        return u"list of text"_s;
    else if constexpr (IsList<V>::value)
        return u"list of "_s + wordFor<typename V::value_type>();
    else if constexpr (HasFields<V>)
        return u'{' + membersOf<V>() + u'}';
    else
        return u"id"_s;
}

template <class T> QString membersOf()
{
    QStringList members;
    forEachField<T>([&members](const auto &field) {
        using Value = typename std::remove_cvref_t<decltype(field)>::Value;
        // What has a table of its own is named, not written out again.
        QString word = wordFor<Value>();
        if constexpr (std::is_same_v<Value, Ticket> || std::is_same_v<Value, Customer> || std::is_same_v<Value, Draft>
                      || std::is_same_v<Value, Escalation>)
            word = QString::fromLatin1(Fields<Value>::type);
        members += u"`%1` %2"_s.arg(QString::fromLatin1(field.name.data(), qsizetype(field.name.size())), word);
    });
    return members.join(u", "_s);
}

template <class T> void addRow(QStringList &rows)
{
    rows += u"| `%1` | %2 |"_s.arg(QString::fromLatin1(Fields<T>::type), membersOf<T>());
}

template <std::size_t... I> void addOperations(QStringList &rows, std::index_sequence<I...>)
{
    (addRow<std::variant_alternative_t<I, Command>>(rows), ...);
}

QString operations()
{
    QStringList rows{u"| op | args |"_s, u"|---|---|"_s};
    addOperations(rows, std::make_index_sequence<std::variant_size_v<Command>>());
    return rows.join(u'\n');
}

template <class... T> QString tableOf()
{
    QStringList rows{u"| type | properties |"_s, u"|---|---|"_s};
    (addRow<T>(rows), ...);
    if (qsizetype(syncedTypes().size()) != rows.size() - 2) qFatal("a synced type is missing in this test");
    return rows.join(u'\n');
}

QString types()
{
    return tableOf<Agent, Team, Device, Category, Tag, View, Product, Calendar, Holiday, SlaPolicy, EscalationPath,
                   TextModule, Macro, Ticket, Customer, Order, Message, Attachment, Escalation, Draft, Notice>();
}

// ------------------------------------------------------------------------------------------------ comparing

bool fits(const QJsonValue &expected, const QJsonValue &actual)
{
    if (expected.toString() == anything) return true;
    if (expected.isArray()) {
        const QJsonArray wanted = expected.toArray();
        const QJsonArray found = actual.toArray();
        if (!actual.isArray() || wanted.size() != found.size()) return false;
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            if (!fits(wanted.at(i), found.at(i))) return false;
        }
        return true;
    }
    if (!expected.isObject()) return expected == actual;
    QJsonObject wanted = expected.toObject();
    const bool isPart = wanted.contains(anything);
    wanted.remove(anything);
    const QJsonObject found = actual.toObject();
    if (!isPart && wanted.size() != found.size()) return false;
    for (auto it = wanted.constBegin(); it != wanted.constEnd(); ++it) {
        if (!found.contains(it.key()) || !fits(it.value(), found.value(it.key()))) return false;
    }
    return true;
}

/// The answer in the form of the expected one: what that leaves open stays so.
QJsonValue inForm(const QJsonValue &expected, const QJsonValue &actual)
{
    if (expected.toString() == anything) return anything;
    if (expected.isArray() && actual.isArray()) {
        QJsonArray result;
        for (qsizetype i = 0; i < actual.toArray().size(); ++i)
            result.append(inForm(expected.toArray().at(i), actual.toArray().at(i)));
        return result;
    }
    if (!actual.isObject()) return actual;
    const QJsonObject wanted = expected.toObject();
    const QJsonObject found = actual.toObject();
    QJsonObject result;
    for (auto it = found.constBegin(); it != found.constEnd(); ++it) {
        if (!wanted.contains(anything) || wanted.contains(it.key()))
            result.insert(it.key(), inForm(wanted.value(it.key()), it.value()));
    }
    if (wanted.contains(anything)) result.insert(anything, QString());
    return result;
}

QString inLine(const QJsonValue &value)
{
    QStringList parts;
    const QJsonObject object = value.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        parts += inLine(it.key()) + u": "_s + inLine(it.value());
    for (const QJsonValue &entry : value.toArray())
        parts += inLine(entry);
    if (value.isObject()) return u'{' + parts.join(u", "_s) + u'}';
    if (value.isArray()) return u'[' + parts.join(u", "_s) + u']';
    const QString text = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    return text.mid(1, text.size() - 2);
}

/// JSON for a reader: what fits into a line stands in one.
QString written(const QJsonValue &value, int indent = 0)
{
    constexpr qsizetype width = 110;
    const QString line = inLine(value);
    if (indent + line.size() <= width || !(value.isObject() || value.isArray())) return line;
    const QString margin(indent + 2, u' ');
    QStringList parts;
    const QJsonObject object = value.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        parts += margin + inLine(it.key()) + u": "_s + written(it.value(), indent + 2);
    for (const QJsonValue &entry : value.toArray())
        parts += margin + written(entry, indent + 2);
    const QString end = QString(indent, u' ');
    return value.isObject() ? u"{\n"_s + parts.join(u",\n"_s) + u'\n' + end + u'}'
                            : u"[\n"_s + parts.join(u",\n"_s) + u'\n' + end + u']';
}

QJsonValue valueIn(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

// ------------------------------------------------------------------------------------------------ running

/// Reads the page from its beginning, does what it says, and compares.
class Reading {
public:
    Reading()
    {
        const auto hash = ConformanceFixture::must(store::hashPassword(u"correct horse battery"_s));
        ConformanceFixture::must(m_company.store->setPasswordHash(m_company.awa.id, hash));
        m_names.insert(u"ticket"_s, m_company.ticket.id.value);
    }

    /// The page with the answers that were really given.
    QString run(const QString &page)
    {
        static const QRegularExpression step(
            u"<!-- meanwhile: (?<deed>[^>]*) -->|"
            "<!-- generated: (?<table>\\w+) -->\n(?<rows>(?:\\|[^\n]*\n)*)|"
            "```(?<kind>http|text answer|json (?:call|answer|frame|pushed))\n(?<block>.*?)\n```"_s,
            QRegularExpression::DotMatchesEverythingOption);
        QString result;
        qsizetype at = 0;
        for (auto it = step.globalMatch(page); it.hasNext();) {
            const auto match = it.next();
            result += page.mid(at, match.capturedStart() - at);
            at = match.capturedEnd();
            result += outcomeOf(match);
        }
        return result + page.mid(at);
    }

    QStringList problems;
    int examples = 0;

private:
    QString outcomeOf(const QRegularExpressionMatch &match)
    {
        const QString kind = match.captured(u"kind"_s);
        const QString block = match.captured(u"block"_s);
        if (!match.captured(u"deed"_s).isEmpty()) {
            meanwhile(match.captured(u"deed"_s));
        } else if (!match.captured(u"table"_s).isEmpty()) {
            return table(match);
        } else if (kind.endsWith(u"answer") || kind == u"json pushed") {
            ++examples;
            return compared(kind, block);
        } else if (kind == u"http") {
            ask(named(block));
        } else if (kind == u"json call") {
            call(named(block));
        } else {
            send(named(block));
        }
        return match.captured();
    }

    QString table(const QRegularExpressionMatch &match)
    {
        const QString name = match.captured(u"table"_s);
        const QString rows = (name == u"types" ? types() : operations()) + u'\n';
        if (rows != match.captured(u"rows"_s)) problems += u"the table of %1 is not what it should be"_s.arg(name);
        return u"<!-- generated: %1 -->\n"_s.arg(name) + rows;
    }

    /// {state} stands for what an earlier answer named so.
    QString named(QString block) const
    {
        for (auto it = m_names.cbegin(); it != m_names.cend(); ++it)
            block.replace(u'{' + it.key() + u'}', it.value());
        return block;
    }

    void ask(const QString &block)
    {
        const QString line = block.section(u'\n', 0, 0);
        const QByteArray body = block.section(u"\n\n"_s, 1).toUtf8();
        const bool isJson = body.startsWith('{');
        const http::Answer answer = m_company.ask(line.section(u' ', 0, 0).toLatin1(), line.section(u' ', 1).toLatin1(),
                                                  body, {{"Content-Type", isJson ? "application/json" : "text/plain"}});
        m_text = QString::fromUtf8(answer.body);
        m_answer = valueIn(m_text);
        const QJsonObject object = m_answer.toObject();
        if (object.contains(u"token"_s)) m_company.token = "Bearer " + object.value(u"token"_s).toString().toLatin1();
        note(object);
        for (const QJsonValue &response : object.value(u"methodResponses"_s).toArray())
            note(response.toArray().at(1).toObject());
    }

    void call(const QString &block)
    {
        const QJsonObject request{
            {u"using"_s, QJsonArray{u"urn:ietf:params:jmap:core"_s, ConformanceFixture::vendor()}},
            {u"methodCalls"_s, QJsonArray{valueIn(block)}}};
        const QJsonObject response = objectIn(m_company.post(QJsonDocument(request).toJson()));
        m_answer = response.value(u"methodResponses"_s).toArray().at(0);
        m_text = inLine(m_answer);
        note(m_answer.toArray().at(1).toObject());
    }

    void note(const QJsonObject &answer)
    {
        const auto keep = [&](const QString &member, const QString &name) {
            if (answer.value(member).isString()) m_names.insert(name, answer.value(member).toString());
        };
        keep(u"device"_s, u"device"_s);
        keep(u"state"_s, u"state"_s);
        keep(u"blobId"_s, u"blob"_s);
        for (const QJsonValue &order : answer.value(u"list"_s).toArray()) {
            if (order.toObject().contains(u"cause"_s)) m_names.insert(u"erasure"_s, order[u"id"_s].toString());
        }
        const bool refused = answer.value(u"type"_s).toString() == u"scopeChanged";
        keep(u"scopeState"_s, refused ? u"newScopeState"_s : u"scopeState"_s);
    }

    void meanwhile(const QString &deed)
    {
        if (deed.startsWith(u"a customer writes")) {
            Message message;
            message.id = m_company.id<MessageId>();
            message.ticket = m_company.ticket.id;
            message.kind = MessageKind::Public;
            message.direction = Direction::Incoming;
            message.author = {m_company.fatou.id.value};
            message.text = u"Bonjour, mon toner est vide."_s;
            message.at = m_company.clock.now();
            m_company.put(message);
            m_names.insert(u"message"_s, message.id.value);
        } else if (deed == u"the customer is erased") {
            (void)ConformanceFixture::must(m_company.store->eraseCustomer(m_company.fatou.id));
        } else if (deed == u"the company promises an answer within four hours") {
            promise();
        } else if (deed == u"the agent becomes a supervisor") {
            Agent agent = *m_company.find<Agent>(m_company.awa.id);
            agent.roles.append(Role::Supervisor);
            m_company.put(agent);
        } else if (deed.startsWith(u"the agent ")) {
            Agent agent = *m_company.find<Agent>(m_company.awa.id);
            agent.teams = {deed.endsWith(u"changes teams") ? m_company.legal.id : m_company.printing.id};
            m_company.put(agent);
            if (deed.endsWith(u"comes back"))
                m_names.insert(u"newScopeState"_s, m_company.scopeState(m_company.awa.id));
        } else {
            problems += u"nobody knows how to do: "_s + deed;
        }
    }

    void promise()
    {
        Calendar calendar;
        calendar.id = m_company.id<CalendarId>();
        calendar.nameFr = u"Heures d’ouverture"_s;
        calendar.nameEn = u"Opening hours"_s;
        CalendarVersion opening;
        opening.since = m_company.clock.now().addYears(-1);
        opening.zone = u"Africa/Abidjan"_s;
        for (int day = 1; day <= 5; ++day)
            opening.weekly += WeeklyHours{day, {8 * 60, 18 * 60}};
        calendar.versions = {opening};
        SlaPolicy policy;
        policy.id = m_company.id<SlaPolicyId>();
        policy.nameFr = u"Toutes les demandes"_s;
        policy.nameEn = u"All requests"_s;
        SlaPolicyVersion version;
        version.since = opening.since;
        version.position = 1;
        version.targets = {{Target::FirstResponse, ClockUnit::Business, 4 * 3600, calendar.id}};
        policy.versions = {version};
        m_company.put(calendar);
        m_company.put(policy);
        m_names.insert(u"calendar"_s, calendar.id.value);
        m_names.insert(u"policy"_s, policy.id.value);
        keepClocks();
    }

    void keepClocks()
    {
        servicelevels::ClockKeeper keeper(*m_company.store);
        while (ConformanceFixture::must(keeper.keepSome())) { }
    }

    void send(const QString &frame)
    {
        if (!m_socket) openSocket();
        m_pushed.clear();
        m_socket->sendTextMessage(frame);
        // Nothing may answer that; what comes behind it is answered once it counts.
        m_socket->sendTextMessage(uR"({"@type":"Request","using":[],"methodCalls":[]})"_s);
        if (!QTest::qWaitFor([this] { return m_answered; })) problems += u"the socket says nothing"_s;
        m_answered = false;
    }

    void openSocket()
    {
        m_socket = std::make_unique<QWebSocket>();
        QObject::connect(m_socket.get(), &QWebSocket::textMessageReceived, m_socket.get(), [this](const QString &text) {
            const QJsonValue message = valueIn(text);
            const bool isAnswer = message.toObject().value(u"@type"_s).toString() == u"Response";
            isAnswer ? void(m_answered = true) : m_pushed.append(message);
        });
        QNetworkRequest request(QUrl(u"ws://127.0.0.1:%1/jmap/ws"_s.arg(m_company.port)));
        request.setRawHeader("Authorization", m_company.token);
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({u"jmap"_s});
        m_socket->open(request, options);
        const auto isOpen = [this] { return m_socket->state() == QAbstractSocket::ConnectedState; };
        if (!QTest::qWaitFor(isOpen)) problems += u"the socket does not open"_s;
    }

    QString compared(const QString &kind, const QString &block)
    {
        if (kind == u"json pushed") {
            if (!QTest::qWaitFor([this] { return !m_pushed.isEmpty(); })) problems += u"nothing was pushed"_s;
            m_answer = m_pushed.value(0);
        }
        if (kind == u"text answer") {
            if (block != m_text) problems += m_text;
            return u"```text answer\n"_s + m_text + u"\n```"_s;
        }
        const QJsonValue expected = valueIn(named(block));
        const QString real = written(inForm(expected, m_answer));
        if (!fits(expected, m_answer)) problems += u"not\n"_s + block + u"\nbut\n"_s + real;
        return u"```%1\n"_s.arg(kind) + (fits(expected, m_answer) ? block : real) + u"\n```"_s;
    }

    ConformanceFixture m_company;
    MacroRoutes m_macros{m_company.router, *m_company.store, m_company.api.door()};
    RuleRoutes m_rules{m_company.router, *m_company.store, m_company.api.door()};
    QMap<QString, QString> m_names;
    QJsonValue m_answer;
    QString m_text;
    std::unique_ptr<QWebSocket> m_socket;
    QList<QJsonValue> m_pushed;
    bool m_answered = false;
};

} // namespace

/// core/protocol/PROTOCOL.md says what is so. After a change of the protocol AKWABA_WRITE_PROTOCOL=1 writes the answers
/// that are given now into the page; what stands round them is for a person to read again.
class TestProtocol : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyExample_isAnsweredAsItSays()
    {
        QFile file(qEnvironmentVariable("AKWABA_SOURCE_DIR") + u"/core/protocol/PROTOCOL.md"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        Reading reading;
        const QString real = reading.run(QString::fromUtf8(file.readAll()));
        if (qEnvironmentVariableIsSet("AKWABA_WRITE_PROTOCOL")) {
            QVERIFY(file.resize(0) && file.seek(0));
            QVERIFY(file.write(real.toUtf8()) > 0);
        }
        QVERIFY2(reading.examples > 15, qPrintable(QString::number(reading.examples)));
        QVERIFY2(reading.problems.isEmpty(), qPrintable(reading.problems.join(u"\n\n"_s)));
    }
};

QTEST_GUILESS_MAIN(TestProtocol)
#include "tst_protocol.moc"

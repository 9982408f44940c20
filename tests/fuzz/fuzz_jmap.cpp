// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/dispatcher.h"
#include "app/server/jmap/ijson.h"
#include "core/protocol/codec.h"
#include "tests/fuzz/company.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/rows.h"

#include <QJsonDocument>

#include <algorithm>

using namespace akwaba;
using namespace akwaba::fuzz;
using namespace Qt::StringLiterals;

// The body of POST /jmap/api, from any bytes. A capital letter in front of it says whose it is: A (as without one), Y,
// K, C, or E for the one who was disabled.

namespace {

/// Small, so that a short input reaches them.
jmap::Settings settings(const Company &company)
{
    jmap::Settings wanted;
    wanted.vendorCapability = company.name(u"vendor"_s);
    wanted.maxCallsInRequest = 12;
    wanted.maxObjectsInGet = 10;
    wanted.maxObjectsInSet = 6;
    wanted.maxChanges = 10;
    wanted.maxDepth = 24;
    wanted.maxFilterDepth = 4;
    wanted.maxFilterConditions = 20;
    wanted.maxSizeObject = 2000;
    wanted.maxSizeRequest = 20'000;
    return wanted;
}

/// RFC 8620 3.6.2 and 5, and the vendor's two. Not serverFail: whatever a client says, the server doesn't.
const QStringList methodErrors{u"unknownMethod"_s,          u"invalidArguments"_s,
                               u"invalidResultReference"_s, u"forbidden"_s,
                               u"accountNotFound"_s,        u"accountNotSupportedByMethod"_s,
                               u"accountReadOnly"_s,        u"requestTooLarge"_s,
                               u"cannotCalculateChanges"_s, u"stateMismatch"_s,
                               u"anchorNotFound"_s,         u"unsupportedSort"_s,
                               u"unsupportedFilter"_s,      u"tooManyChanges"_s,
                               u"fromAccountNotFound"_s,    u"fromAccountNotSupportedByMethod"_s,
                               u"scopeChanged"_s,           u"outOfOrder"_s};
const QStringList setErrors{u"forbidden"_s, u"overQuota"_s,    u"tooLarge"_s,    u"rateLimit"_s,
                            u"notFound"_s,  u"invalidPatch"_s, u"willDestroy"_s, u"invalidProperties"_s,
                            u"singleton"_s, u"alreadyExists"_s};
const QStringList requestErrors{u"notJSON"_s, u"notRequest"_s, u"unknownCapability"_s, u"limit"_s};

bool mayWrite(const jmap::Request &request)
{
    return std::ranges::any_of(request.methodCalls, [](const jmap::Invocation &call) {
        return call.name.endsWith(u"/set"_s) || call.name == u"Intent/apply"_s;
    });
}

void promiseSetErrors(const QJsonValue &refused)
{
    for (const QJsonValue &error : refused.toObject())
        promise(setErrors.contains(error.toObject().value(u"type"_s).toString()), "a set error is a registered one",
                error.toObject().value(u"type"_s).toString());
}

/// What is asked to be made, changed or destroyed is done or refused, and nothing else is.
void promiseAllAnswered(const QJsonObject &asked, const QJsonObject &answer)
{
    const auto keys = [&answer](const QString &name) { return answer.value(name).toObject().keys(); };
    QStringList made = keys(u"created"_s) + keys(u"notCreated"_s);
    made.sort();
    promise(made == asked.value(u"create"_s).toObject().keys(), "every create is answered once");
    const qsizetype updated = keys(u"updated"_s).size() + keys(u"notUpdated"_s).size();
    promise(updated <= asked.value(u"update"_s).toObject().size(), "no update is answered that was not asked for");
    const qsizetype destroyed = answer.value(u"destroyed"_s).toArray().size() + keys(u"notDestroyed"_s).size();
    promise(destroyed <= asked.value(u"destroy"_s).toArray().size(), "no destroy is answered that was not asked for");
}

void promiseAnswer(const jmap::Invocation &call, const jmap::Invocation &answer)
{
    promise(answer.callId == call.callId, "answers come in the order of the calls");
    if (answer.name == u"error") {
        const QString type = answer.arguments.value(u"type"_s).toString();
        promise(methodErrors.contains(type), "a method error is a registered one", call.name + u": "_s + type);
        return;
    }
    promise(answer.name == call.name, "an answer has the name of its call");
    if (!call.name.endsWith(u"/set"_s)) return;
    for (const QString &refused : {u"notCreated"_s, u"notUpdated"_s, u"notDestroyed"_s})
        promiseSetErrors(answer.arguments.value(refused));
    const QStringList names = call.arguments.keys();
    const bool isLiteral = std::ranges::none_of(names, [](const QString &name) { return name.startsWith(u'#'); });
    if (isLiteral) promiseAllAnswered(call.arguments, answer.arguments);
}

void promiseResponse(const jmap::Request &request, const jmap::Response &response, const QByteArrayList &hidden)
{
    promise(response.methodResponses.size() == request.methodCalls.size(), "every call is answered");
    for (qsizetype i = 0; i < request.methodCalls.size(); ++i)
        promiseAnswer(request.methodCalls[i], response.methodResponses[i]);
    const QJsonObject object = toJson(response);
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    const auto read = jmap::parseIJson(bytes, {.depth = 200, .values = 10'000'000});
    promise(read && read->object() == object, "an answer is I-JSON that reads as what was meant");
    // What a request says comes back from Core/echo.
    const QByteArray said = QJsonDocument(toJson(request)).toJson(QJsonDocument::Compact);
    for (const QByteArray &mark : hidden)
        promise(!bytes.contains(mark) || said.contains(mark), "nobody reads what is not his", QString::fromUtf8(mark));
}

void run(Company &company, const jmap::Dispatcher &dispatcher, const jmap::Request &request, const QString &who)
{
    const QString before = company.state();
    const qint64 seq = company.seq();
    std::optional<jmap::Response> response;
    dispatcher.run(request, company.caller(who), [&response](const jmap::Response &answered) {
        promise(!response, "a request is answered once");
        response = answered;
    });
    company.store().flush();
    promise(response.has_value(), "a request is answered");
    promiseResponse(request, *response, Company::hiddenFrom(who));
    if (mayWrite(request))
        promiseSoundRows(company.store(), seq);
    else
        promise(company.state() == before, "reading changes nothing");
}

QString takeName(QByteArray &input)
{
    static const QHash<char, QString> all{
        {'A', u"awa"_s}, {'Y', u"yao"_s}, {'K', u"koffi"_s}, {'C', u"chef"_s}, {'E', u"ancien"_s}};
    if (input.isEmpty() || !all.contains(input[0])) return u"awa"_s;
    const QString who = all.value(input[0]);
    input.remove(0, 1);
    return who;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    Company &company = Company::asMade();
    QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString who = takeName(input);
    const jmap::Dispatcher dispatcher(company.store(), company.applyIntents(), settings(company));
    const auto request = dispatcher.read(company.named(input));
    if (request) {
        run(company, dispatcher, *request, who);
        return 0;
    }
    const QString type = request.error().type;
    promise(type.startsWith(u"urn:ietf:params:jmap:error:"_s) && requestErrors.contains(type.section(u':', -1)),
            "a request error is a registered one", type);
    promise(request.error().status == 400 && !toJson(request.error()).isEmpty(), "a refusal says so");
    return 0;
}

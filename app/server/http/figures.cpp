// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/figures.h"

#include "app/server/http/counters.h"
#include "app/server/http/server.h"

#include <array>

namespace akwaba::http {

namespace {

constexpr std::array<const char *, dropCount> dropNames{"malformed", "slow_head", "slow_body", "slow_reader",
                                                        "stranger",  "crowd",     "shutdown"};

QByteArray labelled(QByteArray text)
{
    return '"' + text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n") + '"';
}

void addLatency(Figures &figures, const QString &route, const Latency &latency)
{
    const QByteArray name = "akwaba_http_answer_seconds";
    const std::pair<QByteArray, QByteArray> label("route", route.toUtf8());
    quint64 below = 0;
    for (std::size_t i = 0; i < latency.count.size(); ++i) {
        below += latency.count[i];
        const bool isLast = i == Latency::bounds.size();
        const QByteArray bound = isLast ? QByteArray("+Inf") : QByteArray::number(Latency::bounds[i] / 1000.0);
        figures.value(name + "_bucket", {label, {"le", bound}}, double(below));
    }
    figures.value(name + "_sum", {label}, double(latency.sum.count()) / 1000.0);
    figures.value(name + "_count", {label}, double(below));
}

} // namespace

void Figures::family(const QByteArray &name, const QByteArray &type, const QByteArray &help)
{
    m_text += "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

void Figures::value(const QByteArray &name, const Labels &labels, double value)
{
    QByteArrayList written;
    for (const auto &[label, text] : labels)
        written.append(label + '=' + labelled(text));
    m_text += name;
    if (!written.isEmpty()) m_text += '{' + written.join(',') + '}';
    m_text += ' ' + QByteArray::number(value, 'g', 15) + '\n';
}

void Figures::single(const QByteArray &name, const QByteArray &type, const QByteArray &help, double number)
{
    family(name, type, help);
    value(name, {}, number);
}

void addFigures(Figures &figures, const Server &server)
{
    const Counters &counters = server.counters();
    figures.family("akwaba_http_answers_total", "counter", "Requests answered.");
    for (const auto &[answered, count] : counters.answers) {
        const auto &[route, method, status] = answered;
        figures.value("akwaba_http_answers_total",
                      {{"route", route.toUtf8()}, {"method", method}, {"status", QByteArray::number(status)}},
                      double(count));
    }
    figures.family("akwaba_http_answer_seconds", "histogram", "From the whole request to the answer.");
    for (const auto &[route, latency] : counters.latency)
        addLatency(figures, route, latency);
    figures.family("akwaba_http_dropped_total", "counter", "Connections that the server ended, by reason.");
    for (std::size_t i = 0; i < dropCount; ++i)
        figures.value("akwaba_http_dropped_total", {{"reason", dropNames[i]}}, double(counters.dropped[i]));
    figures.single("akwaba_http_accepted_total", "counter", "Connections accepted.", double(counters.accepted));
    figures.single("akwaba_http_accept_failures_total", "counter", "Connections that the system had no room for.",
                   double(counters.refusedByKernel));
    figures.single("akwaba_http_sent_bytes_total", "counter", "Bytes of answers.", double(counters.bytesSent));
    figures.single("akwaba_http_connections", "gauge", "Open now, without WebSockets.",
                   double(server.connectionCount()));
    figures.single("akwaba_http_strangers", "gauge", "Of them, those on which nobody has logged in.",
                   double(server.strangerCount()));
    figures.single("akwaba_http_websockets", "gauge", "WebSockets open now.", double(server.webSocketCount()));
}

} // namespace akwaba::http

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the worst HTML that we could think of costs: the server when it is rewritten, and an agent when the time line
// opens on it (offscreen, in software).
#include "app/server/channels/email/charset.h"
#include "app/server/channels/email/htmlrewrite.h"
#include "core/base/clock.h"
#include "tests/bench/report.h"
#include "tests/server/channels/hostile/hostilehtml.h"
#include "ui/ticket/timeline.h"
#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QTest>

#include <algorithm>
#include <ctime>
#include <limits>

using namespace akwaba;
using namespace akwaba::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype namedSlowest = 5;
constexpr int runs = 3;

struct Sample {
    QString name;
    double took = 0;
};

void printAll(Figure figure, QList<Sample> samples)
{
    std::ranges::sort(samples, std::greater(), &Sample::took);
    QStringList slowest;
    for (const Sample &sample : samples.first(std::min(namedSlowest, samples.size())))
        slowest += u"%1: %2"_s.arg(sample.name).arg(sample.took, 0, 'f', 1);
    figure.more = {{u"slowest"_s, slowest.join(u", "_s)}};
    QList<double> times;
    for (const Sample &sample : std::as_const(samples))
        times += sample.took;
    print(figure, times);
}

/// Of a few runs and on the processor, since what is slow by itself is looked for, and not what else the machine does.
template <class F> double best(F run)
{
    double least = std::numeric_limits<double>::max();
    for (int i = 0; i < runs; ++i) {
        const std::clock_t began = std::clock();
        run();
        least = std::min(least, 1000.0 * double(std::clock() - began) / CLOCKS_PER_SEC);
    }
    return least;
}

Conversation conversationOf(const mail::RewrittenHtml &rewritten)
{
    Message message;
    message.id = MessageId{u"m-1"_s};
    message.at = SystemClock().now();
    message.html = rewritten.html;
    message.text = rewritten.text;
    Conversation conversation;
    conversation.ticket.id = TicketId{u"t-1"_s};
    conversation.messages = {message};
    return conversation;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Theme theme;
    theme.setScheme(Theme::Scheme::Light);
    QApplication::setStyle(new AkwabaStyle(theme));

    const SystemClock clock;
    Timeline timeline(clock);
    timeline.resize(560, 700);
    timeline.show();
    if (!QTest::qWaitForWindowExposed(&timeline)) giveUp({Code::Internal, u"no window"_s});

    QList<Sample> rewritten;
    QList<Sample> displayed;
    for (const hostile::Html &part : hostile::htmlParts()) {
        if (argc > 1 && part.name != QString::fromUtf8(argv[1])) continue;
        mail::RewrittenHtml html;
        rewritten.append(
            {part.name, best([&] { html = mail::rewriteHtml(mail::decodedText(part.bytes, part.charset).text); })});
        const Conversation conversation = conversationOf(html);
        displayed.append({part.name, best([&] {
                              timeline.open(conversation, [](const QString &) { return QString(); });
                              (void)timeline.grab();
                          })});
    }
    printAll({u"mail.html: rewritten, each of the hostile set"_s, u"ms"_s, u"max <= 50 ms"_s, {}}, rewritten);
    printAll({u"mail.html: displayed, each of the hostile set"_s, u"ms"_s, u"max <= 100 ms"_s, {}}, displayed);
    return 0;
}

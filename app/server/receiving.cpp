// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/receiving.h"

#include "core/protocol/calendarfile.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

Result<sla::Schedule> openingHours(const QString &path)
{
    if (path.isEmpty()) return sla::usualHours();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail(Code::NotFound, u"opening_hours: can't read %1"_s.arg(path));
    return readSchedule(file.readAll()).map_error([&path](Error error) {
        error.detail.prepend(u"opening_hours: %1: "_s.arg(path));
        return error;
    });
}

} // namespace

Result<jobs::ReceiveSettings> receiveSettingsOf(const ServerConfig &config)
{
    jobs::ReceiveSettings settings;
    settings.fallbackFrom = config.fallbackFrom;
    // Read even where nothing is answered: a mistake is better told before somebody switches that on.
    const auto hours = openingHours(config.openingHours);
    if (!hours) return tl::unexpected(hours.error());
    const auto templates = answerTemplatesOf(config);
    if (!templates) return tl::unexpected(templates.error());
    if (config.acknowledge) settings.answers = jobs::AnswerRules{*hours, *templates};
    return settings;
}

Result<jobs::AnswerTemplates> answerTemplatesOf(const ServerConfig &config)
{
    return jobs::AnswerTemplates::load(config.answerTemplates).map_error([](Error error) {
        error.detail.prepend(u"templates: "_s);
        return error;
    });
}

} // namespace akwaba

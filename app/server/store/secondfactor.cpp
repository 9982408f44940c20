// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/secondfactor.h"

#include "app/server/store/secretbox.h"
#include "app/server/store/writer.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/database/statement.h"

#include <QUrl>

#include <array>
#include <cstdlib>

#include <liboath/oath.h>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

constexpr int secretBytes = 20; // RFC 4226 4: as long as SHA-1
constexpr unsigned codeDigits = 6;
constexpr qint64 stepSeconds = 30;
constexpr int recoveryCodeCount = 10;
constexpr int recoveryLetters = 10; // 50 bits, and hashed under a key

struct FactorRow {
    QString sealed;
    bool confirmed = false;
    qint64 lastStep = 0;
};

Result<std::optional<FactorRow>> factorRow(Database &database, const AgentId &agent)
{
    Statement select(database, u"SELECT sealed_secret, confirmed, last_step FROM second_factors WHERE agent = ?"_s);
    return select.bind(0, agent.value).first([](const Statement &row) {
        return FactorRow{row.text(0), row.flag(1), row.integer(2)};
    });
}

qint64 stepAt(const QDateTime &at) { return at.toSecsSinceEpoch() / stepSeconds; }

Result<QString> codeOfStep(const QByteArray &secret, qint64 step)
{
    std::array<char, codeDigits + 1> code{};
    const int done =
        oath_totp_generate(secret.constData(), static_cast<std::size_t>(secret.size()),
                           static_cast<time_t>(step * stepSeconds), unsigned(stepSeconds), 0, codeDigits, code.data());
    if (done != OATH_OK) return fail(Code::Internal, QString::fromLatin1(oath_strerror_name(done)));
    return QString::fromLatin1(code.data());
}

bool isSame(const QString &one, const QString &other)
{
    const QByteArray a = one.toUtf8();
    const QByteArray b = other.toUtf8();
    return a.size() == b.size() && sodium_memcmp(a.constData(), b.constData(), static_cast<std::size_t>(a.size())) == 0;
}

/// The step that the code belongs to: this one, or one beside it for a clock that is a little wrong.
Result<qint64> stepOf(const QByteArray &secret, const QString &typed, qint64 now, qint64 lastUsed)
{
    for (qint64 step = now - 1; step <= now + 1; ++step) {
        const auto code = codeOfStep(secret, step);
        if (!code) return tl::unexpected(code.error());
        if (step > lastUsed && isSame(*code, typed)) return step;
    }
    return fail(Code::SecondFactorWrong);
}

/// As it is compared: without what people put in for reading.
QString bare(const QString &typed)
{
    QString code = typed.toLower();
    code.removeIf([](QChar letter) { return letter.isSpace() || letter == u'-'; });
    return code;
}

Result<void> useRecoveryCode(Writer &writer, SecretBox &box, const AgentId &agent, const QString &code)
{
    const auto hash = box.keyedHash(code, agent.value);
    if (!hash) return tl::unexpected(hash.error());
    Statement use(writer.database(),
                  u"UPDATE recovery_codes SET used_at = ? WHERE hash = ? AND agent = ? AND used_at IS NULL"_s);
    if (auto done = use.bind(0, writer.clock().now()).bind(1, *hash).bind(2, agent.value).run(); !done) return done;
    return use.affected() == 1 ? Result<void>() : fail(Code::SecondFactorWrong);
}

/// Marks the step as used, unless another process was faster.
Result<void> takeStep(Writer &writer, const AgentId &agent, qint64 step)
{
    Statement take(writer.database(),
                   u"UPDATE second_factors SET last_step = ?, confirmed = 1 WHERE agent = ? AND last_step < ?"_s);
    if (auto done = take.bind(0, step).bind(1, agent.value).bind(2, step).run(); !done) return done;
    return take.affected() == 1 ? Result<void>() : fail(Code::SecondFactorWrong);
}

Result<void> useCode(Writer &writer, SecretBox &box, const AgentId &agent, const QString &code, const FactorRow &row)
{
    return box.open(row.sealed, agent.value)
        .and_then(
            [&](const QByteArray &secret) { return stepOf(secret, code, stepAt(writer.clock().now()), row.lastStep); })
        .and_then([&](qint64 step) { return takeStep(writer, agent, step); });
}

QString newRecoveryCode(Random &random)
{
    constexpr char letters[] = "0123456789abcdefghjkmnpqrstvwxyz";
    QString code;
    for (int i = 0; i < recoveryLetters; ++i)
        code += QLatin1Char(letters[random.below(32)]);
    return code;
}

Result<void> forgetCodes(Writer &writer, const AgentId &agent)
{
    Statement forget(writer.database(), u"DELETE FROM recovery_codes WHERE agent = ?"_s);
    return forget.bind(0, agent.value).run();
}

Result<QStringList> makeRecoveryCodes(Writer &writer, SecretBox &box, const AgentId &agent)
{
    if (const auto done = forgetCodes(writer, agent); !done) return tl::unexpected(done.error());
    QStringList codes;
    for (int i = 0; i < recoveryCodeCount; ++i) {
        const QString code = newRecoveryCode(writer.random());
        const auto hash = box.keyedHash(code, agent.value);
        if (!hash) return tl::unexpected(hash.error());
        Statement insert(writer.database(), u"INSERT INTO recovery_codes (hash, agent) VALUES (?, ?)"_s);
        if (const auto done = insert.bind(0, *hash).bind(1, agent.value).run(); !done)
            return tl::unexpected(done.error());
        codes += code.left(recoveryLetters / 2) + u'-' + code.mid(recoveryLetters / 2);
    }
    return codes;
}

QString inBase32(const QByteArray &secret)
{
    char *text = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(secret.constData(), static_cast<std::size_t>(secret.size()), &text, &length) != OATH_OK)
        return {};
    const QString result = QString::fromLatin1(text, qsizetype(length));
    std::free(text);
    return result;
}

} // namespace

Result<bool> hasSecondFactor(Database &database, const AgentId &agent)
{
    return factorRow(database, agent).map([](const std::optional<FactorRow> &row) { return row && row->confirmed; });
}

Result<QString> beginSecondFactor(Writer &writer, SecretBox &box, const AgentId &agent)
{
    const auto old = factorRow(writer.database(), agent);
    if (!old) return tl::unexpected(old.error());
    if (*old && (*old)->confirmed) return fail(Code::Conflict, u"there is a second factor"_s);
    const QByteArray secret = writer.random().bytes(secretBytes);
    const auto sealed = box.seal(secret, agent.value);
    if (!sealed) return tl::unexpected(sealed.error());
    Statement upsert(writer.database(),
                     u"INSERT INTO second_factors (agent, sealed_secret, confirmed, last_step, begun_at) "
                     "VALUES (?, ?, 0, 0, ?) ON CONFLICT (agent) DO UPDATE SET "
                     "sealed_secret = excluded.sealed_secret, last_step = 0, begun_at = excluded.begun_at"_s);
    return upsert.bind(0, agent.value).bind(1, *sealed).bind(2, writer.clock().now()).run().map([&secret] {
        return inBase32(secret);
    });
}

Result<QStringList> confirmSecondFactor(Writer &writer, SecretBox &box, const AgentId &agent, const QString &code)
{
    const auto row = factorRow(writer.database(), agent);
    if (!row) return tl::unexpected(row.error());
    if (!*row) return fail(Code::NotFound, u"no second factor was begun"_s);
    if ((*row)->confirmed) return fail(Code::Conflict, u"there is a second factor"_s);
    return useCode(writer, box, agent, bare(code), **row).and_then([&] {
        return makeRecoveryCodes(writer, box, agent);
    });
}

Result<void> useSecondFactor(Writer &writer, SecretBox &box, const AgentId &agent, const QString &code)
{
    const auto row = factorRow(writer.database(), agent);
    if (!row) return tl::unexpected(row.error());
    if (!*row || !(*row)->confirmed) return fail(Code::SecondFactorWrong);
    const QString typed = bare(code);
    return typed.size() == qsizetype(codeDigits) ? useCode(writer, box, agent, typed, **row)
                                                 : useRecoveryCode(writer, box, agent, typed);
}

Result<bool> removeSecondFactor(Writer &writer, const AgentId &agent)
{
    if (const auto done = forgetCodes(writer, agent); !done) return tl::unexpected(done.error());
    Statement remove(writer.database(), u"DELETE FROM second_factors WHERE agent = ?"_s);
    return remove.bind(0, agent.value).run().map([&remove] { return remove.affected() > 0; });
}

Result<QString> oneTimeCode(const QString &secret, const QDateTime &at)
{
    const QByteArray text = secret.toLatin1();
    char *bytes = nullptr;
    std::size_t length = 0;
    if (oath_base32_decode(text.constData(), static_cast<std::size_t>(text.size()), &bytes, &length) != OATH_OK)
        return fail(Code::BadInput, u"no base32"_s);
    const QByteArray decoded(bytes, qsizetype(length));
    std::free(bytes);
    return codeOfStep(decoded, stepAt(at));
}

QString enrolmentUrl(const QString &secret, const QString &email)
{
    const QString label = QString::fromLatin1(QUrl::toPercentEncoding(email));
    return u"otpauth://totp/Akwaba:"_s + label + u"?secret="_s + secret + u"&issuer=Akwaba&algorithm=SHA1&digits="_s
        + QString::number(codeDigits) + u"&period="_s + QString::number(stepSeconds);
}

} // namespace akwaba::store

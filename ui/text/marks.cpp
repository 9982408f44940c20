// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/marks.h"

#include "ui/text/enumwords.h"

using namespace Qt::StringLiterals;

namespace akwaba {

Shape shapeOf(TicketStatus status)
{
    switch (status) {
    case TicketStatus::New: return Shape::Disc;
    case TicketStatus::Open: return Shape::Triangle;
    case TicketStatus::WaitingCustomer: return Shape::Bars;
    case TicketStatus::WaitingThirdParty: return Shape::Hourglass;
    case TicketStatus::Resolved: return Shape::Tick;
    case TicketStatus::Closed: return Shape::Square;
    case TicketStatus::Spam: return Shape::Dash;
    case TicketStatus::Merged: return Shape::None;
    }
    Q_UNREACHABLE();
}

Tone toneOf(TicketStatus status)
{
    switch (status) {
    case TicketStatus::New: return {Token::New, Token::NewSoft};
    case TicketStatus::Open: return {Token::Open, Token::OpenSoft};
    case TicketStatus::WaitingCustomer: return {Token::Wait, Token::WaitSoft};
    case TicketStatus::WaitingThirdParty: return {Token::Third, Token::ThirdSoft};
    case TicketStatus::Resolved: return {Token::Solved, Token::SolvedSoft};
    case TicketStatus::Closed: return {Token::Closed, Token::ClosedSoft};
    case TicketStatus::Spam:
    case TicketStatus::Merged: return {Token::Wait, Token::WaitSoft};
    }
    Q_UNREACHABLE();
}

Chip chipOf(TicketStatus status) { return {word(status), shapeOf(status), toneOf(status)}; }

QString iconOf(Channel channel)
{
    switch (channel) {
    case Channel::Email: return u"mail"_s;
    case Channel::Phone: return u"phone"_s;
    case Channel::Chat: return u"messages"_s;
    case Channel::Facebook: return u"brand-facebook"_s;
    case Channel::Instagram: return u"brand-instagram"_s;
    case Channel::X: return u"brand-x"_s;
    case Channel::Linkedin: return u"brand-linkedin"_s;
    case Channel::Whatsapp: return u"brand-whatsapp"_s;
    case Channel::Sms: return u"device-mobile-message"_s;
    case Channel::Push: return u"bell-ringing"_s;
    case Channel::Form: return u"world"_s;
    case Channel::Other: return u"message-2"_s;
    }
    Q_UNREACHABLE();
}

QString letterOf(Channel channel)
{
    switch (channel) {
    case Channel::Email: return u"M"_s;
    case Channel::Phone: return u"T"_s;
    case Channel::Chat: return u"C"_s;
    case Channel::Facebook: return u"F"_s;
    case Channel::Instagram: return u"I"_s;
    case Channel::X: return u"X"_s;
    case Channel::Linkedin: return u"L"_s;
    case Channel::Whatsapp: return u"A"_s;
    case Channel::Sms: return u"S"_s;
    case Channel::Push: return u"P"_s;
    case Channel::Form: return u"W"_s;
    case Channel::Other: return u"O"_s;
    }
    Q_UNREACHABLE();
}

QString iconOf(CallOutcome outcome, Direction direction)
{
    switch (outcome) {
    case CallOutcome::Answered: return direction == Direction::Incoming ? u"phone-incoming"_s : u"phone"_s;
    case CallOutcome::Missed:
    case CallOutcome::Abandoned:
    case CallOutcome::Voicemail: return u"phone-x"_s;
    }
    Q_UNREACHABLE();
}

QString iconOfMediaType(const QString &mediaType)
{
    return mediaType.startsWith("image/"_L1) ? u"photo"_s : u"file-text"_s;
}

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/agentfields.h"
#include "core/domain/customerfields.h"
#include "core/domain/escalationfields.h"
#include "core/domain/livefiguresfields.h"
#include "core/domain/macrofields.h"
#include "core/domain/mailaccountfields.h"
#include "core/domain/messagefields.h"
#include "core/domain/noticefields.h"
#include "core/domain/servicelevelchangefields.h"
#include "core/domain/ticketfields.h"
#include "core/protocol/codecimpl.h"

AKWABA_CODEC(akwaba::MailHost)
AKWABA_CODEC(akwaba::MailAccount)
AKWABA_CODEC(akwaba::MailPasswords)
AKWABA_CODEC(akwaba::MailCheck)
AKWABA_CODEC(akwaba::Money)
AKWABA_CODEC(akwaba::EmailAddress)
AKWABA_CODEC(akwaba::PhoneNumber)
AKWABA_CODEC(akwaba::PostalAddress)
AKWABA_CODEC(akwaba::OnlineService)
AKWABA_CODEC(akwaba::OrderLine)
AKWABA_CODEC(akwaba::OrderReturn)
AKWABA_CODEC(akwaba::FieldChange)
AKWABA_CODEC(akwaba::DeliveryAttempt)
AKWABA_CODEC(akwaba::FieldCondition)
AKWABA_CODEC(akwaba::Ticket)
AKWABA_CODEC(akwaba::Message)
AKWABA_CODEC(akwaba::Attachment)
AKWABA_CODEC(akwaba::Draft)
AKWABA_CODEC(akwaba::Customer)
AKWABA_CODEC(akwaba::Order)
AKWABA_CODEC(akwaba::Product)
AKWABA_CODEC(akwaba::Agent)
AKWABA_CODEC(akwaba::Team)
AKWABA_CODEC(akwaba::Category)
AKWABA_CODEC(akwaba::Tag)
AKWABA_CODEC(akwaba::View)
AKWABA_CODEC(akwaba::Device)
AKWABA_CODEC(akwaba::WeeklyHours)
AKWABA_CODEC(akwaba::HoursOfADay)
AKWABA_CODEC(akwaba::CalendarException)
AKWABA_CODEC(akwaba::CalendarVersion)
AKWABA_CODEC(akwaba::Calendar)
AKWABA_CODEC(akwaba::Holiday)
AKWABA_CODEC(akwaba::RuleEffect)
AKWABA_CODEC(akwaba::SkippedHoliday)
AKWABA_CODEC(akwaba::HolidayImport)
AKWABA_CODEC(akwaba::SlaTarget)
AKWABA_CODEC(akwaba::SlaPolicyVersion)
AKWABA_CODEC(akwaba::SlaPolicy)
AKWABA_CODEC(akwaba::CalendarEdit)
AKWABA_CODEC(akwaba::PolicyEdit)
AKWABA_CODEC(akwaba::PolicyMatch)
AKWABA_CODEC(akwaba::PolicyWarning)
AKWABA_CODEC(akwaba::PolicyTrial)
AKWABA_CODEC(akwaba::EscalationPath)
AKWABA_CODEC(akwaba::Escalation)
AKWABA_CODEC(akwaba::DueHour)
AKWABA_CODEC(akwaba::Attainment)
AKWABA_CODEC(akwaba::AgentLoad)
AKWABA_CODEC(akwaba::PhoneFigures)
AKWABA_CODEC(akwaba::LiveFigures)
AKWABA_CODEC(akwaba::Notice)
AKWABA_CODEC(akwaba::TextModule)
AKWABA_CODEC(akwaba::MacroStep)
AKWABA_CODEC(akwaba::Macro)

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/customerfields.h"
#include "core/domain/escalationfields.h"
#include "core/domain/messagefields.h"
#include "core/domain/ticketfields.h"
#include "core/protocol/codecimpl.h"
#include "core/protocol/commandfields.h"
#include "core/protocol/intentfields.h"

AKWABA_CODEC(akwaba::CreateCustomer)
AKWABA_CODEC(akwaba::CreateTicket)
AKWABA_CODEC(akwaba::SetStatus)
AKWABA_CODEC(akwaba::Assign)
AKWABA_CODEC(akwaba::SetField)
AKWABA_CODEC(akwaba::SetTags)
AKWABA_CODEC(akwaba::Follow)
AKWABA_CODEC(akwaba::Reply)
AKWABA_CODEC(akwaba::AddNote)
AKWABA_CODEC(akwaba::LogCall)
AKWABA_CODEC(akwaba::CaptureMessage)
AKWABA_CODEC(akwaba::CancelSend)
AKWABA_CODEC(akwaba::SaveDraft)
AKWABA_CODEC(akwaba::DiscardDraft)
AKWABA_CODEC(akwaba::ResumeMail)
AKWABA_CODEC(akwaba::NeedNoReply)
AKWABA_CODEC(akwaba::Promise)
AKWABA_CODEC(akwaba::Escalate)
AKWABA_CODEC(akwaba::MoveEscalation)
AKWABA_CODEC(akwaba::ReadNotice)
AKWABA_CODEC(akwaba::Intent)
AKWABA_CODEC(akwaba::Outcome)

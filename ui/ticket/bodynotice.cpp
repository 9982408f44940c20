// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/bodynotice.h"

#include "ui/text/translate.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// Empty for what is said elsewhere.
QString sentenceOf(MessageNotice notice)
{
    switch (notice) {
    case MessageNotice::UnknownCharset:
        return translate("BodyNotice", "The encoding is unknown: letters may be wrong.");
    case MessageNotice::DamagedText: return translate("BodyNotice", "Some letters arrived damaged.");
    case MessageNotice::HtmlCut: return translate("BodyNotice", "Message cut: it is longer than what is displayed.");
    case MessageNotice::HtmlFlattened: return translate("BodyNotice", "The formatting was simplified.");
    case MessageNotice::TooDeep: return translate("BodyNotice", "Parts within parts were not opened.");
    case MessageNotice::CardMasked:
        return translate("BodyNotice", "The number of a payment card was masked: only its last digits were kept.");
    case MessageNotice::TrackingPixels: return {};
    }
    Q_UNREACHABLE();
}

BodyNotice pictureNotice(const Message &message, const BodyState &state)
{
    BodyNotice notice;
    QStringList sentences;
    if (state.blockedPictures > 0) {
        sentences.append(translate("BodyNotice", "%n remote picture(s) blocked.", nullptr, state.blockedPictures));
        notice.actions = {NoticeAction::ShowPictures};
    }
    if (state.missingPictures > 0) {
        sentences.append(
            translate("BodyNotice", "%n picture(s) could not be fetched.", nullptr, state.missingPictures));
        notice.actions = {NoticeAction::ShowPictures};
    }
    if (message.notices.contains(MessageNotice::TrackingPixels))
        sentences.append(translate("BodyNotice", "Hidden pictures that tell who reads were left out."));
    notice.text = sentences.join(u' ');
    return notice;
}

BodyNotice formNotice(const Message &message, const BodyState &state)
{
    QList<MessageNotice> said = message.notices;
    if (state.isCut && !said.contains(MessageNotice::HtmlCut)) said.append(MessageNotice::HtmlCut);
    if (state.isSimplified && !said.contains(MessageNotice::HtmlFlattened)) said.append(MessageNotice::HtmlFlattened);
    BodyNotice notice;
    QStringList sentences;
    for (const MessageNotice one : std::as_const(said))
        if (const QString sentence = sentenceOf(one); !sentence.isEmpty()) sentences.append(sentence);
    notice.text = sentences.join(u' ');
    const bool hasMore = said.contains(MessageNotice::HtmlCut) || said.contains(MessageNotice::HtmlFlattened);
    if (hasMore && !message.text.isEmpty()) notice.actions.append(NoticeAction::ShowText);
    const bool isMail = message.direction == Direction::Incoming && message.channel == Channel::Email;
    if (isMail) notice.actions.append(NoticeAction::SaveOriginal);
    return notice;
}

} // namespace

QString label(NoticeAction action)
{
    switch (action) {
    case NoticeAction::ShowPictures: return translate("BodyNotice", "Show the pictures");
    case NoticeAction::ShowText: return translate("BodyNotice", "Show the text");
    case NoticeAction::SaveOriginal: return translate("BodyNotice", "Save the original");
    }
    Q_UNREACHABLE();
}

QList<BodyNotice> bodyNotices(const Message &message, const BodyState &state)
{
    QList<BodyNotice> notices;
    for (const BodyNotice &notice : {formNotice(message, state), pictureNotice(message, state)})
        if (!notice.text.isEmpty()) notices.append(notice);
    return notices;
}

} // namespace akwaba

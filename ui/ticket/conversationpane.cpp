// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/conversationpane.h"

#include "core/actions/commandmaking.h"
#include "ui/text/actionwords.h"
#include "ui/text/translate.h"
#include "ui/ticket/answers.h"
#include "ui/ticket/ticketheader.h"
#include "ui/ticket/timeline.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedLayout>
#include <QTextEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

ConversationPane::ConversationPane(const Clock &clock, Random &random, DraftKeeper keeper, QWidget *parent)
    : QWidget(parent), m_clock(clock), m_random(random), m_stack(new QStackedLayout(this)),
      m_empty(new EmptyState(u"message-2"_s, {}, {}, this)), m_page(new QWidget(this)),
      m_header(new TicketHeader(m_page)), m_timeline(new Timeline(clock, m_page)), m_news(new Banner(m_page)),
      m_composer(new Composer(clock, random, std::move(keeper), m_page)),
      m_answers(new Answers(*m_composer, clock, this)), m_buttons(new QWidget(m_page)),
      m_reply(new QPushButton(m_buttons)), m_note(new QPushButton(m_buttons)), m_call(new QPushButton(m_buttons))
{
    setObjectName(u"conversationPane"_s);
    m_empty->setObjectName(u"conversationEmpty"_s);
    m_news->setObjectName(u"conversationNews"_s);
    m_reply->setObjectName(u"replyButton"_s);
    m_note->setObjectName(u"noteButton"_s);
    m_call->setObjectName(u"callButton"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *row = new FlowLayout(m_buttons); // large text may leave no room for all on one line
    for (QPushButton *button : {m_reply, m_note, m_call})
        row->addWidget(button);
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_timeline, 1);
    column->addWidget(m_news);
    auto *frame = new QVBoxLayout; // an empty layout takes no room when the composer is hidden
    frame->setObjectName(u"composerFrame"_s);
    frame->addWidget(m_composer);
    column->addLayout(frame);
    column->addWidget(m_buttons);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_page);
    m_news->hide();
    connectParts();
    connectHeader();
    applyTheme();
    retranslate();
    showWriting(false);
}

void ConversationPane::connectParts()
{
    connect(m_reply, &QPushButton::clicked, this, [this] { write(DraftForm::Reply); });
    connect(m_note, &QPushButton::clicked, this, [this] { write(DraftForm::Note); });
    connect(m_call, &QPushButton::clicked, this, [this] { write(DraftForm::Call); });
    connect(m_composer, &Composer::sendRequested, this, &ConversationPane::send);
    connect(m_composer, &Composer::contentChanged, this, &ConversationPane::contextChanged);
    connect(m_composer, &Composer::formChanged, this, &ConversationPane::contextChanged);
    connect(m_answers, &Answers::writingWanted, this, &ConversationPane::write);
    connect(m_answers, &Answers::applied, this, [this](const QString &macro, const QList<Command> &commands) {
        if (!commands.isEmpty()) Q_EMIT commandedTogether(commands, macro);
    });
    connect(m_timeline, &Timeline::attachmentActivated, this, &ConversationPane::attachmentActivated);
    connect(m_timeline, &Timeline::linkActivated, this, &ConversationPane::linkActivated);
    connect(m_timeline, &Timeline::textRequested, this, &ConversationPane::textRequested);
    connect(m_timeline, &Timeline::originalRequested, this, &ConversationPane::originalRequested);
    connect(m_timeline, &Timeline::quotesShownChanged, this, &ConversationPane::contextChanged);
    connect(m_news, &Banner::actionTriggered, this, [this] {
        // Read now: what is written from here on was written knowing it.
        m_composer->setBasedOn(lastMessage(m_conversation));
        m_news->hide();
        m_timeline->scrollToEnd();
        m_timeline->setFocus();
    });
}

void ConversationPane::connectHeader()
{
    const auto ticket = [this]() -> const Ticket & { return m_conversation.ticket; };
    connect(m_header, &TicketHeader::statusChosen, this, [this, ticket](TicketStatus to) {
        Q_EMIT commanded(withStatus(ticket(), to, lastMessage(m_conversation)));
    });
    connect(m_header, &TicketHeader::priorityChosen, this,
            [this, ticket](Priority to) { Q_EMIT commanded(withPriority(ticket(), to)); });
    connect(m_header, &TicketHeader::categoryChosen, this,
            [this, ticket](const CategoryId &to) { Q_EMIT commanded(withCategory(ticket(), to)); });
    connect(m_header, &TicketHeader::ownerChosen, this, [this, ticket](const TeamId &team, const AgentId &agent) {
        const bool takes = agent == m_me && team == ticket().team;
        Q_EMIT commanded(takes ? Command(taken(ticket(), m_me)) : Command(assigned(ticket(), team, agent)));
    });
    connect(m_header, &TicketHeader::tagsChosen, this,
            [this, ticket](const QList<TagId> &tags) { Q_EMIT commanded(withTags(ticket(), tags)); });
    connect(m_header, &TicketHeader::followToggled, this,
            [this, ticket] { Q_EMIT commanded(akwaba::followToggled(ticket(), m_me)); });
}

int ConversationPane::timelineFoot() const
{
    if (m_stack->currentWidget() != m_page) return height();
    m_page->layout()->activate();
    return m_timeline->mapTo(this, QPoint(0, m_timeline->height())).y();
}

void ConversationPane::setAuthor(const AgentId &agent, const DeviceId &device)
{
    m_me = agent;
    m_composer->setAuthor(agent, device);
}

void ConversationPane::setDirectories(const Directories &directories)
{
    m_directories = directories;
    m_answers->setDirectories(directories);
    if (ticket().isEmpty()) return;
    m_header->setTicket(m_conversation.ticket, m_directories, m_me);
    m_timeline->update(m_conversation);
}

void ConversationPane::setPresence(const TicketPresence &others, const QString &words)
{
    const bool replies = !others.present.isEmpty() && others.present.constFirst().mode == PresenceMode::Replying;
    m_header->setPresence(words, replies);
}

void ConversationPane::setClock(const std::optional<Pill> &left, const QString &spoken)
{
    m_header->setClock(left, spoken);
}

bool ConversationPane::isReplying() const
{
    return !ticket().isEmpty() && !m_composer->isHidden() && m_composer->form() == DraftForm::Reply;
}

void ConversationPane::take(const Conversation &conversation)
{
    m_conversation = conversation;
    m_answers->setConversation(conversation, m_me);
    m_saidNoReplyNeeded = saysNoReplyNeeded(conversation.ticket, conversation.messages);
}

void ConversationPane::open(const Conversation &conversation, const QList<Draft> &drafts)
{
    take(conversation);
    m_news->hide();
    m_header->setTicket(conversation.ticket, m_directories, m_me);
    m_stack->setCurrentWidget(m_page);
    m_composer->open(conversation.ticket, recipients(), drafts, lastMessage(conversation));
    if (!drafts.isEmpty()) m_composer->setForm(drafts.first().form);
    showWriting(!drafts.isEmpty());
    m_page->layout()->activate(); // so that the time line has its size before it looks for its place
    m_timeline->open(conversation, m_directories.names());
    Q_EMIT contextChanged();
}

void ConversationPane::update(const Conversation &conversation)
{
    if (conversation.ticket.id != ticket()) return;
    take(conversation);
    m_header->setTicket(conversation.ticket, m_directories, m_me);
    m_timeline->update(conversation);
    m_composer->setTicket(conversation.ticket);
    if (!m_composer->isVisibleTo(m_page) || !m_composer->hasText()) m_composer->setBasedOn(lastMessage(conversation));
    m_news->setVisible(m_composer->isVisibleTo(m_page) && customerHasWrittenSince());
    Q_EMIT contextChanged();
}

void ConversationPane::setDrafts(const QList<Draft> &drafts)
{
    m_composer->setDrafts(drafts);
    Q_EMIT contextChanged();
}

void ConversationPane::clear()
{
    m_composer->flush();
    m_conversation = {};
    m_timeline->clear();
    m_composer->open({}, {}, {}, {});
    showWriting(false);
    m_stack->setCurrentWidget(m_empty);
    Q_EMIT contextChanged();
}

QList<EmailAddress> ConversationPane::recipients() const
{
    return recipientsOf(m_conversation.messages, m_conversation.customer);
}

bool ConversationPane::customerHasWrittenSince() const
{
    const QList<Message> &messages = m_conversation.messages;
    const auto seen = std::ranges::find(messages, m_composer->basedOn(), &Message::id);
    if (seen == messages.end()) return false;
    return std::any_of(seen + 1, messages.end(), [](const Message &message) {
        return message.kind == MessageKind::Public && message.direction == Direction::Incoming;
    });
}

void ConversationPane::showWriting(bool writing)
{
    m_composer->setVisible(writing);
    m_buttons->setVisible(!writing);
    if (!writing) m_news->hide();
    Q_EMIT contextChanged();
}

void ConversationPane::write(DraftForm form)
{
    if (ticket().isEmpty()) return;
    m_composer->setForm(form);
    const bool atEnd = m_timeline->isAtEnd();
    showWriting(true);
    m_page->layout()->activate();
    if (atEnd) m_timeline->scrollToEnd();
    m_composer->editor()->setFocus();
}

void ConversationPane::goBack()
{
    if (!m_buttons->isVisibleTo(m_page)) {
        m_composer->flush(); // nothing is lost: the draft is there when one comes back
        showWriting(false);
        m_timeline->setFocus();
        return;
    }
    Q_EMIT left();
}

bool ConversationPane::perform(ActionId id)
{
    ActionContext context;
    describe(context);
    if (whyUnavailable(id, context)) return false;
    const Ticket &ticket = m_conversation.ticket;
    switch (id) {
    case ActionId::Reply: write(DraftForm::Reply); return true;
    case ActionId::Note: write(DraftForm::Note); return true;
    case ActionId::LogCall: write(DraftForm::Call); return true;
    case ActionId::Take: Q_EMIT commanded(taken(ticket, m_me)); return true;
    case ActionId::Resolve:
        Q_EMIT commanded(withStatus(ticket, TicketStatus::Resolved, lastMessage(m_conversation)));
        return true;
    case ActionId::Follow: Q_EMIT commanded(akwaba::followToggled(ticket, m_me)); return true;
    case ActionId::ResumeMail: Q_EMIT commanded(ResumeMail{ticket.id}); return true;
    case ActionId::NoReplyNeeded:
        Q_EMIT commanded(NeedNoReply{ticket.id, !context.saidNoReplyNeeded, lastMessage(m_conversation)});
        return true;
    case ActionId::PromiseDate: promiseDate(); return true;
    case ActionId::Snooze: snooze(); return true;
    case ActionId::CopyNumber: QGuiApplication::clipboard()->setText(ticket.number); return true;
    case ActionId::UnfoldQuotes: m_timeline->setQuotesShown(!m_timeline->areQuotesShown()); return true;
    case ActionId::Send: m_composer->send(false); return true;
    case ActionId::SendAndNext: m_composer->send(true); return true;
    case ActionId::ApplyMacro: m_answers->offerMacros(m_composer->isVisibleTo(m_page)); return true;
    case ActionId::InsertText: m_answers->offerTexts(); return true;
    case ActionId::DiscardDraft:
        m_composer->discard();
        showWriting(false);
        m_timeline->setFocus();
        return true;
    case ActionId::Back: goBack(); return true;
    default: return m_header->openMenu(id);
    }
}

void ConversationPane::describe(ActionContext &context) const
{
    context.me = m_me;
    const auto me = std::ranges::find(m_directories.agents, m_me, &Agent::id);
    context.supervises = me != m_directories.agents.end() && supervises(me->roles);
    if (!ticket().isEmpty()) {
        context.ticket = m_conversation.ticket;
        context.saidNoReplyNeeded = m_saidNoReplyNeeded;
    }
    context.hasQuotes = m_timeline->hasQuotes();
    context.writing = m_composer->isVisibleTo(m_page);
    context.needsRecipient = m_composer->form() == DraftForm::Reply;
    context.hasRecipient = m_composer->hasRecipient();
    context.hasText = m_composer->hasText();
    context.hasOpenVariables = m_composer->hasOpenVariables();
    context.hasDraft = m_composer->hasDraft();
    context.hasMacros = m_answers->hasMacros();
    context.hasTextModules = m_answers->hasTexts();
}

void ConversationPane::applyTheme()
{
    const Theme &theme = themeOf(this);
    auto *frame = m_page->findChild<QVBoxLayout *>(u"composerFrame"_s);
    frame->setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(12));
    m_buttons->layout()->setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(12));
    m_buttons->layout()->setSpacing(theme.px(8));
    m_reply->setIcon(icon(theme, actionIcon(ActionId::Reply)));
    m_note->setIcon(icon(theme, actionIcon(ActionId::Note)));
    m_call->setIcon(icon(theme, actionIcon(ActionId::LogCall)));
}

void ConversationPane::setKeyNames(std::function<QString(ActionId)> keyName)
{
    m_keyName = std::move(keyName);
    m_timeline->setQuotesKey(m_keyName(ActionId::UnfoldQuotes));
    retranslate();
}

QString ConversationPane::tip(ActionId id) const
{
    const QString key = m_keyName ? m_keyName(id) : QString();
    return key.isEmpty() ? actionLabel(id) : actionLabel(id) + u" ("_s + key + u')';
}

void ConversationPane::retranslate()
{
    const auto label = [this](QPushButton *button, ActionId id) {
        button->setText(actionLabel(id));
        button->setToolTip(tip(id));
    };
    label(m_reply, ActionId::Reply);
    label(m_note, ActionId::Note);
    label(m_call, ActionId::LogCall);
    m_news->setMessage(Banner::Kind::Warning,
                       translate("Conversation", "The customer has written since: read it before you send."));
    m_news->setAction(translate("Conversation", "Read"));
    m_empty->setContent(u"message-2"_s, translate("Conversation", "No ticket is open"),
                        translate("Conversation", "Choose one in the list with ↑ and ↓."));
}

void ConversationPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) applyTheme();
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace akwaba

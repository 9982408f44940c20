// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/escalationcard.h"

#include "core/actions/escalating.h"
#include "ui/text/enumwords.h"
#include "ui/text/escalationwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/label.h"
#include "ui/widgets/smallwidgets.h"

#include <QGridLayout>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

QString pathOf(const Escalation &escalation, const EscalationsShown &shown)
{
    const QString path = shown.nameOf(escalation.path.value);
    return path.isEmpty() ? shown.nameOf(escalation.team.value) : path;
}

} // namespace

QList<std::pair<QString, QString>> escalationFacts(const Escalation &escalation, const EscalationsShown &shown)
{
    QList<std::pair<QString, QString>> facts;
    const auto add = [&facts](const QString &label, const QString &value) {
        if (!value.isEmpty()) facts.append({label, value});
    };
    add(translate("Escalation", "To"), pathOf(escalation, shown));
    add(translate("Escalation", "Reason"), word(escalation.reason));
    if (escalation.openedAt.isValid()) add(translate("Escalation", "Since"), moment(escalation.openedAt, shown.now));
    if (const QDateTime due = nextDueOf(escalation); due.isValid())
        add(escalation.state == EscalationState::Requested ? translate("Escalation", "Accept by")
                                                           : translate("Escalation", "News by"),
            dueWords(due, shown.now));
    if (escalation.promisedAt.isValid())
        add(translate("Escalation", "Promised"), dueWords(escalation.promisedAt, shown.now));
    else
        add(translate("Escalation", "Not told"), escalation.noticeWaived);
    const AgentId &owner = escalation.fromAgent.isEmpty() ? escalation.openedBy : escalation.fromAgent;
    add(translate("Escalation", "Customer"), shown.nameOf(owner.value));
    const QString worker = shown.nameOf(escalation.acceptedBy.value);
    add(translate("Escalation", "Work"), worker.isEmpty() ? translate("Escalation", "nobody yet") : worker);
    const int slips = escalation.slips;
    const int bounces = escalation.bounces;
    if (slips > 0) add(translate("Escalation", "Postponed"), translate("Escalation", "%n time(s)", nullptr, slips));
    if (bounces > 0)
        add(translate("Escalation", "Sent again"), translate("Escalation", "%n time(s)", nullptr, bounces));
    return facts;
}

QString endedSentence(const Escalation &escalation, const EscalationsShown &shown)
{
    const QString what = translate("Escalation", "%1, %2", "to whom, and how it ended")
                             .arg(pathOf(escalation, shown), word(escalation.state));
    const QString why = !escalation.note.isEmpty() ? escalation.note : escalation.answer;
    const QString sentence = why.isEmpty() ? what : what + u" : "_s + why.simplified();
    return polished(moment(escalation.closedAt, shown.now) + u" · "_s + sentence);
}

EscalationCard::EscalationCard(QWidget *parent)
    : SectionCard(u"stairs-up"_s, translate("Escalation", "Escalation"), parent)
{
    setObjectName(u"escalationCard"_s);
    connect(this, &SectionCard::linkActivated, this, [this] {
        m_isUnfolded = !m_isUnfolded;
        show(m_shown);
    });
}

void EscalationCard::show(const EscalationsShown &shown)
{
    m_shown = shown;
    delete m_rows;
    m_rows = new QWidget(this);
    auto *column = new QVBoxLayout(m_rows);
    column->setContentsMargins({});
    column->setSpacing(themeOf(this).px(8));
    body()->addWidget(m_rows);
    const auto ended =
        std::ranges::count_if(m_shown.escalations, [](const Escalation &each) { return !isOpen(each.state); });
    for (const Escalation &each : std::as_const(m_shown.escalations)) {
        if (isOpen(each.state)) addOpen(each);
    }
    const int count = static_cast<int>(ended);
    setLink(ended == 0         ? QString()
                : m_isUnfolded ? translate("Escalation", "Hide the earlier ones")
                               : translate("Escalation", "%n earlier", nullptr, count));
    if (m_isUnfolded) addHistory();
}

void EscalationCard::addOpen(const Escalation &escalation)
{
    const Theme &theme = themeOf(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(6));
    head->addWidget(new IconLabel(iconOf(escalation.state), 16, toneOf(escalation.state).ink, m_rows));
    auto *state = new Label(word(escalation.state), TextStyle::BodyStrong, toneOf(escalation.state).ink, m_rows);
    state->setObjectName(u"escalationState"_s);
    head->addWidget(state);
    head->addStretch(1);
    static_cast<QVBoxLayout *>(m_rows->layout())->addLayout(head);
    if (m_shown.unsent.contains(escalation.id)) {
        auto *waiting = new QHBoxLayout;
        waiting->setSpacing(theme.px(6));
        waiting->addWidget(new IconLabel(u"cloud-upload"_s, 14, Token::Accent, m_rows));
        auto *words = new Label(translate("Escalation", "waiting to be sent"), TextStyle::Small, Token::Text2, m_rows);
        words->setObjectName(u"escalationUnsent"_s);
        waiting->addWidget(words, 1);
        static_cast<QVBoxLayout *>(m_rows->layout())->addLayout(waiting);
    }
    addFacts(escalationFacts(escalation, m_shown));
    addText(escalation.asked, translate("Escalation", "Asked"));
    if (escalation.state == EscalationState::HandedBack) addAnswer(escalation);
    addMoves(escalation);
}

void EscalationCard::addFacts(const QList<std::pair<QString, QString>> &facts)
{
    const Theme &theme = themeOf(this);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(8));
    grid->setVerticalSpacing(theme.px(4));
    grid->setColumnMinimumWidth(0, theme.px(84));
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &[label, value] : facts) {
        grid->addWidget(new Label(label, TextStyle::Small, Token::Text3, m_rows), row, 0);
        auto *text = new Label(value, TextStyle::Small, Token::Text1, m_rows);
        text->setElided(true);
        text->setAccessibleName(label + u' ' + value);
        grid->addWidget(text, row++, 1);
    }
    static_cast<QVBoxLayout *>(m_rows->layout())->addLayout(grid);
}

void EscalationCard::addText(const QString &text, const QString &name)
{
    if (text.trimmed().isEmpty()) return;
    auto *label = new Label(text, TextStyle::Small, Token::Text2, m_rows);
    label->setWordWrap(true);
    label->setAccessibleName(name + u' ' + text);
    m_rows->layout()->addWidget(label);
}

void EscalationCard::addAnswer(const Escalation &escalation)
{
    m_rows->layout()->addWidget(
        new Label(translate("Escalation", "Answer"), TextStyle::SmallStrong, Token::Text1, m_rows));
    addText(escalation.answer, translate("Escalation", "Answer"));
    if (!escalation.cause.isEmpty()) addFacts({{translate("Escalation", "Cause"), escalation.cause}});
    if (escalation.faqCandidate)
        addFacts({{translate("Escalation", "FAQ"), translate("Escalation", "worth an article")}});
    auto *take = new QPushButton(translate("Escalation", "Reply with this answer"), m_rows);
    take->setObjectName(u"escalationReply"_s);
    setLook(take, ButtonLook::Primary);
    connect(take, &QPushButton::clicked, this, [this, answer = escalation.answer] { Q_EMIT replyWanted(answer); });
    m_rows->layout()->addWidget(take);
}

/// Two beside each other where both fit; what is not this agent's turn is not offered.
void EscalationCard::addMoves(const Escalation &escalation)
{
    auto *grid = new QGridLayout;
    grid->setSpacing(themeOf(this).px(6));
    int place = 0;
    for (const PossibleMove &move : movesOf(escalation, m_shown.me)) {
        if (!move.isAllowed) continue;
        auto *button = new QPushButton(moveLabel(move.to), m_rows);
        button->setObjectName(u"escalation-"_s + wireName(move.to));
        if (place == 0 && escalation.state == EscalationState::Requested && move.by == EscalationSide::Receiver)
            setLook(button, ButtonLook::Escalate);
        connect(button, &QPushButton::clicked, this,
                [this, id = escalation.id, to = move.to] { Q_EMIT moveWanted(id, to); });
        const bool isWide = button->sizeHint().width() > themeOf(this).px(114);
        if (isWide && place % 2 == 1) ++place;
        grid->addWidget(button, place / 2, place % 2, 1, isWide ? 2 : 1);
        place += isWide ? 2 : 1;
    }
    static_cast<QVBoxLayout *>(m_rows->layout())->addLayout(grid);
}

void EscalationCard::addHistory()
{
    for (auto each = m_shown.escalations.crbegin(); each != m_shown.escalations.crend(); ++each) {
        if (isOpen(each->state)) continue;
        const QString sentence = endedSentence(*each, m_shown);
        addText(sentence, {});
    }
}

} // namespace akwaba

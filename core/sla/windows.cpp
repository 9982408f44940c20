// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sla/windows.h"

#include <algorithm>

namespace akwaba::sla {

namespace {

bool isDone(TicketStatus status) { return status == TicketStatus::Resolved || status == TicketStatus::Closed; }

/// Goes through the facts once.
class FactsReader {
public:
    explicit FactsReader(const Facts &facts) : m_status(facts.status)
    {
        if (isActive(m_status)) open(Target::Resolution, facts.receivedAt);
        enter(m_status, facts.receivedAt);
    }

    void take(const Fact &fact)
    {
        switch (fact.kind) {
        case Fact::Kind::CustomerWrote: return customerWrote(fact.at);
        case Fact::Kind::Answered: return answered(fact.at);
        case Fact::Kind::StatusChanged: return changeStatus(fact.status, fact.at);
        case Fact::Kind::NoReplyNeeded: return needNoReply(fact.at);
        case Fact::Kind::ReplyNeeded: return needReply();
        case Fact::Kind::Promised: return promise(fact);
        case Fact::Kind::AttributesChanged: return;
        }
    }

    [[nodiscard]] Windows finish()
    {
        std::ranges::stable_sort(m_windows.all, {}, &Window::start);
        return std::move(m_windows);
    }

private:
    /// Null where none of this target is open.
    Window *openOf(Target target)
    {
        const auto found = std::ranges::find_if(
            m_windows.all, [target](const Window &each) { return each.target == target && !each.end; });
        return found == m_windows.all.end() ? nullptr : &*found;
    }

    Window &open(Target target, qint64 at)
    {
        const auto before = std::ranges::count(m_windows.all, target, &Window::target);
        Window window;
        window.target = target;
        window.instance = int(before) + 1;
        window.start = at;
        window.isReopened = target == Target::Resolution && before > 0;
        m_windows.all.push_back(window);
        return m_windows.all.back();
    }

    void end(Window *window, qint64 at, Window::End how)
    {
        if (window == nullptr) return;
        window->end = at;
        window->how = how;
    }

    void customerWrote(qint64 at)
    {
        if (m_status == TicketStatus::Merged) return;
        if (m_status == TicketStatus::Spam) { // until somebody says that it is none
            m_writtenAsSpam = m_writtenAsSpam.value_or(at);
            return;
        }
        // The oldest message that nobody answered is what counts, and the first response comes first (rule 7).
        if (openOf(Target::FirstResponse) != nullptr || openOf(Target::NextResponse) != nullptr) return;
        open(m_isAnswered ? Target::NextResponse : Target::FirstResponse, at);
    }

    void answered(qint64 at)
    {
        m_isAnswered = true; // whoever is written to first waits for no first response (rule 6)
        end(openOf(Target::FirstResponse), at, Window::End::Met);
        end(openOf(Target::NextResponse), at, Window::End::Met);
        end(openOf(Target::Update), at, Window::End::Met);
        if (isActive(m_status)) open(Target::Update, at);
    }

    void needNoReply(qint64 at)
    {
        m_unneeded.clear();
        for (const Target target : {Target::FirstResponse, Target::NextResponse}) {
            Window *window = openOf(target);
            if (window == nullptr) continue;
            end(window, at, Window::End::Cancelled);
            m_unneeded.push_back(std::size_t(window - m_windows.all.data()));
        }
    }

    /// As if nobody had said that none is needed, unless one is waited for anyway.
    void needReply()
    {
        for (const std::size_t index : m_unneeded)
            reopen(index);
        m_unneeded.clear();
    }

    void reopen(std::size_t index)
    {
        Window &window = m_windows.all[index];
        if (openOf(window.target) != nullptr) return;
        window.end.reset();
        window.how = Window::End::None;
    }

    void promise(const Fact &fact)
    {
        if (!isActive(m_status)) return;
        Window *window = openOf(Target::Update);
        if (window == nullptr) window = &open(Target::Update, fact.at);
        window->promises.push_back({fact.at, fact.promised});
    }

    void changeStatus(TicketStatus to, qint64 at)
    {
        const TicketStatus from = std::exchange(m_status, to);
        leave(from, at);
        enter(to, at);
        if (isActive(from) && !isActive(to)) stop(to, at);
        if (!isActive(to) || isActive(from)) return;
        if (isDone(from)) open(Target::Resolution, at);
        if (from == TicketStatus::Spam) { // it was none
            for (const std::size_t index : m_spam)
                reopen(index);
            if (m_writtenAsSpam) customerWrote(*m_writtenAsSpam);
            m_writtenAsSpam.reset();
        }
    }

    void stop(TicketStatus to, qint64 at)
    {
        m_spam.clear();
        for (std::size_t i = 0; i < m_windows.all.size(); ++i) {
            Window &window = m_windows.all[i];
            if (window.end) continue;
            const bool isMet = isDone(to) && window.target == Target::Resolution;
            end(&window, at,
                to == TicketStatus::Merged ? Window::End::Merged
                    : isMet                ? Window::End::Met
                                           : Window::End::Cancelled);
            if (to == TicketStatus::Spam) m_spam.push_back(i);
        }
    }

    std::vector<Span> *spansOf(TicketStatus status)
    {
        switch (status) {
        case TicketStatus::WaitingCustomer: return &m_windows.waitingCustomer;
        case TicketStatus::WaitingThirdParty: return &m_windows.waitingThirdParty;
        case TicketStatus::Spam: return &m_windows.spam;
        default: return nullptr;
        }
    }

    void enter(TicketStatus status, qint64 at)
    {
        if (std::vector<Span> *spans = spansOf(status)) spans->push_back({at, maxInstant});
    }

    void leave(TicketStatus status, qint64 at)
    {
        if (std::vector<Span> *spans = spansOf(status)) spans->back().to = std::max(at, spans->back().from);
    }

    Windows m_windows;
    TicketStatus m_status;
    bool m_isAnswered = false;
    std::vector<std::size_t> m_unneeded; // ended since no reply is needed, by their places
    std::optional<qint64> m_writtenAsSpam; // the first message since the ticket was taken for spam
    std::vector<std::size_t> m_spam; // ended since the ticket was taken for spam
};

} // namespace

Windows windowsOf(const Facts &facts)
{
    FactsReader reader(facts);
    for (const Fact &fact : facts.facts)
        reader.take(fact);
    return reader.finish();
}

} // namespace akwaba::sla

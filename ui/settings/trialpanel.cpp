// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/trialpanel.h"

#include "ui/text/rulewords.h"
#include "ui/text/translate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/smallwidgets.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace akwaba {

TrialPanel::TrialPanel(const QString &name, std::chrono::milliseconds pause, QWidget *parent)
    : QWidget(parent), m_icon(new IconLabel(u"info-circle"_s, 16, Token::Text2)),
      m_title(new Label(TextStyle::Micro, Token::Text2)), m_words(new Label(TextStyle::BodyStrong)),
      m_notes(new Label(TextStyle::Body)), m_extent(new Label(TextStyle::Small, Token::Text3))
{
    const Theme &theme = themeOf(this);
    m_title->setObjectName(name + u"Title"_s);
    m_words->setObjectName(name);
    m_notes->setObjectName(name + u"Notes"_s);
    for (Label *label : {m_words, m_notes, m_extent})
        label->setWordWrap(true);
    for (Label *label : {m_words, m_notes})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(theme.px(2));
    texts->addWidget(m_title);
    texts->addWidget(m_words);
    texts->addWidget(m_notes);
    texts->addWidget(m_extent);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10));
    row->setSpacing(theme.px(8));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &TrialPanel::ask);
}

void TrialPanel::tryOut(const Trial &trial)
{
    m_wanted = trial;
    if (m_asked == trial.about) return;
    m_asked.reset(); // what is under way is about another one
    m_title->setText(trial.title);
    say(u"refresh"_s, translate("Trial", "Counting which due dates move…"));
    m_soon.start();
}

void TrialPanel::explain(const QString &words)
{
    m_wanted.reset();
    m_asked.reset();
    m_soon.stop();
    m_title->setText({});
    say(u"info-circle"_s, words);
}

void TrialPanel::ask()
{
    if (!m_wanted || m_isAsking) return; // the answer brings us here again
    m_isAsking = true;
    m_asked = m_wanted->about;
    m_wanted->ask(this, [this](const Result<PolicyTrial> &answer) { take(answer); });
}

void TrialPanel::take(const Result<PolicyTrial> &answer)
{
    m_isAsking = false;
    if (!m_wanted) return;
    if (!m_asked) {
        if (!m_soon.isActive()) ask();
        return;
    }
    if (!answer)
        return say(u"alert-triangle"_s, translate("Trial", "What it would move can't be told now."),
                   whyRefused(answer.error()));
    const TrialNotes notes = m_wanted->notes ? m_wanted->notes(*answer) : TrialNotes();
    const bool isTroubling = answer->effect.becomeLate > 0 || notes.isDoubtful;
    say(isTroubling ? u"alert-triangle"_s : u"info-circle"_s, sentence(answer->effect), extentOf(answer->effect),
        notes.lines);
    Q_EMIT answered(*answer);
}

void TrialPanel::say(const QString &iconName, const QString &words, const QString &extent, const QStringList &notes)
{
    m_icon->setIcon(iconName, iconName == "alert-triangle"_L1 ? Token::Warn : Token::Text2);
    m_title->setVisible(!m_title->text().isEmpty());
    m_words->setText(words);
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    m_extent->setText(extent);
    m_extent->setVisible(!extent.isEmpty());
    QAccessibleEvent told(m_words, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void TrialPanel::paintEvent(QPaintEvent * /*event*/)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::Line), 1));
    painter.setBrush(theme.color(Token::Sunken));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6));
}

} // namespace akwaba

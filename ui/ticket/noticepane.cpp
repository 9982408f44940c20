// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/noticepane.h"

#include "core/text/french.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSyntaxHighlighter>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace akwaba {

/// The numbers of the steps, and the date, so that both are seen at once.
class NoticePane::NoticeHighlighter : public QSyntaxHighlighter {
public:
    NoticeHighlighter(const Theme &theme, QTextDocument *document) : QSyntaxHighlighter(document), m_theme(theme) { }

    void setDate(const QString &date)
    {
        m_date = date;
        rehighlight();
    }

protected:
    void highlightBlock(const QString &text) override
    {
        static const QRegularExpression number(u"^\\d+\\."_s);
        QTextCharFormat strong;
        strong.setFontWeight(QFont::DemiBold);
        if (const qsizetype at = m_date.isEmpty() ? -1 : text.indexOf(m_date); at >= 0)
            setFormat(int(at), int(m_date.size()), strong);
        strong.setForeground(m_theme.color(Token::Accent));
        if (const auto found = number.match(text); found.hasMatch()) setFormat(0, int(found.capturedLength()), strong);
    }

private:
    const Theme &m_theme;
    QString m_date;
};

namespace {

constexpr int paperInset = 14;

} // namespace

NoticePane::NoticePane(QWidget *parent)
    : QWidget(parent), m_language(new Label(TextStyle::Micro, Token::Text3, this)), m_edit(new QPushButton(this)),
      m_paper(new QWidget(this)), m_to(new Label(TextStyle::Small, Token::Text3, m_paper)),
      m_subject(new Label(TextStyle::Small, Token::Text3, m_paper)), m_text(new QPlainTextEdit(m_paper)),
      m_textField(new FormField({}, m_text, m_paper)),
      m_highlighter(new NoticeHighlighter(themeOf(this), m_text->document())), m_hint(new QWidget(this)),
      m_waive(new QCheckBox(this)), m_why(new QLineEdit(this)),
      m_whyField(new FormField(translate("Escalate", "W&hy not"), m_why, this))
{
    m_edit->setObjectName(u"noticeEdit"_s);
    m_text->setObjectName(u"noticeText"_s);
    m_to->setObjectName(u"noticeTo"_s);
    m_waive->setObjectName(u"noticeWaive"_s);
    m_why->setObjectName(u"noticeWhy"_s);
    m_text->setAccessibleName(translate("Escalate", "Notice to the customer"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->document()->setDocumentMargin(0); // in line with what stands above it
    m_text->viewport()->setAutoFillBackground(false); // the paper is painted beneath
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_edit->setText(translate("Escalate", "&Edit"));
    m_edit->setAutoDefault(false);
    akwaba::setLook(m_edit, ButtonLook::SmallLink);
    m_waive->setText(translate("Escalate", "Do &not tell the customer (say why)"));
    m_whyField->hide();
    build();
    connectParts();
}

void NoticePane::build()
{
    const Theme &theme = themeOf(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(8));
    head->addWidget(
        new Label(translate("Escalate", "Notice to the customer"), TextStyle::BodyStrong, Token::Text1, this));
    head->addWidget(m_language);
    head->addStretch(1);
    head->addWidget(m_edit);

    auto *paper = new QVBoxLayout(m_paper);
    const int inset = theme.px(paperInset);
    paper->setContentsMargins(inset, theme.px(10), inset, theme.px(10));
    paper->setSpacing(theme.px(2));
    m_to->setElided(true);
    m_subject->setElided(true);
    paper->addWidget(m_to);
    paper->addWidget(m_subject);
    paper->addWidget(m_textField, 1);

    auto *hint = new QHBoxLayout(m_hint);
    hint->setContentsMargins({});
    hint->setSpacing(theme.px(6));
    hint->addWidget(new IconLabel(u"alarm"_s, 14, Token::Text2, m_hint), 0, Qt::AlignTop);
    auto *words = new Label(
        translate("Escalate", "This date becomes a promise that is followed up. The time to solve it goes on running."),
        TextStyle::Small, Token::Text2, m_hint);
    words->setWordWrap(true);
    hint->addWidget(words, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    column->setSpacing(theme.px(10));
    column->addLayout(head);
    column->addWidget(m_paper, 1);
    column->addWidget(m_hint);
    column->addWidget(m_waive);
    column->addWidget(m_whyField);
}

void NoticePane::connectParts()
{
    connect(m_edit, &QPushButton::clicked, this, [this] {
        m_text->setReadOnly(false);
        m_text->setFocus();
        m_edit->hide();
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (text() == m_made) return; // the highlighter is as loud as the agent
        m_isEdited = true;
        Q_EMIT changed();
    });
    connect(m_why, &QLineEdit::textChanged, this, &NoticePane::changed);
    connect(m_waive, &QCheckBox::toggled, this, [this](bool waived) {
        m_paper->setEnabled(!waived);
        m_hint->setVisible(!waived);
        m_edit->setVisible(!waived && m_text->isReadOnly());
        m_whyField->setVisible(waived);
        if (waived) m_why->setFocus();
        Q_EMIT changed();
    });
}

void NoticePane::setRecipients(const QList<EmailAddress> &recipients, const QString &subject)
{
    QStringList names;
    for (const EmailAddress &each : recipients)
        names.append(each.name.isEmpty() ? each.address : each.name);
    m_to->setText(names.isEmpty() ? translate("Escalate", "No address is known")
                                  : translate("Escalate", "To %1").arg(names.join(u", "_s)));
    m_subject->setText(subject);
}

void NoticePane::setFacts(const NoticeFacts &facts)
{
    if (!m_isEdited)
        setText(noticeText(facts));
    else if (m_facts.promisedAt.isValid())
        setText(text().replace(noticeDate(m_facts), noticeDate(facts)));
    m_facts = facts;
    m_language->setText(isEnglish(facts.language) ? u"en"_s : u"fr"_s);
    m_highlighter->setDate(noticeDate(facts));
    Q_EMIT changed();
}

/// Not what the agent writes.
void NoticePane::setText(const QString &text)
{
    m_made = QString(text).replace(noBreakSpace, u' '); // as the field gives it back
    m_text->setPlainText(text);
}

void NoticePane::take(const QString &text, bool isWaived, const QString &why, const QDateTime &promisedAt)
{
    if (!text.isEmpty()) {
        setText(text);
        m_isEdited = true;
        m_facts.promisedAt = promisedAt.toTimeZone(m_facts.promisedAt.timeZone()); // setFacts() writes over it
    }
    m_waive->setChecked(isWaived);
    m_why->setText(why);
}

bool NoticePane::isWaived() const { return m_waive->isChecked(); }

QString NoticePane::waiver() const { return isWaived() ? m_why->text().trimmed() : QString(); }

QString NoticePane::text() const { return m_text->toPlainText(); }

bool NoticePane::saysDate() const { return text().contains(noticeDate(m_facts)); }

FormField *NoticePane::field() const { return isWaived() ? m_whyField : m_textField; }

void NoticePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) m_highlighter->rehighlight();
}

void NoticePane::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Sunken));
    painter.fillRect(0, 0, 1, height(), theme.color(Token::Line));
    painter.setRenderHint(QPainter::Antialiasing);
    const bool writes = !m_text->isReadOnly() && m_text->hasFocus();
    const QRect paper = m_paper->geometry();
    paintPanel(painter, paper, theme.px(10), theme.color(Token::Raised),
               theme.color(writes ? Token::Focus : Token::Line), writes ? 2 : 1);
    const int line = paper.top() + m_subject->geometry().bottom() + theme.px(7);
    painter.fillRect(paper.left() + theme.px(paperInset), line, paper.width() - 2 * theme.px(paperInset), 1,
                     theme.color(Token::Line));
}

} // namespace akwaba

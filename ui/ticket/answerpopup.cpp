// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/answerpopup.h"

#include "ui/text/translate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int answersWidth = 460;
constexpr int answerHeight = 44;
constexpr int mostAnswersShown = 6;
constexpr int previewLines = 5;

constexpr int answerDetailRole = Qt::UserRole;
constexpr int answerMarkRole = Qt::UserRole + 1;

void drawAnswerLine(QPainter &painter, const QRectF &line, const QFont &font, const QColor &color, const QString &text)
{
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font).elidedText(text, Qt::ElideRight, line.width()));
}

/// Two lines: what it is called, and what it does.
class AnswerDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        return {0, themeOf(option.widget).px(answerHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        painter->save();
        const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
        if (isCurrent || option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme.color(isCurrent ? Token::Sel : Token::Hover));
        QRectF row = QRectF(option.rect).adjusted(theme.px(14), theme.px(4), -theme.px(14), -theme.px(4));
        const QRectF lower = row.adjusted(0, row.height() / 2, 0, 0);
        row.setBottom(lower.top());
        const QString mark = index.data(answerMarkRole).toString();
        const QFont small = theme.font(TextStyle::Small);
        const qreal width = QFontMetricsF(small).horizontalAdvance(mark) + 1;
        drawAnswerLine(*painter, row.adjusted(row.width() - width, 0, 0, 0), small, theme.color(Token::Text3), mark);
        drawAnswerLine(*painter, row.adjusted(0, 0, -width - theme.px(12), 0), theme.font(TextStyle::BodyMedium),
                       theme.color(Token::Text1), index.data().toString());
        drawAnswerLine(*painter, lower, small, theme.color(Token::Text2), index.data(answerDetailRole).toString());
        painter->restore();
    }
};

} // namespace

AnswerPopup::AnswerPopup(QWidget *parent)
    : PopupFrame(parent), m_head(new QHBoxLayout),
      m_field(new SearchField({}, translate("Answers", "Empty the field"), this)), m_list(new QListWidget(this)),
      m_nothing(new Label(TextStyle::Body, Token::Text2, this)),
      m_preview(new Label(TextStyle::Small, Token::Text2, this))
{
    setObjectName(u"answerPopup"_s);
    m_field->setObjectName(u"answerField"_s);
    m_list->setObjectName(u"answerList"_s);
    m_list->setItemDelegate(new AnswerDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_nothing->setObjectName(u"answerNothing"_s);
    m_nothing->setWordWrap(true);
    m_preview->setObjectName(u"answerPreview"_s);
    m_preview->setWordWrap(true);
    m_preview->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_head->addWidget(m_field);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 10);
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    column->addWidget(m_preview);
    setFocusProxy(m_field);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &AnswerPopup::refresh);
    connect(m_list, &QListWidget::currentRowChanged, this, &AnswerPopup::showCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &AnswerPopup::choose);
}

void AnswerPopup::offer(const Words &words, const Find &find)
{
    m_find = find;
    m_isChosen = false;
    m_field->setPlaceholderText(words.field);
    m_field->setAccessibleName(words.field);
    m_list->setAccessibleName(words.list);
    m_nothing->setText(words.nothing);
    m_field->clear();
    applyTheme();
    refresh();
}

void AnswerPopup::applyTheme()
{
    const Theme &theme = themeOf(this);
    setFixedWidth(theme.px(answersWidth));
    m_head->setContentsMargins(theme.px(10), theme.px(10), theme.px(10), theme.px(8));
    m_nothing->setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(14));
    m_preview->setContentsMargins(theme.px(14), theme.px(8), theme.px(14), 0);
    // Whole lines: of a long text the first ones are enough to know it by.
    m_preview->setFixedHeight(previewLines * QFontMetrics(m_preview->font()).lineSpacing() + theme.px(8));
    // As high as with all of them: it does not jump while one types.
    const int rows = std::clamp(int(m_find({}).size()), 1, mostAnswersShown);
    m_list->setFixedHeight(rows * theme.px(answerHeight));
}

QString AnswerPopup::typed() const { return m_field->text(); }

void AnswerPopup::refresh()
{
    m_entries = m_find(m_field->text());
    m_list->clear();
    for (const Entry &entry : std::as_const(m_entries)) {
        auto *item = new QListWidgetItem(entry.title, m_list);
        item->setData(answerDetailRole, entry.detail);
        item->setData(answerMarkRole, entry.mark);
        item->setData(Qt::AccessibleTextRole, QString(entry.title + u", "_s + entry.detail));
        item->setData(Qt::AccessibleDescriptionRole, entry.preview);
    }
    m_list->setVisible(!m_entries.isEmpty());
    m_nothing->setVisible(m_entries.isEmpty());
    m_list->setCurrentRow(m_entries.isEmpty() ? -1 : 0);
    showCurrent();
    adjustSize();
}

void AnswerPopup::showCurrent()
{
    const Entry entry = m_entries.value(m_list->currentRow());
    m_preview->setText(entry.preview);
    m_preview->setVisible(!entry.preview.isEmpty());
    // The field has the focus: what is current is said of it.
    m_field->setAccessibleDescription(entry.title.isEmpty() ? m_nothing->text() : entry.title + u", "_s + entry.detail);
    adjustSize();
}

void AnswerPopup::choose()
{
    const int row = m_list->currentRow();
    if (row < 0) return;
    m_isChosen = true;
    const QString id = m_entries.at(row).id;
    hide();
    Q_EMIT chosen(id);
}

bool AnswerPopup::handle(int key)
{
    const int row = m_list->currentRow();
    const auto goTo = [this](int wanted) {
        m_list->setCurrentRow(std::clamp(wanted, 0, std::max(0, m_list->count() - 1)));
        return true;
    };
    switch (key) {
    case Qt::Key_Down: return goTo(row + 1);
    case Qt::Key_Up: return goTo(row - 1);
    case Qt::Key_PageDown: return goTo(row + mostAnswersShown);
    case Qt::Key_PageUp: return goTo(row - mostAnswersShown);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: choose(); return true;
    case Qt::Key_Escape: hide(); return true;
    default: return false;
    }
}

bool AnswerPopup::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = watched == m_field && event->type() == QEvent::KeyPress;
    return (isKey && handle(static_cast<QKeyEvent *>(event)->key())) || PopupFrame::eventFilter(watched, event);
}

void AnswerPopup::paintEvent(QPaintEvent *event)
{
    PopupFrame::paintEvent(event);
    if (!m_preview->isVisible()) return;
    QPainter painter(this);
    drawHLine(painter, 1, width() - 1, m_preview->y(), themeOf(this).color(Token::Line));
}

void AnswerPopup::showEvent(QShowEvent *event)
{
    PopupFrame::showEvent(event);
    m_field->setFocus(Qt::PopupFocusReason);
}

void AnswerPopup::hideEvent(QHideEvent *event)
{
    PopupFrame::hideEvent(event);
    if (!m_isChosen) Q_EMIT left(m_field->text());
}

} // namespace akwaba

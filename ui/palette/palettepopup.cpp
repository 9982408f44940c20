// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettepopup.h"

#include "ui/palette/palettedelegate.h"
#include "ui/palette/palettemodel.h"
#include "ui/text/translate.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/ground.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/smallwidgets.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

// At scale 1.
constexpr int paletteWidth = 720;
constexpr int paletteTop = 56;
constexpr int fieldHeight = 48;
constexpr int listInset = 6;
constexpr int airBelow = 24;

} // namespace

PalettePopup::PalettePopup(PaletteModel &model, QWidget *parent)
    : PopupFrame(parent), m_model(model), m_field(new QLineEdit), m_subject(new FilterChip({})), m_list(new QListView),
      m_nothing(new Label(TextStyle::Body, Token::Text3))
{
    setObjectName(u"palette"_s);
    build();
    applyTheme();
    retranslate();
    m_subject->hide();
    connect(m_field, &QLineEdit::textChanged, this, &PalettePopup::typed);
    connect(m_subject, &FilterChip::removed, this, [this] {
        m_field->setFocus();
        Q_EMIT subjectRemoved();
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { m_current = current.data(PaletteModel::NameRole).toString(); });
}

void PalettePopup::build()
{
    m_field->setObjectName(u"paletteField"_s);
    m_field->setFrame(false);
    m_field->installEventFilter(this);
    setFocusProxy(m_field);
    m_subject->setObjectName(u"paletteSubject"_s);
    m_subject->setActive(true);
    m_list->setObjectName(u"paletteList"_s);
    setGround(m_list, Token::Raised);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setModel(&m_model);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_nothing->setObjectName(u"paletteNothing"_s);
    m_nothing->setAlignment(Qt::AlignCenter);

    auto *head = new QHBoxLayout;
    head->setObjectName(u"paletteHead"_s);
    head->addWidget(new IconLabel(u"search"_s, 18, Token::Text3));
    head->addWidget(m_field, 1);
    head->addWidget(m_subject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(new Rule);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
}

void PalettePopup::applyTheme()
{
    const Theme &theme = themeOf(this);
    QFont large = theme.font(TextStyle::Body);
    large.setPixelSize(theme.px(16));
    m_field->setFont(large);
    m_field->setFixedHeight(theme.px(fieldHeight));
    auto *head = static_cast<QHBoxLayout *>(layout()->itemAt(0)->layout());
    head->setContentsMargins(theme.px(16), 0, theme.px(16), 0);
    head->setSpacing(theme.px(8));
    layout()->setContentsMargins(0, 0, 0, theme.px(listInset));
}

void PalettePopup::retranslate()
{
    const QString name = translate("Palette", "Search or do…");
    m_field->setPlaceholderText(name);
    m_field->setAccessibleName(name);
    m_list->setAccessibleName(translate("Palette", "Results"));
    m_nothing->setText(translate("Palette", "Nothing is called so, and no ticket and no customer has these words."));
}

void PalettePopup::setSubject(const QString &subject)
{
    m_subject->setLabel(subject);
    m_subject->setVisible(!subject.isEmpty());
}

QString PalettePopup::text() const { return m_field->text(); }

void PalettePopup::showRows(bool fromTheTop)
{
    const int before = fromTheTop ? -1 : m_model.rowOf(m_current);
    goTo(before >= 0 ? before : m_model.firstRow());
    if (fromTheTop) m_list->scrollToTop();
    m_list->setVisible(m_model.rowCount() > 0);
    m_nothing->setVisible(m_model.rowCount() == 0);
    fit();
}

void PalettePopup::fit()
{
    const Theme &theme = themeOf(this);
    int wanted = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        wanted += PaletteDelegate::rowHeight(theme, m_model.index(row).data(PaletteModel::TitleRole).toBool());
    if (wanted == 0) wanted = theme.px(3 * fieldHeight);
    wanted += theme.px(fieldHeight + listInset) + 3; // with the border and the line
    resize(width(), qMin(wanted, m_room));
}

void PalettePopup::openOver(const QWidget *window)
{
    const Theme &theme = themeOf(this);
    m_room = window->height() - theme.px(paletteTop + airBelow);
    setFixedWidth(qMin(theme.px(paletteWidth), window->width() - theme.px(2 * airBelow)));
    m_field->clear();
    m_field->setFocus();
    PopupFrame::openOver(window, theme.px(paletteTop));
    fit();
}

void PalettePopup::goTo(int row)
{
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model.index(row));
    // The title of the first group is seen with its first entry.
    if (row == 1) m_list->scrollToTop();
    if (row < 0 || !QAccessible::isActive()) return;
    QAccessibleEvent told(m_list, QAccessible::Focus); // which it has not: the field has
    told.setChild(row);
    QAccessible::updateAccessibility(&told);
}

bool PalettePopup::handleKey(int key)
{
    const int row = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Down: goTo(m_model.rowFrom(row, 1)); return true;
    case Qt::Key_Up: goTo(m_model.rowFrom(row, -1)); return true;
    case Qt::Key_PageDown: goTo(m_model.rowFrom(qMin(row + 9, m_model.rowCount()), -1)); return true;
    case Qt::Key_PageUp: goTo(m_model.rowFrom(qMax(row - 9, -1), 1)); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(row); return true;
    default: return false;
    }
}

void PalettePopup::choose(int row)
{
    const QModelIndex index = m_model.index(row);
    const QString name = index.data(PaletteModel::NameRole).toString();
    if (name.isEmpty() || !index.data(PaletteModel::UnavailableRole).toString().isEmpty()) return;
    hide(); // before: what is chosen may open another window, or ask where the focus is
    Q_EMIT chosen(name);
}

bool PalettePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isPlain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (isPlain && handleKey(key->key())) return true;
    }
    return PopupFrame::eventFilter(watched, event);
}

void PalettePopup::changeEvent(QEvent *event)
{
    PopupFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange) applyTheme();
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace akwaba

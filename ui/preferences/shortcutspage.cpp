// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/shortcutspage.h"

#include "ui/text/actionwords.h"
#include "ui/text/translate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

enum ShortcutColumn { ShortcutAction, ShortcutKey };

QString plainLabel(ActionId id) { return actionLabel(id).remove(u'&'); }

QString keysAsRead(ActionId id, const Keymap &keymap)
{
    QStringList read;
    for (const QString &key : keysOf(id, keymap))
        read += QKeySequence::fromString(key, QKeySequence::PortableText).toString(QKeySequence::NativeText);
    return read.join(u", "_s);
}

} // namespace

ShortcutsPage::ShortcutsPage(Keymap keymap, Change change, QWidget *parent)
    : QWidget(parent), m_keymap(std::move(keymap)), m_change(std::move(change)), m_list(new QTreeWidget),
      m_name(new Label(TextStyle::BodyStrong)), m_key(new QKeySequenceEdit),
      m_none(new QPushButton(translate("Preferences", "No shortcut"))),
      m_restore(new QPushButton(translate("Preferences", "As at first"))),
      m_problem(new Label(TextStyle::Small, Token::Breach))
{
    const Theme &theme = themeOf(this);
    m_list->setObjectName(u"shortcutList"_s);
    m_list->setAccessibleName(translate("Preferences", "Shortcuts"));
    m_list->setHeaderLabels({translate("Preferences", "Action"), translate("Preferences", "Shortcut")});
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(ShortcutAction, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(ShortcutKey, QHeaderView::ResizeToContents);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(28), theme.px(16), theme.px(28), theme.px(16));
    column->setSpacing(theme.px(12));
    column->addWidget(new Label(translate("Preferences", "Shortcuts"), TextStyle::Title));
    column->addWidget(m_list, 1);
    column->addWidget(editor());
    fill();
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutsPage::showCurrent);
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutsPage::take);
    connect(m_none, &QPushButton::clicked, this, [this] {
        Keymap wanted = m_keymap;
        wanted.insert(*current(), QString());
        set(wanted);
    });
    connect(m_restore, &QPushButton::clicked, this, [this] {
        Keymap wanted = m_keymap;
        wanted.remove(*current());
        // The table's key may be somebody else's by now.
        const auto problem = whyNotKey(*current(), actionInfo(*current()).shortcut, wanted);
        if (problem) return m_problem->setText(sentence(*problem));
        set(wanted);
    });
    m_list->setCurrentItem(m_rows.value(actionTable().front().id));
}

QWidget *ShortcutsPage::editor()
{
    const Theme &theme = themeOf(this);
    m_key->setObjectName(u"shortcutKey"_s);
    m_none->setObjectName(u"shortcutNone"_s);
    m_restore->setObjectName(u"shortcutRestore"_s);
    m_problem->setObjectName(u"shortcutProblem"_s);
    m_problem->setWordWrap(true);
    m_name->setElided(true);
    m_key->setMinimumWidth(theme.px(180));
    for (QPushButton *button : {m_none, m_restore})
        button->setAutoDefault(false);
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins({});
    column->setSpacing(theme.px(4));
    column->addWidget(m_name);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    row->addWidget(m_key, 1);
    row->addWidget(m_none);
    row->addWidget(m_restore);
    column->addLayout(row);
    column->addWidget(m_problem);
    m_problem->setMinimumHeight(theme.lineHeight(TextStyle::Small)); // so that nothing moves when it speaks
    return whole;
}

void ShortcutsPage::fill()
{
    QHash<int, QTreeWidgetItem *> menus;
    QFont heading = m_list->font();
    heading.setWeight(QFont::DemiBold);
    for (const ActionInfo &info : actionTable()) {
        QTreeWidgetItem *&menu = menus[static_cast<int>(info.menu)];
        if (menu == nullptr) {
            menu = new QTreeWidgetItem(m_list, {menuTitle(info.menu).remove(u'&')});
            menu->setFlags(Qt::ItemIsEnabled);
            menu->setFont(ShortcutAction, heading);
            menu->setExpanded(true);
        }
        m_rows.insert(info.id, new QTreeWidgetItem(menu, {plainLabel(info.id), keysAsRead(info.id, m_keymap)}));
        m_rows.value(info.id)->setData(ShortcutAction, Qt::UserRole, QString(info.name));
    }
}

std::optional<ActionId> ShortcutsPage::current() const
{
    const QTreeWidgetItem *row = m_list->currentItem();
    return row == nullptr ? std::nullopt : actionByName(row->data(ShortcutAction, Qt::UserRole).toString());
}

void ShortcutsPage::showCurrent()
{
    const std::optional<ActionId> id = current();
    for (QWidget *part : std::initializer_list<QWidget *>{m_key, m_none, m_restore})
        part->setEnabled(id.has_value());
    m_problem->clear();
    if (!id) return;
    const QStringList keys = keysOf(*id, m_keymap);
    m_name->setText(plainLabel(*id));
    m_key->setAccessibleName(translate("Preferences", "Shortcut of “%1”").arg(plainLabel(*id)));
    m_none->setEnabled(!keys.isEmpty());
    m_restore->setEnabled(m_keymap.contains(*id));
    const QSignalBlocker quiet(m_key);
    m_key->setKeySequence(QKeySequence::fromString(keys.value(0), QKeySequence::PortableText));
}

/// As soon as one key is pressed: the field would wait for three more.
void ShortcutsPage::take(const QKeySequence &pressed)
{
    const std::optional<ActionId> id = current();
    if (!id || pressed.isEmpty()) return;
    const QString key = QKeySequence(pressed[0]).toString(QKeySequence::PortableText);
    const std::optional<KeyProblem> problem = whyNotKey(*id, key, m_keymap);
    if (problem) {
        showCurrent();
        return m_problem->setText(sentence(*problem));
    }
    Keymap wanted = m_keymap;
    wanted.insert(*id, key);
    set(wanted);
}

void ShortcutsPage::set(const Keymap &keymap)
{
    m_keymap = keymap;
    m_change(keymap);
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row)
        row.value()->setText(ShortcutKey, keysAsRead(row.key(), keymap));
    showCurrent();
}

void ShortcutsPage::restoreAll() { set({}); }

} // namespace akwaba

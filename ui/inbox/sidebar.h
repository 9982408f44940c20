// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace akwaba {

/// One line of the side bar: a view, or the title of a section.
struct SideBarEntry {
    QString id; ///< empty for the title of a section
    QString icon;
    QString title;
    int count = -1; ///< -1: none
    bool alarms = false; ///< the count, unless it is 0
    bool operator==(const SideBarEntry &) const = default;
};

class SideBarModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, IconRole, CountRole, SectionRole, AlarmRole };

    using QAbstractListModel::QAbstractListModel;

    /// Counts alone are updated in place; other entries replace all.
    void setEntries(const QList<SideBarEntry> &entries);
    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<SideBarEntry> m_entries;
};

class SideBarDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The views with their live counts, in sections. Choosing by mouse or arrows shows a view at once; Return or Right
/// leaves for the list.
class SideBar : public QListView {
    Q_OBJECT

public:
    explicit SideBar(QWidget *parent = nullptr);

    /// Keeps the current view where it still exists.
    void setEntries(const QList<SideBarEntry> &entries);
    [[nodiscard]] QString currentView() const;
    /// Without viewChosen().
    void setCurrentView(const QString &id);

Q_SIGNALS:
    void viewChosen(const QString &id);
    void left();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    SideBarModel *m_model;
    bool m_silent = false;
};

} // namespace akwaba

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QRadioButton;

namespace akwaba {

/// A few exclusive choices side by side. One stop of the Tab key; the arrows, Home and End choose. Screen readers see
/// radio buttons.
class SegmentedControl : public QWidget {
    Q_OBJECT

public:
    explicit SegmentedControl(QWidget *parent = nullptr);

    /// Returns its index. The first one added becomes current, without a signal.
    int addSegment(const QString &text, const QString &iconName = {});
    void setSegmentEnabled(int index, bool enabled);
    [[nodiscard]] int count() const { return int(m_segments.size()); }
    [[nodiscard]] int currentIndex() const;
    void setCurrentIndex(int index);
    [[nodiscard]] QRadioButton *segment(int index) const { return m_segments.at(index); }

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyTheme();
    /// The nearest enabled segment from index in direction step, or index itself.
    [[nodiscard]] int enabledFrom(int index, int step) const;
    void choose(int index);
    bool handleKey(int key);

    QList<QRadioButton *> m_segments;
};

} // namespace akwaba

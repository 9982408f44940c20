// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/supervision/figurewords.h"

#include <QWidget>

namespace akwaba {

/// Promises kept, each as a bar against the mark of what was promised.
class ShareChart : public QWidget {
    Q_OBJECT

public:
    explicit ShareChart(QWidget *parent = nullptr);

    void setRows(const QList<ShareRow> &rows);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintRow(QPainter &painter, const QRect &where, int words, const ShareRow &row) const;

    QList<ShareRow> m_rows;
};

} // namespace akwaba

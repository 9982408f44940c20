// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rescale.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QMainWindow>
#include <QTest>

using namespace akwaba;

class TestRescale : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lengthsThatWereSet_areThoseOfTheNewScale()
    {
        QWidget widget;
        auto *column = new QVBoxLayout(&widget);
        column->setContentsMargins(20, 16, 1, 0);
        column->setSpacing(8);
        column->addSpacing(6);
        auto *grid = new QGridLayout;
        grid->setHorizontalSpacing(12);
        column->addLayout(grid);
        widget.setFixedWidth(360);
        rescale(widget, 1, 2);
        QCOMPARE(column->contentsMargins(), QMargins(40, 32, 1, 0)); // a line stays one
        QCOMPARE(column->spacing(), 16);
        QCOMPARE(column->itemAt(0)->sizeHint().height(), 12);
        QCOMPARE(grid->horizontalSpacing(), 24);
        QCOMPARE(widget.minimumWidth(), 720);
        QCOMPARE(widget.maximumWidth(), 720);
        QCOMPARE(widget.maximumHeight(), QWIDGETSIZE_MAX);
        QCOMPARE(widget.minimumHeight(), 0);
    }

    void thereAndBackAgain_nothingHasMoved()
    {
        QWidget widget;
        auto *row = new QHBoxLayout(&widget);
        row->setSpacing(5);
        double scale = 1;
        for (const double next : {0.8, 0.85, 1.1, 1.35, 1.9, 0.8, 1.0}) {
            rescale(widget, scale, next);
            scale = next;
        }
        QCOMPARE(row->spacing(), 5);
    }

    void whatAnotherSetMeanwhile_isTakenAsItIs()
    {
        QWidget widget;
        auto *row = new QHBoxLayout(&widget);
        row->setSpacing(5);
        rescale(widget, 1, 2);
        row->setSpacing(40);
        rescale(widget, 2, 1);
        QCOMPARE(row->spacing(), 20);
    }

    void theMainWindowsBounds_areTheScreens()
    {
        QMainWindow window;
        window.setMinimumSize(1024, 640);
        rescale(window, 1, 2);
        QCOMPARE(window.minimumSize(), QSize(1024, 640));
    }
};

QTEST_MAIN(TestRescale)
#include "tst_rescale.moc"

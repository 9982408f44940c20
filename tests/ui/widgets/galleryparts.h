// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

/// The sheets of the gallery: each makes some widgets in their states, with sample words of the program.
namespace akwaba::gallery {

QWidget *pills();
QWidget *chips();
QWidget *icons();
QWidget *buttons();
QWidget *fields();
QWidget *banners();
QWidget *choices();
QWidget *views();
QWidget *menu();

} // namespace akwaba::gallery

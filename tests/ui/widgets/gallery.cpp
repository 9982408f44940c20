// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// gallery DIR: draws every widget of ui/widgets into DIR/{light,dark}-{100,150}.png, to be looked at beside the
// design. Run it with QT_QPA_PLATFORM=offscreen.

#include "tests/ui/widgets/galleryparts.h"
#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QGridLayout>
#include <QMenuBar>
#include <QPainter>
#include <QPushButton>

#include <memory>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

QImage picture()
{
    QWidget sheet;
    auto *grid = new QGridLayout(&sheet);
    grid->setContentsMargins(28, 24, 28, 24);
    grid->setSpacing(18);
    auto *bar = new QMenuBar;
    for (const auto &name : {u"Fichier"_s, u"Édition"_s, u"Affichage"_s})
        bar->addMenu(name)->addAction(name);
    int row = 0;
    for (QWidget *part :
         {static_cast<QWidget *>(bar), gallery::pills(), gallery::chips(), gallery::icons(), gallery::buttons(),
          gallery::fields(), gallery::banners(), gallery::choices(), gallery::views()})
        grid->addWidget(part, row++, 0);
    grid->setRowStretch(row, 1);
    sheet.resize(std::max(760, sheet.sizeHint().width()), sheet.sizeHint().height());
    sheet.show();
    QApplication::setActiveWindow(&sheet);
    sheet.findChild<QPushButton *>(u"focused"_s)->setFocus(Qt::TabFocusReason);
    const QPixmap main = sheet.grab();
    std::unique_ptr<QWidget> popup(gallery::menu());
    popup->resize(popup->sizeHint());
    const QPixmap side = popup->grab();
    const qreal ratio = main.devicePixelRatio();
    QImage image(main.width() + side.width() + qRound(28 * ratio), main.height(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(themeOf(nullptr).color(Token::Win));
    QPainter painter(&image);
    painter.drawPixmap(0, 0, main);
    painter.drawPixmap(QPointF(main.width() / ratio, 28), side);
    return image;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    if (argc != 2) qFatal("usage: gallery DIR");
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    Theme theme;
    QApplication::setStyle(new AkwabaStyle(theme));
    bool saved = folder.mkpath(u"."_s);
    for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
        for (const double scale : {1.0, 1.5}) {
            theme.setScheme(scheme);
            theme.setScale(scale);
            const QString name = u"%1-%2.png"_s.arg(theme.isDark() ? u"dark"_s : u"light"_s).arg(qRound(scale * 100));
            saved = picture().save(folder.filePath(name)) && saved;
        }
    }
    return saved ? 0 : 1;
}

// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFocusFrame>
#include <QPointer>
#include <QProxyStyle>

namespace akwaba {

class Theme;

/// Draws Qt's own widgets as the design says, on top of Fusion. In main():
///     Theme theme;  QApplication::setStyle(new AkwabaStyle(theme));
/// Keeps the application's palette and font equal to the theme's and passes Theme::changed() on to every widget as
/// QEvent::StyleChange. No style sheets: they break palette inheritance and scale. UI thread.
/// The theme must outlive all widgets.
class AkwabaStyle : public QProxyStyle {
    Q_OBJECT

public:
    explicit AkwabaStyle(Theme &theme);

    [[nodiscard]] const Theme &theme() const { return m_theme; }

    void polish(QApplication *application) override;
    void polish(QPalette &palette) override;
    void polish(QWidget *widget) override;
    void unpolish(QApplication *application) override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget = nullptr) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget = nullptr) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                       const QWidget *widget = nullptr) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget = nullptr) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                                  const QWidget *widget = nullptr) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
                                QStyleHintReturn *returned = nullptr) const override;

    /// Qt tells the style where the focus went; buttons get their ring here, outside their own area.
    bool event(QEvent *event) override;

private:
    void applyTheme();
    void applyDocumentMargin(QWidget *widget) const;
    void showFocusRing(const QFocusEvent &event);

    Theme &m_theme;
    double m_scale; // that lengths were set in
    QPointer<QFocusFrame> m_focusRing;
};

} // namespace akwaba

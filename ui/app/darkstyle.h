// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>

namespace pipeglass::ui {

/// Fusion, whose check boxes and radio buttons have a border that can be seen on a dark ground: Fusion makes it darker
/// than the window.
class DarkStyle : public QProxyStyle {
    Q_OBJECT

public:
    DarkStyle();

    void drawPrimitive(
        PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
};

} // namespace pipeglass::ui

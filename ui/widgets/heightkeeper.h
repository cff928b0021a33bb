// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QWidget;

namespace pipeglass::ui {

/// Keeps a widget as high as its layout needs for the width: where there is little space, splitters and layouts would
/// cut off wrapped text before they shrink others. A child of the widget.
class HeightKeeper : public QObject {
    Q_OBJECT

public:
    explicit HeightKeeper(QWidget *widget);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace pipeglass::ui

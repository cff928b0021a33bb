// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class QWidget;

namespace pipeglass::ui {

/// A job, told in five steps with a picture.
struct ManualPage {
    QLatin1String id;
    QString title;
    QStringList steps;
    QLatin1String picture; ///< a file of resources/manual without its suffix
};

[[nodiscard]] QList<ManualPage> manualPages();

/// Which page belongs to this widget: the one of the nearest parent that has one.
void setManualPage(QWidget &widget, QLatin1String id);
/// The id of the page for a widget, which may be null; the first page if none belongs to it.
[[nodiscard]] QString manualPageFor(const QWidget *widget);

} // namespace pipeglass::ui

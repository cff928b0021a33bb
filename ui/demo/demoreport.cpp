// SPDX-License-Identifier: MIT
#include "demo/demoreport.h"

#include <QStringList>

#include <algorithm>

namespace pipeglass::ui {

QString tableText(const QAbstractItemModel &model, const QList<int> &columns)
{
    QList<QStringList> lines;
    QStringList titles;
    for (const int column : columns)
        titles.append(model.headerData(column, Qt::Horizontal).toString());
    lines.append(titles);
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const int column : columns)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells);
    }
    QList<qsizetype> widths(columns.size(), 0);
    for (const QStringList &line : std::as_const(lines)) {
        for (qsizetype at = 0; at < line.size(); ++at)
            widths[at] = std::max(widths[at], line[at].size());
    }
    QString text;
    for (const QStringList &line : std::as_const(lines)) {
        for (qsizetype at = 0; at < line.size(); ++at)
            text += at + 1 < line.size() ? line[at].leftJustified(widths[at] + 2) : line[at];
        text += u'\n';
    }
    return text;
}

} // namespace pipeglass::ui

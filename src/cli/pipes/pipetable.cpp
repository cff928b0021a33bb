// SPDX-License-Identifier: MIT
#include "cli/pipes/pipetable.h"

#include "core/displaywidth.h"

#include <QStringList>

#include <algorithm>

namespace pipeglass::cli {

namespace {

using Row = std::vector<QString>;

QString aligned(const Row &row, const std::vector<qsizetype> &widths)
{
    QString line;
    for (size_t i = 0; i + 1 < row.size(); ++i)
        line += padded(row[i], widths[i] + 2);
    return line + row.back() + QLatin1Char('\n');
}

std::vector<PipeColumn> usualColumns(const std::vector<catalog::PipeEntryPtr> &pipes)
{
    using enum PipeColumn;
    std::vector<PipeColumn> columns{ Name, State, Owner, Group, Mode, Server, Clients, Waiting };
    const auto any = [&pipes](auto predicate) {
        return std::any_of(pipes.begin(), pipes.end(), [&](const auto &pipe) { return predicate(*pipe); });
    };
    using catalog::PipeEntry;
    if (any([](const PipeEntry &pipe) { return !pipe.endpoint.isEmpty(); }))
        columns.push_back(Endpoint);
    if (any([](const PipeEntry &pipe) { return !pipe.namespaceLabel.isEmpty(); }))
        columns.push_back(Namespace);
    if (any([&pipes](const PipeEntry &pipe) { return pipe.directory != pipes.front()->directory; }))
        columns.push_back(Directory);
    return columns;
}

} // namespace

QString pipeTable(const std::vector<catalog::PipeEntryPtr> &pipes, const std::vector<PipeColumn> &columns)
{
    const std::vector<PipeColumn> shown = columns.empty() ? usualColumns(pipes) : columns;
    std::vector<Row> rows(1);
    for (const PipeColumn column : shown)
        rows.front().push_back(columnTitle(column).toUpper());
    for (const auto &pipe : pipes) {
        Row row;
        for (const PipeColumn column : shown)
            row.push_back(cellText(*pipe, column));
        rows.push_back(std::move(row));
    }
    return alignedTable(rows);
}

QString alignedTable(const std::vector<std::vector<QString>> &rows)
{
    std::vector<qsizetype> widths(rows.front().size());
    for (const Row &row : rows) {
        for (size_t i = 0; i < row.size(); ++i)
            widths[i] = qMax(widths[i], displayWidth(row[i]));
    }
    QString text;
    for (const Row &row : rows)
        text += aligned(row, widths);
    return text;
}

QString pipeLine(const catalog::PipeEntry &pipe)
{
    using enum PipeColumn;
    QStringList cells;
    for (const PipeColumn column : { Name, State, Owner, Group, Mode, Server })
        cells += cellText(pipe, column);
    for (const PipeColumn column : { Clients, Waiting })
        cells += columnTitle(column) + QLatin1Char(' ') + cellText(pipe, column);
    cells += cellText(pipe, Directory);
    if (!pipe.namespaceLabel.isEmpty())
        cells += pipe.namespaceLabel;
    return cells.join(QLatin1String("  "));
}

} // namespace pipeglass::cli

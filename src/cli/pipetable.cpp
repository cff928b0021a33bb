// SPDX-License-Identifier: MIT
#include "cli/pipetable.h"

#include "core/bytetext.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace pipeglass::cli {

namespace {

constexpr size_t columnCount = 9;
using Row = std::array<QString, columnCount>;

Row header()
{
    return { QStringLiteral("NAME"),    QStringLiteral("STATE"),   QStringLiteral("OWNER"),
             QStringLiteral("GROUP"),   QStringLiteral("MODE"),    QStringLiteral("SERVER"),
             QStringLiteral("CLIENTS"), QStringLiteral("WAITING"), QStringLiteral("DIRECTORY") };
}

/// The state, and the type where it is not what a .NET pipe is.
QString stateWords(const catalog::PipeEntry &pipe)
{
    if (pipe.kind != catalog::FileKind::Socket)
        return word(pipe.kind);
    const bool odd = pipe.socketType != catalog::SocketType::Stream && pipe.socketType != catalog::SocketType::None;
    QString text = word(pipe.state);
    if (odd)
        text += QLatin1String(" (") + word(pipe.socketType) + QLatin1Char(')');
    return text;
}

QString serverWords(const catalog::PipeEntry &pipe)
{
    if (!pipe.server)
        return QStringLiteral("(not visible)");
    QStringList words;
    for (const ProcessInfo &process : *pipe.server) {
        const QString program = process.program.isEmpty() ? QStringLiteral("?") : escapedText(process.program);
        words += program + QLatin1Char(' ') + QString::number(process.pid);
    }
    return words.isEmpty() ? QStringLiteral("-") : words.join(QLatin1String(", "));
}

QString countWords(const std::optional<quint32> &count)
{
    return count ? QString::number(*count) : QStringLiteral("-");
}

Row rowOf(const catalog::PipeEntry &pipe)
{
    return { escapedText(pipe.name()),
             stateWords(pipe),
             pipe.owner,
             pipe.group,
             pipe.mode.octal(),
             serverWords(pipe),
             countWords(pipe.clients),
             countWords(pipe.waiting),
             escapedText(pipe.directory) };
}

/// In characters as people count them: two UTF-16 units beyond the basic plane are one.
qsizetype width(const QString &text)
{
    return text.size() - std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
}

QString aligned(const Row &row, const std::array<qsizetype, columnCount> &widths, size_t columns)
{
    QString line;
    for (size_t i = 0; i + 1 < columns; ++i)
        line += row[i] + QString(widths[i] - width(row[i]) + 2, QLatin1Char(' '));
    return line + row[columns - 1] + QLatin1Char('\n');
}

} // namespace

QString pipeTable(const std::vector<catalog::PipeEntryPtr> &pipes)
{
    std::vector<Row> rows{ header() };
    bool severalDirectories = false;
    for (const auto &pipe : pipes) {
        rows.push_back(rowOf(*pipe));
        severalDirectories = severalDirectories || pipe->directory != pipes.front()->directory;
    }
    std::array<qsizetype, columnCount> widths{};
    for (const Row &row : rows) {
        for (size_t i = 0; i < columnCount; ++i)
            widths[i] = qMax(widths[i], width(row[i]));
    }
    QString text;
    for (const Row &row : rows)
        text += aligned(row, widths, severalDirectories ? columnCount : columnCount - 1);
    return text;
}

QString pipeLine(const catalog::PipeEntry &pipe)
{
    const Row row = rowOf(pipe);
    QStringList cells(row.begin(), row.begin() + 6);
    cells += QStringLiteral("clients ") + row[6];
    cells += QStringLiteral("waiting ") + row[7];
    cells += row[8];
    return cells.join(QLatin1String("  "));
}

} // namespace pipeglass::cli

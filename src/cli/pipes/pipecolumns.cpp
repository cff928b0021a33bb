// SPDX-License-Identifier: MIT
#include "cli/pipes/pipecolumns.h"

#include "catalog/processes/endpointof.h"
#include "cli/commandtext.h"
#include "core/bytetext.h"
#include "text/peertext.h"

#include <QStringList>

#include <algorithm>

namespace pipeglass::cli {

namespace {

const std::array<const char *, 16> columnWords{
    QT_TRANSLATE_NOOP("CommandText", "name"),      QT_TRANSLATE_NOOP("CommandText", "state"),
    QT_TRANSLATE_NOOP("CommandText", "owner"),     QT_TRANSLATE_NOOP("CommandText", "group"),
    QT_TRANSLATE_NOOP("CommandText", "mode"),      QT_TRANSLATE_NOOP("CommandText", "server"),
    QT_TRANSLATE_NOOP("CommandText", "clients"),   QT_TRANSLATE_NOOP("CommandText", "waiting"),
    QT_TRANSLATE_NOOP("CommandText", "endpoint"),  QT_TRANSLATE_NOOP("CommandText", "namespace"),
    QT_TRANSLATE_NOOP("CommandText", "directory"), QT_TRANSLATE_NOOP("CommandText", "type"),
    QT_TRANSLATE_NOOP("CommandText", "backlog"),   QT_TRANSLATE_NOOP("CommandText", "inode"),
    QT_TRANSLATE_NOOP("CommandText", "modified"),  QT_TRANSLATE_NOOP("CommandText", "path"),
};

/// The state, and the socket type if it is not the one of .NET pipes.
QString stateWords(const catalog::PipeEntry &pipe)
{
    if (pipe.kind == catalog::FileKind::Fifo && pipe.state == catalog::PipeState::Stale)
        return word(pipe.state) + QLatin1String(" (") + word(pipe.kind) + QLatin1Char(')');
    if (pipe.kind != catalog::FileKind::Socket)
        return word(pipe.kind);
    const bool odd = pipe.socketType != catalog::SocketType::Stream && pipe.socketType != catalog::SocketType::None;
    QString text = word(pipe.state);
    if (odd)
        text += QLatin1String(" (") + word(pipe.socketType) + QLatin1Char(')');
    if (pipe.takenOverBy)
        text = CommandText::tr("%1 by %2").arg(text).arg(*pipe.takenOverBy);
    if (pipe.tappedBy)
        text = CommandText::tr("%1, tapped by %2").arg(text).arg(*pipe.tappedBy);
    return text;
}

QString serverWords(const catalog::PipeEntry &pipe)
{
    if (!pipe.server) // only sockets have a server
        return pipe.kind == catalog::FileKind::Socket ? text::processText(std::optional<ProcessInfo>())
                                                      : QStringLiteral("-");
    return pipe.server->empty() ? QStringLiteral("-") : text::processesText(*pipe.server);
}

QString countWords(const std::optional<quint32> &count)
{
    return count ? QString::number(*count) : QStringLiteral("-");
}

QString orDash(const QString &text) { return text.isEmpty() ? QStringLiteral("-") : text; }

/// The sort key of a numeric column; nullopt for text.
std::optional<qint64> numberOf(const catalog::PipeEntry &pipe, PipeColumn column)
{
    const auto count = [](const std::optional<quint32> &value) { return value ? qint64{ *value } : -1; };
    switch (column) {
    case PipeColumn::Clients:
        return count(pipe.clients);
    case PipeColumn::Waiting:
        return count(pipe.waiting);
    case PipeColumn::Backlog:
        return count(pipe.backlog);
    case PipeColumn::Inode:
        return static_cast<qint64>(pipe.file.id.inode);
    case PipeColumn::Modified:
        return pipe.hasFile ? pipe.modified.unixNanoseconds : 0;
    default:
        return {};
    }
}

} // namespace

const std::vector<PipeColumn> &allPipeColumns()
{
    using enum PipeColumn;
    static const std::vector<PipeColumn> all{ Name,     State,     Owner,     Group, Mode,    Server, Clients,  Waiting,
                                              Endpoint, Namespace, Directory, Type,  Backlog, Inode,  Modified, Path };
    return all;
}

QString columnWord(PipeColumn column) { return QString::fromLatin1(columnWords.at(static_cast<size_t>(column))); }

QString columnTitle(PipeColumn column) { return CommandText::tr(columnWords.at(static_cast<size_t>(column))); }

std::optional<PipeColumn> columnFrom(QByteArrayView word)
{
    const std::vector<PipeColumn> &all = allPipeColumns();
    const auto found = std::find_if(
        all.begin(), all.end(), [word](PipeColumn column) { return columnWord(column).toLatin1() == word; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

QString cellText(const catalog::PipeEntry &pipe, PipeColumn column)
{
    switch (column) {
    case PipeColumn::Name:
        return escapedText(pipe.name());
    case PipeColumn::State:
        return stateWords(pipe);
    case PipeColumn::Owner:
        return pipe.owner;
    case PipeColumn::Group:
        return orDash(pipe.group);
    case PipeColumn::Mode:
        return pipe.hasFile ? pipe.mode.octal() : QStringLiteral("-");
    case PipeColumn::Server:
        return serverWords(pipe);
    case PipeColumn::Clients:
        return countWords(pipe.clients);
    case PipeColumn::Waiting:
        return countWords(pipe.waiting);
    case PipeColumn::Endpoint:
        return orDash(catalog::endpointTitle(pipe));
    case PipeColumn::Namespace:
        return orDash(pipe.namespaceLabel);
    case PipeColumn::Directory:
        return escapedText(pipe.directory);
    case PipeColumn::Type:
        return pipe.socketType == catalog::SocketType::None ? word(pipe.kind) : word(pipe.socketType);
    case PipeColumn::Backlog:
        return countWords(pipe.backlog);
    case PipeColumn::Inode:
        return QString::number(pipe.file.id.device) + QLatin1Char(':') + QString::number(pipe.file.id.inode);
    case PipeColumn::Modified:
        return pipe.hasFile ? isoText(pipe.modified) : QStringLiteral("-");
    case PipeColumn::Path:
        return escapedText(pipe.path());
    }
    return {};
}

bool columnLess(const catalog::PipeEntry &a, const catalog::PipeEntry &b, PipeColumn column)
{
    const auto left = numberOf(a, column);
    const auto right = numberOf(b, column);
    return left && right ? *left < *right : cellText(a, column) < cellText(b, column);
}

} // namespace pipeglass::cli

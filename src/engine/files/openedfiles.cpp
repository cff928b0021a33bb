// SPDX-License-Identifier: MIT
#include "engine/files/openedfiles.h"

#include <utility>

namespace pipeglass::engine {

OpenedFiles::OpenedFiles(QObject *parent)
    : QObject(parent)
    , m_reader(QStringLiteral("engine-files"), this)
{
}

OpenedFiles::~OpenedFiles()
{
    for (const auto &[id, file] : std::exchange(m_files, {}))
        delete file.opened;
}

void OpenedFiles::open(quint64 ticket, SessionId id, const QByteArray &path)
{
    auto *file = new OpenedRecording(path, m_reader, this);
    m_files.emplace(id, File{ file, ticket });
    connect(
        file, &OpenedRecording::opened, this, [this, id, file, ticket] { Q_EMIT opened(ticket, describe(id, *file)); });
    connect(file, &OpenedRecording::failed, this, [this, id, ticket](const Error &error) {
        close(id);
        Q_EMIT failed(ticket, error);
    });
    connect(file, &OpenedRecording::changed, this, [this, id, file] {
        Q_EMIT grew(id);
        Q_EMIT changed(describe(id, *file));
    });
    connect(file, &OpenedRecording::problem, this, [this, id](const Error &error) { Q_EMIT problem(id, error); });
    file->open();
}

void OpenedFiles::cancel(quint64 ticket)
{
    for (const auto &[id, file] : m_files) {
        if (file.ticket == ticket && file.opened->recording() == nullptr) {
            close(id);
            return;
        }
    }
}

void OpenedFiles::close(SessionId id)
{
    const auto found = m_files.find(id);
    if (found == m_files.end())
        return;
    OpenedRecording *file = found->second.opened;
    m_files.erase(found);
    file->disconnect(this);
    file->deleteLater();
}

void OpenedFiles::closeAll()
{
    while (!m_files.empty())
        close(m_files.begin()->first);
}

/// The framing of the first connection stands for all.
SessionInfo OpenedFiles::describe(SessionId id, const OpenedRecording &file) const
{
    SessionInfo info;
    info.id = id;
    info.path = file.path();
    info.recording = file.recording();
    const auto first = info.recording->connection(ConnectionId{ 1 });
    for (const Side side : { Side::Client, Side::Server }) {
        const bool isGuessed = first && first->framing[side] == "auto";
        framing::FramingPtr recorded = first && !isGuessed ? m_framings.find(first->framing[side]) : nullptr;
        if (isGuessed)
            recorded = m_framings.guessing();
        info.framing[side] = recorded != nullptr ? recorded : m_framings.raw();
    }
    info.file = file.state();
    info.ended = info.file->isRead && !info.file->hasWriter;
    return info;
}

} // namespace pipeglass::engine

// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"
#include "exporting/messagesink.h"

#include <map>

namespace pipeglass::exporting {

/// Writes the wire bytes of each side of each connection to a file of its own in a directory, "3-client.raw". Creates
/// the directory if it is missing. Overwrites nothing: fails with FileExists.
class RawExport : public MessageSink {
public:
    explicit RawExport(QByteArray directory);

    [[nodiscard]] Status take(const Item &item) override;
    [[nodiscard]] Status finish() override;

private:
    struct Stream {
        UniqueFd file;
        QByteArray path;
        QByteArray buffer;
    };
    [[nodiscard]] Result<Stream *> streamOf(const capture::Record &record);

    QByteArray m_directory;
    UniqueFd m_directoryFd;
    std::map<std::pair<ConnectionId, Side>, Stream> m_streams;
};

} // namespace pipeglass::exporting

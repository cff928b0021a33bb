// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace pipeglass::engine {

/// Of a recording that was opened from a file.
struct FileState {
    qint64 bytesRead = 0;
    qint64 bytes = 0; ///< size of the file
    bool isRead = false; ///< to its end; later growth clears it for a moment
    bool hasWriter = false; ///< a program records into it
    bool isCutOff = false; ///< it ends within a message, or is damaged; of one that is read and has no writer
    bool isForeign = false; ///< written by another program

    friend bool operator==(const FileState &, const FileState &) = default;
};

} // namespace pipeglass::engine

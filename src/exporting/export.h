// SPDX-License-Identifier: MIT
#pragma once

#include "conversation/filterrun.h"
#include "exporting/messagesink.h"

#include <QFile>

#include <memory>

namespace pipeglass::exporting {

enum class Format { Recording, JsonLines, Text, RawStreams };

/// What is written where.
struct ExportRequest {
    capture::MessageListPtr list;
    filter::Filter filter = {};
    Format format = Format::Recording;
    QByteArray path; ///< a file; a directory for RawStreams
    bool replaces = false; ///< an existing file is replaced; never a directory
    std::optional<PerSide<QByteArray>> framing = {}; ///< ids, where the list is not cut as its connections say
};

/// Writes the items that a list has now to a file, in steps. The file appears under its name when it is complete:
/// before that it has a random name beside it, which is removed with this object. One thread.
class Export {
public:
    /// FileExists if the name is taken and not to be replaced; fails else as creating a file does.
    [[nodiscard]] static Result<std::unique_ptr<Export>> begin(ExportRequest request);
    ~Export();
    Export(const Export &) = delete;
    Export &operator=(const Export &) = delete;

    /// Writes what matches of at most `items` items. True if there are more. Fails as reading or writing does.
    [[nodiscard]] Result<bool> step(quint64 items);
    /// After the last step: gives the file its name. FileExists if that was taken in the meantime.
    [[nodiscard]] Status finish();

    [[nodiscard]] quint64 itemsDone() const { return m_run.position(); }
    [[nodiscard]] quint64 itemsInAll() const { return m_end; }
    [[nodiscard]] quint64 messagesWritten() const { return m_written; }

private:
    explicit Export(ExportRequest request);
    [[nodiscard]] Status open();
    [[nodiscard]] Status flush();
    void removeTemporary();

    ExportRequest m_request;
    conversation::FilterRun m_run;
    quint64 m_end; ///< items that the list had at the beginning
    quint64 m_written = 0;
    QByteArray m_temporary; ///< empty: it has its name, or does not exist
    std::unique_ptr<MessageSink> m_sink;
    QFile m_file; ///< of a text
    QByteArray m_buffer;
};

} // namespace pipeglass::exporting

// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>
#include <optional>

class QSocketNotifier;

namespace pipeglass::cli {

/// Lines from a descriptor (which stays the caller's), as they come. Reads on only when the lines that came have been
/// taken, so a fast writer waits instead of filling the memory.
class LineInput : public QObject {
    Q_OBJECT

public:
    /// A line that grows past `limit` bytes without an end is handed out as it is, for somebody to refuse.
    LineInput(int fd, qsizetype limit);
    ~LineInput() override;

    /// The next line without its line feed; nothing where none is complete yet, then `ready` follows. The last one may
    /// lack a line feed.
    [[nodiscard]] std::optional<QByteArray> takeLine();
    /// The input has ended and everything was taken.
    [[nodiscard]] bool atEnd() const { return m_ended && m_buffer.isEmpty(); }

Q_SIGNALS:
    void ready(); ///< a line or the end has come

private:
    void read();
    [[nodiscard]] QByteArray take(qsizetype size, qsizetype lineFeed);

    int m_fd;
    qsizetype m_limit;
    bool m_ended = false;
    QByteArray m_buffer;
    qsizetype m_searched = 0; ///< no line feed before this
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace pipeglass::cli

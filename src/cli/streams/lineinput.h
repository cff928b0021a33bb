// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>
#include <optional>

class QSocketNotifier;

namespace pipeglass::cli {

/// Reads lines from a descriptor, which stays the caller's. Reads more only after the available lines were taken, so
/// memory is bounded.
class LineInput : public QObject {
    Q_OBJECT

public:
    /// A line longer than `limit` bytes is returned incomplete, to be refused by the caller.
    LineInput(int fd, qsizetype limit);
    ~LineInput() override;

    /// The next line without its line feed; nullopt if it is not complete yet (`ready` follows). The last one may lack
    /// a line feed.
    [[nodiscard]] std::optional<QByteArray> takeLine();
    /// The input has ended and all lines were taken.
    [[nodiscard]] bool atEnd() const { return m_ended && m_buffer.isEmpty(); }

Q_SIGNALS:
    void ready(); ///< a line or the end of the input is available

private:
    void read();
    [[nodiscard]] QByteArray take(qsizetype size, qsizetype lineFeed);

    int m_fd;
    qsizetype m_limit;
    bool m_ended = false;
    QByteArray m_buffer;
    qsizetype m_searched = 0; ///< no line feed before this offset
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace pipeglass::cli

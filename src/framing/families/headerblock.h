// SPDX-License-Identifier: MIT
#pragma once

#include "core/frameproblem.h"

#include <QByteArray>

#include <optional>

namespace pipeglass::framing {

/// Header fields up to an empty line, as in HTTP/1.1 and the Language Server Protocol, read incrementally. Lines end in
/// CR LF or LF.
class HeaderBlock {
public:
    enum class StartLine { No, Yes };
    HeaderBlock(StartLine startLine, qsizetype limit);

    /// Reads `bytes`, which begin with the block; again with the same and more bytes while they are incomplete.
    /// Invalid bytes are detected in incomplete lines too.
    enum class State { Incomplete, Complete, Invalid };
    [[nodiscard]] State read(QByteArrayView bytes);
    void reset() { *this = HeaderBlock(m_hasStartLine ? StartLine::Yes : StartLine::No, m_limit); }

    // Once complete:
    [[nodiscard]] qsizetype size() const { return m_read; } ///< with the empty line
    [[nodiscard]] const QByteArray &startLine() const { return m_startLine; }
    [[nodiscard]] std::optional<quint64> contentLength() const { return m_contentLength; }
    [[nodiscard]] bool isChunked() const { return m_isChunked; }
    [[nodiscard]] bool isUpgrade() const { return m_isUpgrade; }

private:
    [[nodiscard]] bool readLine(QByteArrayView line);

    bool m_hasStartLine;
    qsizetype m_limit;
    qsizetype m_read = 0; ///< whole lines
    bool m_isFirst = true;
    QByteArray m_startLine;
    std::optional<quint64> m_contentLength;
    bool m_isChunked = false;
    bool m_isUpgrade = false;
};

} // namespace pipeglass::framing

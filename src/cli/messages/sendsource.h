// SPDX-License-Identifier: MIT
#pragma once

#include "cli/streams/lineinput.h"
#include "cli/streams/textencoding.h"

#include <vector>

namespace pipeglass::cli {

/// The messages of `send` in the given order: texts, bytes, files, and lines of stdin.
class SendSource : public QObject {
    Q_OBJECT

public:
    struct Item {
        enum class Kind { Payload, File, Lines };
        Kind kind = Kind::Payload;
        QByteArray value; ///< the payload, or the path of a file
    };

    /// With `crLf` a carriage return at the end of a line of stdin belongs to the line end.
    SendSource(std::vector<Item> items, TextEncoding encoding, int in, qsizetype limit, bool crLf = false);
    ~SendSource() override;

    /// The next message; nullopt if it is not there yet (`ready` follows) or all were taken (`atEnd`). Fails with
    /// InvalidArgument (characters that the encoding lacks), MessageTooLarge, or the error of a file.
    [[nodiscard]] Result<std::optional<QByteArray>> next();
    [[nodiscard]] bool atEnd() const { return m_next == m_items.size(); }
    [[nodiscard]] bool isEmpty() const { return m_items.empty(); }

Q_SIGNALS:
    void ready();

private:
    [[nodiscard]] Result<std::optional<QByteArray>> nextLine();

    std::vector<Item> m_items;
    size_t m_next = 0;
    TextEncoding m_encoding;
    int m_in;
    qsizetype m_limit;
    bool m_crLf;
    std::unique_ptr<LineInput> m_lines;
};

} // namespace pipeglass::cli

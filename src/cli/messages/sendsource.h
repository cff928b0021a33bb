// SPDX-License-Identifier: MIT
#pragma once

#include "cli/streams/lineinput.h"
#include "exporting/textencoding.h"

#include <functional>
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

    /// The payload for a line of stdin.
    using Encode = std::function<Result<QByteArray>(const QByteArray &line)>;

    /// With `crLf` a carriage return at the end of a line of stdin belongs to the line end.
    SendSource(std::vector<Item> items, Encode encode, int in, qsizetype limit, bool crLf = false);
    ~SendSource() override;

    /// The next message; nullopt if it is not there yet (`ready` follows) or all were taken (`atEnd`). Fails with
    /// InvalidArgument (characters that the encoding lacks), MessageTooLarge, the error of a file
    /// or of `encode`.
    [[nodiscard]] Result<std::optional<QByteArray>> next();
    [[nodiscard]] bool atEnd() const { return m_next == m_items.size(); }
    [[nodiscard]] bool isEmpty() const { return m_items.empty(); }

Q_SIGNALS:
    void ready();

private:
    [[nodiscard]] Result<std::optional<QByteArray>> nextLine();

    std::vector<Item> m_items;
    size_t m_next = 0;
    Encode m_encode;
    int m_in;
    qsizetype m_limit;
    bool m_crLf;
    std::unique_ptr<LineInput> m_lines;
};

} // namespace pipeglass::cli

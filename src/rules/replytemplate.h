// SPDX-License-Identifier: MIT
#pragma once

#include "rules/jsonpath.h"
#include "rules/message.h"

#include <QByteArray>

#include <vector>

#include <tl/expected.hpp>

namespace pipeglass::rules {

/// A reply with placeholders for values of the message that it answers. Immutable.
///
///     {text}          the payload, unchanged        {upper}, {lower}   the payload as UTF-8 in that case
///     {count}         how many messages the rule has matched, this one included
///     {time}          the local time, ISO 8601      {json.PATH}        a field of the payload, without quotes
///     {hex:00 ff}     these bytes                   {{                 a brace
///
/// Any other brace is a brace, so JSON can be written as it is.
class ReplyTemplate {
public:
    struct Context {
        quint64 count = 0;
        qint64 unixMs = 0; ///< the time
    };

    /// Fails with a sentence.
    [[nodiscard]] static tl::expected<ReplyTemplate, QString> parse(const QString &text);

    [[nodiscard]] QByteArray render(Message &message, const Context &context) const;

private:
    enum class Kind { Bytes, Text, Upper, Lower, Count, Time, Json };
    struct Piece {
        Kind kind = Kind::Bytes;
        QByteArray bytes = {};
        JsonPath path = {};
    };

    [[nodiscard]] static tl::expected<Piece, QString> placeholder(QStringView name, QStringView rest, QChar separator);

    std::vector<Piece> m_pieces;
};

} // namespace pipeglass::rules

// SPDX-License-Identifier: MIT
#pragma once

#include "core/slice.h"

#include <QJsonValue>
#include <QString>

#include <optional>

namespace pipeglass::rules {

/// The payload of a message, parsed when it is asked for.
class Message {
public:
    explicit Message(Slice payload)
        : m_payload(std::move(payload))
    {
    }

    [[nodiscard]] QByteArrayView bytes() const { return m_payload.view(); }
    [[nodiscard]] const QString &text(); ///< as UTF-8
    [[nodiscard]] const QJsonValue &json(); ///< an object or an array, else undefined

private:
    Slice m_payload;
    std::optional<QString> m_text;
    std::optional<QJsonValue> m_json;
};

} // namespace pipeglass::rules

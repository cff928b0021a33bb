// SPDX-License-Identifier: MIT
#include "rules/message.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pipeglass::rules {

const QString &Message::text()
{
    if (!m_text)
        m_text = QString::fromUtf8(m_payload.view());
    return *m_text;
}

const QJsonValue &Message::json()
{
    if (!m_json) {
        const QByteArrayView bytes = m_payload.view();
        const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size()));
        m_json = document.isArray() ? QJsonValue(document.array())
            : document.isObject()   ? QJsonValue(document.object())
                                    : QJsonValue(QJsonValue::Undefined);
    }
    return *m_json;
}

} // namespace pipeglass::rules

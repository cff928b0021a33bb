// SPDX-License-Identifier: MIT
#include "rules/jsonpath.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QVariant>

#include <algorithm>

namespace pipeglass::rules {

std::optional<JsonPath> JsonPath::parse(QStringView text)
{
    QString dotted = text.toString();
    if (dotted.contains(QLatin1String("[]")) || dotted.count(u'[') != dotted.count(u']'))
        return std::nullopt;
    dotted.replace(u'[', u'.').remove(u']');
    if (text.startsWith(u'['))
        dotted.remove(0, 1);
    JsonPath path;
    path.m_steps = dotted.split(u'.');
    if (path.m_steps.contains(QString()))
        return std::nullopt;
    return path;
}

std::optional<QJsonValue> JsonPath::find(const QJsonValue &root) const
{
    QJsonValue value = root;
    for (const QString &step : m_steps) {
        if (value.isArray()) {
            bool isNumber = false;
            const uint index = step.toUInt(&isNumber);
            const QJsonArray array = value.toArray();
            if (!isNumber || index >= array.size())
                return std::nullopt;
            value = array[static_cast<qsizetype>(index)];
        } else {
            const QJsonObject object = value.toObject();
            const auto found = object.constFind(step);
            if (found == object.constEnd())
                return std::nullopt;
            value = *found;
        }
    }
    return value;
}

QByteArray plainText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString().toUtf8();
    case QJsonValue::Bool:
        return value.toBool() ? "true" : "false";
    case QJsonValue::Double: {
        const QVariant number = value.toVariant();
        if (number.typeId() == QMetaType::LongLong)
            return QByteArray::number(number.toLongLong());
        return QByteArray::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    }
    case QJsonValue::Array:
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    case QJsonValue::Object:
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return "null";
}

} // namespace pipeglass::rules

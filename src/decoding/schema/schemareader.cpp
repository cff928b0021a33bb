// SPDX-License-Identifier: MIT
#include "decoding/schema/features.h"
#include "decoding/schema/schema.h"
#include "decoding/schema/wirefields.h"
#include "decoding/text/jsonvalue.h"

#include <QHash>

#include <algorithm>
#include <cctype>

namespace pipeglass::decoding {

namespace {

constexpr int deepestType = 32; ///< types within types
constexpr qsizetype longestName = 512; ///< with the package: each type in another one repeats that one's name
constexpr size_t mostParts = 200'000; ///< types, fields and values of enums

/// A name that can stand in a type's text: ASCII, without control characters.
bool isIdentifier(QByteArrayView name)
{
    return !name.isEmpty() && name.size() <= longestName && std::ranges::all_of(name, [](char c) {
        return std::isalnum(static_cast<uchar>(c)) != 0 ? static_cast<uchar>(c) < 0x80 : c == '_' || c == '.';
    });
}

QByteArray qualified(const QByteArray &scope, const QByteArray &name)
{
    return scope.isEmpty() ? name : scope + '.' + name;
}

} // namespace

/// Reads descriptor.proto's FileDescriptorSet. What is wrong in any part makes all of it invalid.
class SchemaReader {
public:
    bool read(QByteArrayView descriptorSet)
    {
        WireFields in(descriptorSet);
        while (in.next()) {
            if (in.number != 1 || in.wireType != WireFields::Delimited || !file(in.content))
                return false;
        }
        return in.ok() && finish();
    }
    std::shared_ptr<Schema> take() { return std::move(m_schema); }

private:
    struct Extension {
        QByteArray of;
        FieldType field;
    };

    bool file(QByteArrayView bytes)
    {
        QByteArray package;
        QByteArrayView options;
        Features features;
        for (WireFields in(bytes); in.next();) {
            if (in.number == 2)
                package = in.content.toByteArray();
            else if (in.number == 12) // syntax
                features.isPacked = in.content == QByteArrayView("proto3") || in.content == QByteArrayView("editions");
            else if (in.number == 8)
                options = in.content;
        }
        takeFeatures(options, 50, features);
        if (!package.isEmpty() && !isIdentifier(package))
            return false;
        WireFields in(bytes);
        while (in.next()) {
            const bool isGood = in.wireType != WireFields::Delimited ? in.wireType == WireFields::Varint
                : in.number == 4                                     ? message(in.content, package, features, 0)
                : in.number == 5                                     ? enumeration(in.content, package)
                : in.number == 7                                     ? extension(in.content, package, features)
                                                                     : true;
            if (!isGood)
                return false;
        }
        return in.ok();
    }

    // NOLINTNEXTLINE(misc-no-recursion): up to deepestType
    bool message(QByteArrayView bytes, const QByteArray &scope, Features features, int depth)
    {
        auto type = std::make_unique<MessageType>();
        for (WireFields in(bytes); in.next();) {
            if (in.number == 1)
                type->name = qualified(scope, in.content.toByteArray());
            if (in.number == 7) {
                type->isMapEntry = hasBoolean(in.content, 7, false);
                takeFeatures(in.content, 12, features);
            }
        }
        if (!isIdentifier(type->name) || depth >= deepestType || ++m_parts > mostParts)
            return false;
        MessageType *added = type.get();
        if (m_byName.contains(type->name))
            return true; // the same file twice
        m_byName.insert(type->name, added);
        m_schema->m_messages.push_back(std::move(type));
        WireFields in(bytes);
        while (in.next()) {
            const bool isGood = in.number == 2 ? field(in.content, features, *added)
                : in.number == 3               ? message(in.content, added->name, features, depth + 1)
                : in.number == 4               ? enumeration(in.content, added->name)
                : in.number == 6               ? extension(in.content, added->name, features)
                                               : true;
            if (!isGood)
                return false;
        }
        std::ranges::stable_sort(added->fields, {}, &FieldType::number);
        return in.ok();
    }

    bool enumeration(QByteArrayView bytes, const QByteArray &scope)
    {
        auto type = std::make_unique<EnumType>();
        WireFields in(bytes);
        while (in.next()) {
            if (in.number == 1)
                type->name = qualified(scope, in.content.toByteArray());
            if (in.number != 2)
                continue;
            std::pair<qint32, QByteArray> value;
            for (WireFields part(in.content); part.next();) {
                if (part.number == 1)
                    value.second = part.content.toByteArray();
                else if (part.number == 2)
                    value.first = static_cast<qint32>(part.value);
            }
            if (!isIdentifier(value.second) || ++m_parts > mostParts)
                return false;
            type->values.push_back(std::move(value));
        }
        if (!in.ok() || !isIdentifier(type->name) || ++m_parts > mostParts)
            return false;
        m_enumByName.insert(type->name, type.get());
        m_schema->m_enums.push_back(std::move(type));
        return true;
    }

    bool extension(QByteArrayView bytes, const QByteArray &scope, const Features &features)
    {
        MessageType holder;
        if (!field(bytes, features, holder))
            return false;
        Extension one{ {}, std::move(holder.fields.front()) };
        one.field.name = one.field.jsonName = '[' + qualified(scope, one.field.name) + ']';
        for (WireFields in(bytes); in.next();) {
            if (in.number == 2 && in.content.startsWith('.'))
                one.of = in.content.sliced(1).toByteArray();
        }
        m_extensions.push_back(std::move(one));
        return true;
    }

    bool field(QByteArrayView bytes, Features features, MessageType &to)
    {
        FieldType field;
        QByteArrayView options;
        quint64 label = 0;
        quint64 kind = 0;
        WireFields in(bytes);
        while (in.next()) {
            if (in.number == 1)
                field.name = in.content.toByteArray();
            else if (in.number == 3)
                field.number = static_cast<quint32>(qMin(in.value, WireFields::numbers));
            else if (in.number == 4)
                label = in.value;
            else if (in.number == 5)
                kind = in.value;
            else if (in.number == 6 && in.content.startsWith('.'))
                field.typeName = in.content.sliced(1).toByteArray();
            else if (in.number == 8)
                options = in.content;
            else if (in.number == 10)
                field.jsonName = in.content.toByteArray();
        }
        if (!in.ok() || !isIdentifier(field.name) || field.number == 0 || field.number >= WireFields::numbers
            || kind == 0 || kind > static_cast<quint64>(FieldType::Kind::SInt64) || ++m_parts > mostParts)
            return false;
        if (!field.typeName.isEmpty() && !isIdentifier(field.typeName))
            return false;
        takeFeatures(options, 21, features);
        field.kind = static_cast<FieldType::Kind>(kind);
        if (field.kind == FieldType::Kind::Message && features.isGroup)
            field.kind = FieldType::Kind::Group;
        field.isRequired = label == 2;
        field.isRepeated = label == 3;
        field.isPacked = field.isRepeated && field.isPackable() && hasBoolean(options, 2, features.isPacked);
        if (field.jsonName.isEmpty())
            field.jsonName = field.name;
        to.fields.push_back(std::move(field));
        return true;
    }

    /// Links the types by their names.
    bool finish()
    {
        for (Extension &one : m_extensions) {
            MessageType *extended = m_byName.value(one.of);
            if (extended == nullptr)
                continue;
            auto &fields = extended->fields;
            fields.insert(
                std::ranges::upper_bound(fields, one.field.number, {}, &FieldType::number), std::move(one.field));
        }
        for (const auto &type : m_schema->m_messages) {
            for (FieldType &field : type->fields) {
                MessageType *used = m_byName.value(field.typeName);
                field.message = used;
                field.enumeration = m_enumByName.value(field.typeName);
                if (used != nullptr && used != type.get())
                    used->isUsed = true;
            }
            if (!type->isMapEntry)
                m_schema->m_types.push_back(type.get());
        }
        return !m_schema->m_types.empty() && std::ranges::all_of(m_schema->m_messages, [](const auto &type) {
            return !type->isMapEntry || type->hasEntryFields();
        });
    }

    std::shared_ptr<Schema> m_schema = std::make_shared<Schema>();
    QHash<QByteArray, MessageType *> m_byName;
    QHash<QByteArray, EnumType *> m_enumByName;
    std::vector<Extension> m_extensions;
    size_t m_parts = 0;
};

Result<SchemaPtr> Schema::read(QByteArrayView descriptorSet, const QByteArray &file)
{
    SchemaReader reader;
    if (descriptorSet.size() <= largest && reader.read(descriptorSet))
        return SchemaPtr(reader.take());
    return failure(
        ErrorCode::InvalidArgument, file,
        trText(QT_TRANSLATE_NOOP(
            "Decoding", "expected message types as protoc --descriptor_set_out=FILE --include_imports writes them")));
}

} // namespace pipeglass::decoding

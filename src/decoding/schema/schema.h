// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QByteArrayView>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace pipeglass::decoding {

struct MessageType;

/// An enum of protobuf. Names here and below are ASCII identifiers, those of types with the package: "demo.Colour".
struct EnumType {
    QByteArray name;
    std::vector<std::pair<qint32, QByteArray>> values;

    [[nodiscard]] const QByteArray *nameOf(qint32 number) const; ///< the first one, or null
    [[nodiscard]] std::optional<qint32> numberOf(QByteArrayView value) const;
};

struct FieldType {
    /// With the numbers of FieldDescriptorProto.Type.
    enum class Kind : quint8 {
        Double = 1,
        Float,
        Int64,
        UInt64,
        Int32,
        Fixed64,
        Fixed32,
        Bool,
        String,
        Group,
        Message,
        Bytes,
        UInt32,
        Enum,
        SFixed32,
        SFixed64,
        SInt32,
        SInt64,
    };

    quint32 number = 0;
    Kind kind = Kind::Bytes;
    bool isRepeated = false;
    bool isRequired = false;
    bool isPacked = false; ///< is written as one block; read either way
    QByteArray name; ///< of an extension "[demo.name]"
    QByteArray jsonName;
    QByteArray typeName; ///< of a message, group or enum
    const MessageType *message = nullptr; ///< null: none, or not in the file
    const EnumType *enumeration = nullptr; ///< likewise

    [[nodiscard]] bool isDelimited() const
    {
        return kind == Kind::String || kind == Kind::Bytes || kind == Kind::Message;
    }
    /// Whether several values can be in one block.
    [[nodiscard]] bool isPackable() const { return !isDelimited() && kind != Kind::Group; }
    [[nodiscard]] bool isMap() const;
    [[nodiscard]] quint32 wireType() const; ///< of one value
    [[nodiscard]] const char *typeText() const; ///< "int32", "demo.Colour"
};

struct MessageType {
    QByteArray name;
    std::vector<FieldType> fields; ///< by number
    bool isMapEntry = false;
    bool isUsed = false; ///< as the type of a field of another message

    /// A key, which is a scalar or text, and a value.
    [[nodiscard]] bool hasEntryFields() const;
    [[nodiscard]] const FieldType *find(quint64 number) const; ///< or null
    [[nodiscard]] const FieldType *find(QByteArrayView fieldName) const; ///< also by the name in JSON; or null
};

/// The types of messages in a descriptor set: what `protoc --descriptor_set_out=FILE --include_imports` writes, which
/// is a message of protobuf itself (descriptor.proto). Immutable, any thread.
class Schema {
public:
    static constexpr qsizetype largest = qsizetype{ 16 } << 20U; ///< bytes

    /// Fails with InvalidArgument; `file` is the subject of errors.
    [[nodiscard]] static Result<std::shared_ptr<const Schema>>
    read(QByteArrayView descriptorSet, const QByteArray &file);

    /// Without the entries of maps, in the order of the file.
    [[nodiscard]] const std::vector<const MessageType *> &types() const { return m_types; }
    /// By its name, or by the end of it if no other type has the same: "Colour". Null: none, or several.
    [[nodiscard]] const MessageType *find(QByteArrayView name) const;

private:
    friend class SchemaReader;

    std::vector<std::unique_ptr<MessageType>> m_messages;
    std::vector<std::unique_ptr<EnumType>> m_enums;
    std::vector<const MessageType *> m_types;
};

using SchemaPtr = std::shared_ptr<const Schema>;

} // namespace pipeglass::decoding

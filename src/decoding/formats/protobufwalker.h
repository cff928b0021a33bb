// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/bytecursor.h"
#include "decoding/schema/schema.h"
#include "decoding/treebuilder.h"

namespace pipeglass::decoding {

/// Adds the fields of a message of protobuf to a tree. Fields that a type has get its names and types; repeated ones in
/// a row are an array or map. Others, and those with bytes that their type does not allow, have their numbers as names.
/// Recursive, up to 32 messages.
class ProtobufWalker {
public:
    explicit ProtobufWalker(TreeBuilder &tree)
        : m_tree(tree)
    {
    }

    /// `base` is the offset of the cursor's bytes. `type` may be null; of a group, `group` is the number. False: not a
    /// message; what was added must be rolled back.
    bool message(ByteCursor &in, qsizetype base, const MessageType *type, quint64 group = 0);

private:
    /// A value of a field.
    struct Place {
        ByteCursor &in; ///< behind the tag
        qsizetype base = 0;
        qsizetype start = 0; ///< of the tag
        quint64 tag = 0;

        [[nodiscard]] quint64 number() const { return tag >> 3U; }
        [[nodiscard]] quint64 wireType() const { return tag & 7U; }
        [[nodiscard]] qsizetype offset() const { return base + start; }
        [[nodiscard]] qsizetype end() const { return base + in.at(); }
    };
    static constexpr int maxDepth = 32;

    struct RealTypes {
        const char *real;
        const char *whole;
    };

    bool known(const Place &place, const FieldType &field);
    bool block(const Place &place, const FieldType &field);
    bool run(const Place &place, const FieldType &field);
    bool value(const Place &place, const FieldType &field, const QString &name);
    bool submessage(const Place &place, const FieldType &field, const QString &name);
    bool entry(const Place &place, const FieldType &field);

    bool unknown(const Place &place, bool isMisfit);
    bool group(const Place &place);
    void real(const QString &name, RealTypes types, double value, quint64 bits, const Place &place);
    void delimited(const QString &name, QByteArrayView content, const Place &place);

    TreeBuilder &m_tree;
    int m_depth = 0;
};

} // namespace pipeglass::decoding

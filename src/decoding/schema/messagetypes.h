// SPDX-License-Identifier: MIT
#pragma once

#include "core/side.h"
#include "decoding/schema/schema.h"

namespace pipeglass::decoding {

/// What is known about the types of a conversation's messages. Immutable, any thread.
struct MessageTypes {
    using Types = std::vector<const MessageType *>;

    SchemaPtr schema;
    PerSide<const MessageType *> chosen{}; ///< of the messages of a side; null: the type that fits a message best

    /// The type of a message: the chosen one, or those that fit best, several if there is no difference. Empty: none
    /// fits.
    [[nodiscard]] Types typesOf(QByteArrayView payload, std::optional<Side> from) const;
    /// The chosen one, or null.
    [[nodiscard]] const MessageType *chosenFor(std::optional<Side> from) const
    {
        return chosen[from.value_or(Side::Client)];
    }
    /// Of those types the ones that are in no other message, if there are any.
    [[nodiscard]] static Types outermost(const Types &types);
    /// "demo.Request", "demo.Request | demo.Reply"
    [[nodiscard]] static QByteArray namesOf(const Types &types);
};

using MessageTypesPtr = std::shared_ptr<const MessageTypes>;

/// Types by their names; empty names: not chosen. Fails with InvalidArgument.
[[nodiscard]] Result<MessageTypesPtr> chooseTypes(const SchemaPtr &schema, const PerSide<QByteArray> &names);
/// Reads a descriptor set.
[[nodiscard]] Result<SchemaPtr> readSchemaFile(const QByteArray &path);
/// "FILE", "FILE:MESSAGE" or "FILE:MESSAGE/MESSAGE" (client's and server's).
[[nodiscard]] Result<MessageTypesPtr> openMessageTypes(const QByteArray &text);

} // namespace pipeglass::decoding

// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoderregistry.h"

#include <QStringList>

namespace pipeglass::conversation {

/// The place of a value in a decoded payload: "json.params[0].name", or "params[0].name" whatever the decoder.
class ValuePath {
public:
    /// nullopt if the text is not a path.
    [[nodiscard]] static std::optional<ValuePath> parse(const QString &text);

    [[nodiscard]] const QString &text() const { return m_text; }
    /// The value as text; of an object or array the number of its entries in braces. nullopt: there is none.
    [[nodiscard]] std::optional<QString> find(const decoding::Decoding &decoding) const;

private:
    [[nodiscard]] std::optional<QString> findFrom(const decoding::Tree &tree, qsizetype step) const;

    QString m_text;
    QStringList m_names; ///< of the nodes from the root's child on; those of an array are numbers
};

} // namespace pipeglass::conversation

// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "endpoints/endpoint.h"
#include "endpoints/patternshape.h"

#include <QRegularExpression>

#include <vector>

namespace pipeglass::endpoints {

/// A section of endpoints.conf.
struct EndpointRule {
    Endpoint endpoint; ///< without pid and start time
    Kind kind = Kind::Socket;
    QRegularExpression file; ///< for the whole name; each byte is one Latin-1 character
    std::optional<QRegularExpression> directory;
    std::vector<QByteArray> holders; ///< patterns with `*`, one of which must match; empty: any holder
    std::vector<QByteArray> usual; ///< patterns with `*`; the rule is certain if one matches
    PatternShape shape; ///< of `file`
};

/// The known endpoints in the order of matching. Immutable; any thread.
class EndpointTable {
public:
    /// Parses a text in the format of endpoints.conf. Fails with InvalidArgument; `detail` names the line.
    [[nodiscard]] static Result<EndpointTable> parse(QByteArrayView text);
    /// The compiled-in table.
    [[nodiscard]] static const EndpointTable &builtin();

    [[nodiscard]] const std::vector<EndpointRule> &rules() const { return m_rules; }

    /// The endpoint of a file, or nullopt. Bounded work for any name. Certain only if a holder confirms it: by its
    /// program, or by the pid and start time in the name.
    [[nodiscard]] std::optional<Endpoint> recognize(
        const QByteArray &fileName, const QByteArray &directory, Kind kind,
        const std::vector<Holder> &holders = {}) const;

    /// Whether a rule matches name and place, with any holder.
    [[nodiscard]] bool mayRecognize(const QByteArray &fileName, const QByteArray &directory, Kind kind) const;
    /// The endpoint with this id; null if unknown.
    [[nodiscard]] const Endpoint *find(QByteArrayView id) const;

private:
    std::vector<EndpointRule> m_rules;
};

/// EndpointTable::recognize() of the built-in table.
[[nodiscard]] std::optional<Endpoint>
recognize(const QByteArray &fileName, const QByteArray &directory, Kind kind, const std::vector<Holder> &holders = {});

/// EndpointTable::find() of the built-in table.
[[nodiscard]] const Endpoint *findEndpoint(QByteArrayView id);

} // namespace pipeglass::endpoints

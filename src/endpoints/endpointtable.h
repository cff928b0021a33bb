// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "endpoints/endpoint.h"
#include "endpoints/patternshape.h"

#include <QRegularExpression>

#include <vector>

namespace pipeglass::endpoints {

/// How one known endpoint is told from its name, place and holder: one section of endpoints.conf.
struct EndpointRule {
    Endpoint endpoint; ///< with neither pid nor start time
    Kind kind = Kind::Socket;
    QRegularExpression file; ///< for the whole name, each byte one Latin-1 character
    std::optional<QRegularExpression> directory;
    std::vector<QByteArray> holders; ///< patterns with `*`, of which one must fit; empty: whoever holds it
    std::vector<QByteArray> usual; ///< patterns with `*`; where one fits, the rule is certain
    PatternShape shape; ///< of `file`
};

/// The known endpoints, in the order in which they are tried. Immutable once made; any thread.
class EndpointTable {
public:
    /// Reads a text like endpoints.conf. Fails with InvalidArgument; `detail` names the line.
    [[nodiscard]] static Result<EndpointTable> parse(QByteArrayView text);
    /// The table that was compiled in.
    [[nodiscard]] static const EndpointTable &builtin();

    [[nodiscard]] const std::vector<EndpointRule> &rules() const { return m_rules; }

    /// What a file is, or nothing. Names come from strangers: the work for one is bounded, whatever its bytes.
    /// Certain is only what a holder confirms: by its program, or by the pid and start time that the name claims.
    [[nodiscard]] std::optional<Endpoint> recognize(
        const QByteArray &fileName, const QByteArray &directory, Kind kind,
        const std::vector<Holder> &holders = {}) const;

    /// Whether the name and place of a file fit some rule, whoever holds it.
    [[nodiscard]] bool mayRecognize(const QByteArray &fileName, const QByteArray &directory, Kind kind) const;
    /// What a rule says, by its id; null for an unknown one.
    [[nodiscard]] const Endpoint *find(QByteArrayView id) const;

private:
    std::vector<EndpointRule> m_rules;
};

/// The built-in table's answer; see EndpointTable::recognize.
[[nodiscard]] std::optional<Endpoint>
recognize(const QByteArray &fileName, const QByteArray &directory, Kind kind, const std::vector<Holder> &holders = {});

/// The built-in table's answer; see EndpointTable::find.
[[nodiscard]] const Endpoint *findEndpoint(QByteArrayView id);

/// Every known endpoint once, in the order of endpoints.conf.
[[nodiscard]] std::vector<Endpoint> allEndpoints();

} // namespace pipeglass::endpoints

// SPDX-License-Identifier: MIT
#pragma once

#include "access/question.h"

namespace pipeglass::cli {

/// The socket of the abstract namespace ("@NAME", raw bytes) that a person named; nullopt where a file has that name,
/// or no such socket is bound.
[[nodiscard]] std::optional<QByteArray> abstractSocketNamed(const QByteArray &name);

/// Whether somebody can connect to it: every process in our network namespace can.
[[nodiscard]] access::Answer judgeAbstract(const QByteArray &name, const access::Subject &subject);

/// Who can connect to it: every process in our network namespace. As text, or as the JSON object of a question, with
/// the rule "abstract".
[[nodiscard]] QByteArray abstractAnswer(const QByteArray &name, const access::Subject &subject, bool json);

} // namespace pipeglass::cli

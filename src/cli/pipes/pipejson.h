// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"
#include "catalog/processes/anonymouspipes.h"
#include "exporting/jsonwriter.h"

namespace pipeglass::cli {

// The JSON members are documented in the man page and stable.

/// A row of the list as a JSON object, with its connections if given.
void writePipe(
    exporting::JsonWriter &json, const catalog::PipeEntry &pipe,
    const std::vector<catalog::Connection> *connections = nullptr);
/// The members only, in an object opened by the caller.
void writePipeFields(exporting::JsonWriter &json, const catalog::PipeEntry &pipe);

enum class EndpointDetail {
    Name, ///< {id, title, certain}
    Whole, ///< {id, title, certain, framing, attach_harms}
};
/// The member `endpoint`; null if not recognized.
void writeEndpoint(exporting::JsonWriter &json, const catalog::PipeEntry &pipe, EndpointDetail detail);

/// {pid, program, user} or null.
void writeProcess(exporting::JsonWriter &json, const std::optional<ProcessInfo> &process);
void writeConnections(exporting::JsonWriter &json, const std::vector<catalog::Connection> &connections);
void writeAnonymousPipes(exporting::JsonWriter &json, const std::vector<catalog::AnonymousPipe> &pipes);

} // namespace pipeglass::cli

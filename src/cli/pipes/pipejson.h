// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"
#include "catalog/processes/anonymouspipes.h"
#include "cli/streams/jsonwriter.h"

namespace pipeglass::cli {

// Their fields are a contract, see the man page.

/// One row of the list as a JSON object, with its connections where they are given.
void writePipe(
    JsonWriter &json, const catalog::PipeEntry &pipe, const std::vector<catalog::Connection> *connections = nullptr);
/// The fields alone, in an object that the caller opened.
void writePipeFields(JsonWriter &json, const catalog::PipeEntry &pipe);

enum class EndpointDetail {
    Name, ///< {id, title, certain}
    Whole, ///< {id, title, certain, framing, attach_harms}
};
/// The key `endpoint` and what a pipe is known to be; null for none.
void writeEndpoint(JsonWriter &json, const catalog::PipeEntry &pipe, EndpointDetail detail);

/// {pid, program, user} or null.
void writeProcess(JsonWriter &json, const std::optional<ProcessInfo> &process);
void writeConnections(JsonWriter &json, const std::vector<catalog::Connection> &connections);
void writeAnonymousPipes(JsonWriter &json, const std::vector<catalog::AnonymousPipe> &pipes);

} // namespace pipeglass::cli

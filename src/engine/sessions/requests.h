// SPDX-License-Identifier: MIT
#pragma once

#include "capture/ring.h"
#include "catalog/entries/pipeentry.h"
#include "core/files/filemode.h"
#include "core/side.h"
#include "engine/sessions/responder.h"
#include "engine/shaping/relayrules.h"
#include "framing/framing.h"
#include "programs/program.h"

#include <map>
#include <memory>
#include <optional>
#include <variant>

namespace pipeglass::engine {

/// What a session does while its recording cannot be written, because the disk is full.
enum class DiskPolicy {
    Wait, ///< no byte moves until it can
    GoOn, ///< traffic goes on; what cannot be recorded is counted and told
};

/// What happens when a private recording reaches its limit.
enum class LimitPolicy {
    DeleteOldest,
    Stop, ///< traffic goes on; what is not recorded is counted
    Ask, ///< no byte moves until the person decides
};

/// Where private recordings are kept after their conversation, and how large one may become.
struct PrivateStorage {
    QByteArray directory; ///< of capture::KeptRecordings
    qint64 limit = 0; ///< bytes
    LimitPolicy policy = LimitPolicy::DeleteOldest;
};

/// How a conversation is cut into messages and recorded, whoever holds it.
struct TalkRequest {
    PerSide<framing::FramingPtr> framing; ///< of what each side writes; not null
    qsizetype limit = framing::defaultLimit; ///< of one message, in bytes
    QByteArray recordTo; ///< a new file, or with `ring` a directory; empty: a private one
    DiskPolicy diskPolicy = DiskPolicy::Wait;
    std::optional<capture::RingLimits> ring = {};
    std::optional<PrivateStorage> storage = {}; ///< of a private recording; nullopt: a file without a name
};

/// Be a client. By row (`entry`) exactly that file is dialled, through its descriptor; otherwise `name` is resolved as
/// catalog/naming/resolve.h says.
struct AttachRequest {
    QByteArray name;
    catalog::PipeEntryPtr entry;
    int timeoutMs = 10'000; ///< for connecting; 0 is for ever
    TalkRequest talk;
    bool stays = false; ///< after the connection has ended the session goes on, and another one can be dialled
};

/// Be a server, for many clients at once.
struct HostRequest {
    QByteArray name; ///< a .NET pipe name or a full path (catalog/entries/pipename.h)
    FileMode mode{ 0600 };
    bool replaceStale = false; ///< replace a dead socket of this user
    std::shared_ptr<Responder> responder; ///< null: nobody answers but a person
    TalkRequest talk;
};

/// Stand between the clients and the server of a pipe, which go on talking to each other. By row (`entry`) or by name
/// as for AttachRequest.
struct TapRequest {
    QByteArray name;
    catalog::PipeEntryPtr entry;
    TalkRequest talk;
    RelayRules rules = {}; ///< of every connection
};

/// Start a program, and stand between it and whoever it talks to.
struct RunRequest {
    programs::ProgramRequest program;
    TalkRequest talk;
};

class RecordedConnections;

/// Play one side of a recorded conversation: as the client against the pipe `name`, or as the server that hosts it.
/// Replay carries it out in a session of this request.
struct ReplayRequest {
    QByteArray name; ///< as for AttachRequest, or for HostRequest
    std::shared_ptr<const RecordedConnections> recorded; ///< complete, with at least one connection
    Side as = Side::Client;
    bool fast = false; ///< without the recorded pauses
    /// For connecting, and beyond its recorded time for an answer, in milliseconds; 0 is for ever.
    int timeoutMs = 10'000;
    FileMode mode{ 0600 }; ///< of the socket as the server
    bool replaceStale = false; ///< as for HostRequest
    std::map<ConnectionId, PerSide<framing::FramingPtr>> framing = {}; ///< of recorded connections with another one
    TalkRequest talk = {};
};

using SessionRequest = std::variant<AttachRequest, HostRequest, TapRequest, RunRequest, ReplayRequest>;

} // namespace pipeglass::engine

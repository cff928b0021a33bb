// SPDX-License-Identifier: MIT
#pragma once

#include "engine/files/filestate.h"
#include "engine/replay/replayinfo.h"
#include "engine/sessions/connectionsource.h"
#include "engine/sessions/connectionstate.h"
#include "engine/sessions/recorder.h"
#include "engine/sessions/requests.h"
#include "rules/rule.h"

#include <QMetaType>

#include <optional>
#include <vector>

namespace pipeglass::engine {

/// What the window needs to know of a session, as a value.
struct SessionInfo {
    SessionId id;
    QByteArray path; ///< where it listens, or what it dialled
    std::optional<Side> ours; ///< which end we are, if any
    bool hasMany = false; ///< any number of peers, which come and go
    bool canSend = false;
    PerSide<framing::FramingPtr> framing;
    capture::RecordingPtr recording; ///< read it from any thread
    std::vector<ConnectionState> connections;
    LossCount lost; ///< what passed and could not be recorded
    bool isStalled = false; ///< nothing moves, because the recording cannot be written
    bool isAtLimit = false; ///< that is because the limit of a private recording is reached
    bool ended = false;
    bool hasLeft = false; ///< nobody new comes; what is connected goes on
    // Of a tap:
    bool isTap = false;
    ProcessInfo server; ///< pid 0: not known
    std::vector<ProcessInfo> connectedBefore; ///< clients whose traffic does not go through the tap
    quint64 missed = 0; ///< connections that did not go through it
    bool canTakePart = false; ///< see Engine::setRules()
    RelayRules rules; ///< of new connections
    std::optional<ProgramState> program = {}; ///< that was started
    std::optional<ReplayInfo> replay = {}; ///< of a recording
    std::vector<rules::Rule> answerRules = {}; ///< of a host; empty: messages are answered in another way
    std::optional<PrivateStorage> storage = {}; ///< of its private recording
    bool canRedial = false; ///< after the connection has ended, see Engine::dialAgain()
    std::optional<FileState> file = {}; ///< it is a file that was opened, `path`
};

} // namespace pipeglass::engine

Q_DECLARE_METATYPE(pipeglass::engine::SessionInfo)

// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"
#include "core/filemode.h"
#include "core/strongid.h"
#include "framing/framings.h"

#include <optional>

namespace pipeglass::engine {

/// What to attach to. By row (`entry`) exactly that file is dialled, through its descriptor; otherwise `name` is
/// resolved as catalog/resolve.h says.
struct AttachRequest {
    QByteArray name;
    catalog::PipeEntryPtr entry;
    framing::FramingPtr framing = framing::defaultFraming();
    qsizetype limit = framing::defaultLimit;
    int timeoutMs = 10'000; ///< for connecting; 0 is for ever
    QByteArray recordTo; ///< empty: a private file
};

/// How a host answers a message. Silent answers nothing; a person may.
struct Responder {
    enum class Kind { Echo, Silent };
    Kind kind = Kind::Echo;
    QByteArray prefix = QByteArrayLiteral("Echo: ");
};

struct HostRequest {
    QByteArray name; ///< a .NET pipe name or a full path (catalog/pipename.h)
    FileMode mode{ 0600 };
    framing::FramingPtr framing = framing::defaultFraming();
    qsizetype limit = framing::defaultLimit;
    Responder responder;
    bool replaceStale = false; ///< replace a dead socket of this user
    QByteArray recordTo;
};

enum class SessionKind { Attachment, Host };

} // namespace pipeglass::engine

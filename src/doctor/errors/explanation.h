// SPDX-License-Identifier: MIT
#pragma once

#include "access/question.h"
#include "catalog/entries/pipeentry.h"
#include "doctor/errors/dotneterror.h"

namespace pipeglass::doctor {

/// An error and the pipe that it is about, as it is now. A value; the texts are in text/explanationtext.h.
struct Explanation {
    DotNetError error; ///< with the path, if the name is known
    catalog::PipeEntryPtr pipe; ///< null: not named, or not there
    QString elsewhere; ///< sentences: where pipes of that or a similar name are; empty: the pipe is there
    std::optional<Error> problem; ///< why its clients are refused or wait now
    std::optional<access::Answer>
        access; ///< whether the client may connect; for a live pipe, and errors of permissions
};

/// Scans the directory of the pipe, or all pipes; connects to nothing. `client`: who may not connect; null: our user.
/// Synchronous, any thread.
[[nodiscard]] Explanation explain(DotNetError error, const access::Subject *client = nullptr);

} // namespace pipeglass::doctor

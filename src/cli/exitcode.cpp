// SPDX-License-Identifier: MIT
#include "cli/exitcode.h"

namespace pipeglass::cli {

ExitCode exitCode(ErrorCode code)
{
    switch (code) {
    // Invalid in any environment.
    case ErrorCode::InvalidArgument:
    case ErrorCode::InvalidName:
    case ErrorCode::PathTooLong:
    case ErrorCode::FileTooLarge:
    case ErrorCode::Ambiguous:
    case ErrorCode::MessageNotEncodable:
        return ExitCode::Usage;
    case ErrorCode::NoSuchPipe:
    case ErrorCode::DanglingLink:
    case ErrorCode::NoSuchDirectory:
        return ExitCode::NoSuchPipe;
    case ErrorCode::PermissionDenied:
    case ErrorCode::AccessDenied:
    case ErrorCode::CreationDenied:
    case ErrorCode::ChangeNotPermitted:
    case ErrorCode::HelperFailed:
    case ErrorCode::TraceDenied:
    case ErrorCode::TapNotPermitted:
        return ExitCode::PermissionDenied;
    case ErrorCode::NobodyListening:
    case ErrorCode::NotListening:
    case ErrorCode::ServerElsewhere:
    case ErrorCode::ListenerShutDown:
    case ErrorCode::NameLost:
    case ErrorCode::FileMountReplaced:
        return ExitCode::NobodyListening;
    case ErrorCode::TimedOut:
    case ErrorCode::BacklogFull:
        return ExitCode::TimedOut;
    case ErrorCode::ProgramNotExecutable:
        return ExitCode::ProgramNotExecutable;
    case ErrorCode::ProgramNotFound:
        return ExitCode::ProgramNotFound;
    case ErrorCode::Interrupted:
        return ExitCode::Interrupted;
    default: // default for new codes
        return ExitCode::Failed;
    }
}

} // namespace pipeglass::cli

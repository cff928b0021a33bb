// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/side.h"
#include "formats/language/token.h"
#include "formats/steps/program.h"
#include "framing/matchrule.h"

namespace pipeglass::formats {

/// A format of frames and messages, compiled from its description. Immutable, shared, any thread.
struct Format {
    QByteArray name; ///< letters, digits, underscores and dashes
    QString title;
    QString description;
    QByteArray source; ///< the text of its description
    PerSide<ProgramPtr> frame; ///< null: not described
    PerSide<ProgramPtr> message; ///< null: not described
    framing::MatchRule match;
};

using FormatPtr = std::shared_ptr<const Format>;

/// Descriptions are not larger.
inline constexpr qsizetype largestFormatFile = qsizetype{ 64 } << 10U;

/// Compiles a description. `file` is its name in errors, which are InvalidArgument with `FILE:LINE:COLUMN: text`, the
/// line and a mark below the place. `errorAt` gets the place.
[[nodiscard]] Result<FormatPtr>
compileFormat(QByteArrayView source, const QByteArray &file, Position *errorAt = nullptr);

/// Reads and compiles a description from a regular file.
[[nodiscard]] Result<FormatPtr> loadFormat(const QByteArray &path);

} // namespace pipeglass::formats

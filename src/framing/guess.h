// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framingregistry.h"

#include <vector>

namespace pipeglass::framing {

/// What is known of a stream before a framing is chosen.
struct StreamSample {
    QByteArray pipe; ///< name without CoreFxPipe_, may be empty
    QByteArray program; ///< of the server, may be empty
    QByteArray client; ///< first bytes of this direction, may be empty
    QByteArray server; ///< likewise
};

struct Guess {
    FramingPtr framing;
    double score = 0; ///< from 0 to 1
    QString reason; ///< for people
};

/// Best first; never empty: raw is the last resort.
[[nodiscard]] std::vector<Guess> guessFraming(const FramingRegistry &framings, const StreamSample &sample);

} // namespace pipeglass::framing

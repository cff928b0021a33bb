// SPDX-License-Identifier: MIT
#include "framing/guess.h"

#include <QCoreApplication>

namespace pipeglass::framing {

std::vector<Guess> guessFraming(const FramingRegistry &framings, const StreamSample & /*sample*/)
{
    return { { framings.raw(), 0, QCoreApplication::translate("Framing", "no known framing fits") } };
}

} // namespace pipeglass::framing

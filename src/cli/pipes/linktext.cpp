// SPDX-License-Identifier: MIT
#include "cli/pipes/linktext.h"

#include "cli/commandtext.h"
#include "core/bytetext.h"

namespace pipeglass::cli {

QString linkSentence(const QByteArray &link, const QByteArray &target)
{
    return CommandText::tr("%1 is a link to %2.").arg(escapedText(link), escapedText(target));
}

} // namespace pipeglass::cli

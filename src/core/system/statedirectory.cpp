// SPDX-License-Identifier: MIT
#include "core/system/statedirectory.h"

namespace pipeglass {

QByteArray stateDirectory()
{
    QByteArray base = qgetenv("XDG_STATE_HOME");
    if (!base.startsWith('/')) {
        const QByteArray home = qgetenv("HOME");
        if (!home.startsWith('/'))
            return {};
        base = home + "/.local/state";
    }
    while (base.size() > 1 && base.endsWith('/'))
        base.chop(1);
    return base + "/pipeglass";
}

} // namespace pipeglass

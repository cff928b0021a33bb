// SPDX-License-Identifier: MIT
#include "framing/framings.h"

#include "framing/int32leframing.h"
#include "framing/lineframing.h"
#include "framing/rawframing.h"

#include <algorithm>

namespace pipeglass::framing {

const std::vector<FramingPtr> &allFramings()
{
    static const std::vector<FramingPtr> all{
        std::make_shared<const Int32LeFraming>(),
        std::make_shared<const LineFraming>(),
        std::make_shared<const RawFraming>(),
    };
    return all;
}

FramingPtr findFraming(QByteArrayView id)
{
    const std::vector<FramingPtr> &all = allFramings();
    const auto found = std::find_if(all.begin(), all.end(), [&](const FramingPtr &one) { return one->id() == id; });
    return found == all.end() ? nullptr : *found;
}

FramingPtr defaultFraming() { return allFramings().front(); }

FramingPtr crLfLineFraming()
{
    static const FramingPtr framing = std::make_shared<const LineFraming>(LineFraming::LineEnd::CrLf);
    return framing;
}

} // namespace pipeglass::framing

// SPDX-License-Identifier: MIT
#include "framing/families/rawframing.h"

#include "framing/refusals.h"

#include <QCoreApplication>

namespace pipeglass::framing {

namespace {

class RawFramer : public Framer {
public:
    std::vector<Frame> feed(const Slice &bytes) override
    {
        if (bytes.isEmpty())
            return {};
        return { Frame{ bytes, 0, 0, FrameProblem::None, true } };
    }
    std::vector<Frame> finish() override { return {}; }
    Slice takePending() override { return {}; }
    qsizetype pendingBytes() const override { return 0; }
    qsizetype awaitedBytes() const override { return 0; }
};

} // namespace

RawFraming::RawFraming()
    : Framing({ "raw", QT_TRANSLATE_NOOP("Framing", "Raw"),
                QT_TRANSLATE_NOOP("Framing", "No framing: each chunk as it was read.") })
{
}

std::unique_ptr<Framer> RawFraming::makeFramer(Side /*from*/, qsizetype /*limit*/) const
{
    return std::make_unique<RawFramer>();
}

Result<Frame> RawFraming::encode(const Slice &payload, Side /*from*/, qsizetype limit) const
{
    if (payload.isEmpty())
        return notEncodable(
            QCoreApplication::translate("Framing", "an empty message cannot be sent without a framing"));
    if (payload.size() > limit)
        return tooLarge(payload.size(), limit);
    return Frame{ payload };
}

} // namespace pipeglass::framing

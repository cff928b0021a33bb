// SPDX-License-Identifier: MIT
#include "framing/rawframing.h"

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
        return { Frame{ bytes } };
    }
    std::vector<Frame> finish() override { return {}; }
    qsizetype pendingBytes() const override { return 0; }
};

} // namespace

QByteArray RawFraming::id() const { return QByteArrayLiteral("raw"); }

QString RawFraming::title() const { return QCoreApplication::translate("Framing", "Raw"); }

QString RawFraming::description() const
{
    return QCoreApplication::translate("Framing", "No framing: the bytes in the pieces in which they were read.");
}

std::unique_ptr<Framer> RawFraming::makeFramer(qsizetype /*limit*/) const { return std::make_unique<RawFramer>(); }

Result<Frame> RawFraming::encode(const Slice &payload, qsizetype limit) const
{
    if (payload.isEmpty())
        return notEncodable(QCoreApplication::translate("Framing", "without a framing an empty message is no message"));
    if (payload.size() > limit)
        return tooLarge(payload.size(), limit);
    return Frame{ payload };
}

} // namespace pipeglass::framing

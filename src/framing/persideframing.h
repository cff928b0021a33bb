// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framing.h"

namespace pipeglass::framing {

/// Two framings, one for each direction. Its id is "F/G": the client's, then the server's.
class PerSideFraming : public Framing {
public:
    explicit PerSideFraming(PerSide<FramingPtr> framings);

    [[nodiscard]] QByteArray id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] FramingPtr withNames(const StreamNames &names) const override;
    [[nodiscard]] std::unique_ptr<Framer> makeFramer(Side from, qsizetype limit = defaultLimit) const override;
    [[nodiscard]] Result<Frame> encode(const Slice &payload, Side from, qsizetype limit = defaultLimit) const override;

private:
    PerSide<FramingPtr> m_framings;
};

} // namespace pipeglass::framing

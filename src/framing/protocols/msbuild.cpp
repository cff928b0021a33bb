// SPDX-License-Identifier: MIT
#include "framing/protocols/protocolframing.h"

#include <QtEndian>

namespace pipeglass::framing {

namespace {

constexpr quint32 handshakeEnd = 0xD5D5D5D6;
constexpr qsizetype mostHandshakeFields = 16;
constexpr quint32 versionAndNoOptions = 0x0100; ///< other than a packet of type 1, which has its length there

class MsBuildCutter : public Cutter {
public:
    explicit MsBuildCutter(qsizetype limit)
        : m_packets({ 4, QSysInfo::LittleEndian, true, QByteArray(1, '\0'), false, 0, true }, limit)
    {
    }

    Cut cut(QByteArrayView bytes) override
    {
        if (!m_isStart)
            return packet(bytes);
        constexpr qsizetype fieldSize = 4;
        if (bytes.size() < fieldSize)
            return Cut::needs(fieldSize);
        const auto first = qFromBigEndian<quint32>(bytes.data());
        // From the client: version 1 and options, of 16 bits. From the server: a packet version, or the end mark. The
        // server refuses with the number of the field that differs.
        if (first > 0 && first < mostHandshakeFields)
            return begun(Cut::frame(fieldSize));
        if (first >> 16U != versionAndNoOptions && first != 0xFFFFFFFF && first != handshakeEnd)
            return begun(packet(bytes));
        for (qsizetype end = fieldSize; end <= mostHandshakeFields * fieldSize; end += fieldSize) {
            if (bytes.size() < end)
                return Cut::needs(end);
            if (qFromBigEndian<quint32>(bytes.data() + end - fieldSize) == handshakeEnd)
                return begun(Cut::frame(end));
        }
        return begun(packet(bytes));
    }

    void reset() override { m_isStart = true; }

private:
    [[nodiscard]] Cut packet(QByteArrayView bytes)
    {
        constexpr unsigned typeBits = 0x7F;
        return static_cast<quint8>(bytes.front()) > typeBits ? Cut::outOfSync(FrameProblem::InvalidSyntax)
                                                             : m_packets.cut(bytes);
    }

    [[nodiscard]] Cut begun(const Cut &cut)
    {
        m_isStart = false;
        return cut;
    }

    LengthPrefixCutter m_packets;
    bool m_isStart = true;
};

} // namespace

std::unique_ptr<Cutter> makeMsBuildCutter(qsizetype limit) { return std::make_unique<MsBuildCutter>(limit); }

} // namespace pipeglass::framing

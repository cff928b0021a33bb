// SPDX-License-Identifier: MIT
#include "framing/protocols/protocolframing.h"

namespace pipeglass::framing {

namespace {

constexpr QByteArrayView ipcMagic("DOTNET_IPC_V1\0", 14);
constexpr QByteArrayView advertiseMagic("ADVR_V1\0", 8);
constexpr qsizetype advertiseSize = 34;

bool mayBegin(QByteArrayView bytes, QByteArrayView with)
{
    const qsizetype compared = qMin(bytes.size(), with.size());
    return bytes.first(compared) == with.first(compared);
}

class DotNetIpcCutter : public Cutter {
public:
    explicit DotNetIpcCutter(qsizetype limit)
        : m_packets(dotNetIpcPacket(), limit)
    {
    }

    Cut cut(QByteArrayView bytes) override
    {
        if (!m_hadPacket && mayBegin(bytes, advertiseMagic))
            return bytes.size() < advertiseMagic.size() ? Cut::needs(advertiseMagic.size())
                                                        : Cut::sized(advertiseSize, 0, bytes.size());
        if (m_hadPacket && !mayBegin(bytes, ipcMagic))
            return Cut::chunks();
        const Cut packet = m_packets.cut(bytes);
        m_hadPacket = m_hadPacket || packet.kind == Cut::Kind::Frame;
        return packet;
    }

    void reset() override { m_hadPacket = false; }

private:
    LengthPrefixCutter m_packets;
    bool m_hadPacket = false;
};

} // namespace

LengthPrefix dotNetIpcPacket()
{
    constexpr qsizetype commandSize = 4;
    return { 2, QSysInfo::LittleEndian, false, ipcMagic.toByteArray(), true, ipcMagic.size() + 2, false, commandSize };
}

std::unique_ptr<Cutter> makeDotNetIpcCutter(qsizetype limit) { return std::make_unique<DotNetIpcCutter>(limit); }

} // namespace pipeglass::framing

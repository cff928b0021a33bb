// SPDX-License-Identifier: MIT
#include "framing/protocols/protocolframing.h"

namespace pipeglass::framing {

namespace {

constexpr QByteArrayView http2Preface("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

class Http2Cutter : public Cutter {
public:
    explicit Http2Cutter(qsizetype limit)
        : m_frames(http2Frame(), limit)
    {
    }

    Cut cut(QByteArrayView bytes) override
    {
        const qsizetype compared = qMin(bytes.size(), http2Preface.size());
        if (m_isStart && bytes.first(compared) == http2Preface.first(compared)) {
            m_isStart = compared < http2Preface.size();
            return Cut::sized(http2Preface.size(), 0, bytes.size());
        }
        m_isStart = false;
        return m_frames.cut(bytes);
    }

    void reset() override { m_isStart = true; }

private:
    LengthPrefixCutter m_frames;
    bool m_isStart = true;
};

} // namespace

LengthPrefix http2Frame()
{
    constexpr qsizetype notCounted = 6; // type, flags, stream
    return { 3, QSysInfo::BigEndian, false, {}, false, -notCounted, false, notCounted };
}

std::unique_ptr<Cutter> makeHttp2Cutter(qsizetype limit) { return std::make_unique<Http2Cutter>(limit); }

} // namespace pipeglass::framing

// SPDX-License-Identifier: MIT
#pragma once

#include "framing/families/lengthprefixframing.h"

#include <optional>

namespace pipeglass::framing {

using MakeCutter = std::unique_ptr<Cutter> (*)(qsizetype limit);

// Each in a file of its own. They recognize the messages of either side by their first bytes.

/// DOTNET_IPC_V1: a packet's head is the magic and the size, its payload begins with command set and command. A runtime
/// that connects sends an advertisement first, without head. What follows the packets, such as events, is in chunks.
[[nodiscard]] std::unique_ptr<Cutter> makeDotNetIpcCutter(qsizetype limit);
/// HTTP/1.1: requests or responses with their headers and bodies; chunks after an upgrade, and where only the end of
/// the stream ends a body.
[[nodiscard]] std::unique_ptr<Cutter> makeHttp1Cutter(qsizetype limit);
/// HTTP/2: a frame's head is its length, its payload begins with the type. The client's preface has no head.
[[nodiscard]] std::unique_ptr<Cutter> makeHttp2Cutter(qsizetype limit);
/// MSBuild nodes: the handshake is one message, then packets of type, length and body.
[[nodiscard]] std::unique_ptr<Cutter> makeMsBuildCutter(qsizetype limit);
/// Nerdbank.Streams' MultiplexingStream: versions 1 (frames) to 3 (MessagePack arrays), handshakes included.
[[nodiscard]] std::unique_ptr<Cutter> makeNerdbankCutter(qsizetype limit);

/// The messages of a protocol. A payload that is one whole message is sent unchanged; others get a length, where the
/// protocol has one.
class ProtocolFraming : public Framing {
public:
    ProtocolFraming(const FramingName &name, MakeCutter makeCutter, std::optional<LengthPrefix> sent = {});

    [[nodiscard]] std::unique_ptr<Framer> makeFramer(Side from, qsizetype limit = defaultLimit) const override;
    [[nodiscard]] Result<Frame> encode(const Slice &payload, Side from, qsizetype limit = defaultLimit) const override;

private:
    MakeCutter m_makeCutter;
    std::optional<LengthPrefix> m_sent;
};

/// Their packets, which encode() writes too.
[[nodiscard]] LengthPrefix dotNetIpcPacket();
[[nodiscard]] LengthPrefix http2Frame();

} // namespace pipeglass::framing

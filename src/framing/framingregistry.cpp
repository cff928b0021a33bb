// SPDX-License-Identifier: MIT
#include "framing/framingregistry.h"

#include "framing/autoframing.h"
#include "framing/families/contentlengthframing.h"
#include "framing/families/delimiterframing.h"
#include "framing/families/jsonframing.h"
#include "framing/families/lengthprefixframing.h"
#include "framing/families/rawframing.h"
#include "framing/families/varintframing.h"
#include "framing/persideframing.h"
#include "framing/protocols/protocolframing.h"

#include <QCoreApplication>
#include <QStringList>

namespace pipeglass::framing {

namespace {

struct LengthPreset {
    FramingName name;
    LengthPrefix prefix;
};

constexpr auto little = QSysInfo::LittleEndian;
constexpr auto big = QSysInfo::BigEndian;

const LengthPreset lengthPresets[] = {
    { { "int32le", QT_TRANSLATE_NOOP("Framing", "int32 LE length"),
        QT_TRANSLATE_NOOP("Framing", "A length (4 bytes, little-endian, signed), then that many bytes.") },
      { 4, little, true } },
    { { "int32be", QT_TRANSLATE_NOOP("Framing", "int32 BE length"),
        QT_TRANSLATE_NOOP("Framing", "A length (4 bytes, big-endian, signed), then that many bytes.") },
      { 4, big, true } },
    { { "uint32le", QT_TRANSLATE_NOOP("Framing", "uint32 LE length"),
        QT_TRANSLATE_NOOP("Framing", "A length (4 bytes, little-endian, unsigned), then that many bytes.") },
      { 4, little, false } },
    { { "uint32be", QT_TRANSLATE_NOOP("Framing", "uint32 BE length"),
        QT_TRANSLATE_NOOP("Framing", "A length (4 bytes, big-endian, unsigned), then that many bytes.") },
      { 4, big, false } },
    { { "uint16le", QT_TRANSLATE_NOOP("Framing", "uint16 LE length"),
        QT_TRANSLATE_NOOP("Framing", "A length (2 bytes, little-endian, unsigned), then that many bytes.") },
      { 2, little, false } },
    { { "uint16be", QT_TRANSLATE_NOOP("Framing", "uint16 BE length"),
        QT_TRANSLATE_NOOP("Framing", "A length (2 bytes, big-endian, unsigned), then that many bytes.") },
      { 2, big, false } },
    { { "uint8", QT_TRANSLATE_NOOP("Framing", "uint8 length"),
        QT_TRANSLATE_NOOP("Framing", "A length (1 byte), then that many bytes.") },
      { 1, little, false } },
    { { "int64le", QT_TRANSLATE_NOOP("Framing", "int64 LE length"),
        QT_TRANSLATE_NOOP("Framing", "A length (8 bytes, little-endian, signed), then that many bytes.") },
      { 8, little, true } },
};

struct VarintPreset {
    FramingName name;
    VarintFraming::Tag tag;
};

const VarintPreset varintPresets[] = {
    { { "binarywriter", QT_TRANSLATE_NOOP("Framing", "BinaryWriter strings"),
        QT_TRANSLATE_NOOP(
            "Framing", "A length of 7 bits a byte, as BinaryWriter writes strings, then that many bytes.") },
      VarintFraming::Tag::No },
    { { "protobuf", QT_TRANSLATE_NOOP("Framing", "Protobuf, delimited"),
        QT_TRANSLATE_NOOP("Framing", "A length (varint), then a protobuf message of that many bytes.") },
      VarintFraming::Tag::No },
    { { "protobuf-net", QT_TRANSLATE_NOOP("Framing", "Protobuf, with field tag"),
        QT_TRANSLATE_NOOP(
            "Framing",
            "A field's tag and a length (varints), then a protobuf message of that many bytes, as protobuf-net "
            "writes.") },
      VarintFraming::Tag::Yes },
};

struct DelimiterPreset {
    FramingName name;
    Delimiter delimiter;
};

const DelimiterPreset delimiterPresets[] = {
    { { "line", QT_TRANSLATE_NOOP("Framing", "Lines"),
        QT_TRANSLATE_NOOP("Framing", "Lines of text, each ended by a line feed or by carriage return and line feed.") },
      { "\n", "\n", true } },
    { { "crlf", QT_TRANSLATE_NOOP("Framing", "Lines, sent with CR LF"),
        QT_TRANSLATE_NOOP(
            "Framing",
            "Lines of text, each ended by a line feed or by carriage return and line feed; sent with both.") },
      { "\n", "\r\n", true } },
    { { "nul", QT_TRANSLATE_NOOP("Framing", "NUL-terminated"),
        QT_TRANSLATE_NOOP("Framing", "Each message ended by a byte of zero.") },
      { QByteArray(1, '\0'), QByteArray(1, '\0') } },
    { { "rs", QT_TRANSLATE_NOOP("Framing", "Record separators"),
        QT_TRANSLATE_NOOP("Framing", "Each message ended by the byte 1E, as in SignalR's JSON protocol.") },
      { "\x1E", "\x1E" } },
    { { "blank-line", QT_TRANSLATE_NOOP("Framing", "Blocks of lines"),
        QT_TRANSLATE_NOOP("Framing", "Lines of text up to an empty line (two line feeds).") },
      { "\n\n", "\n\n" } },
    { { "jsonl", QT_TRANSLATE_NOOP("Framing", "JSON lines"),
        QT_TRANSLATE_NOOP("Framing", "A JSON value on each line; an empty line is an empty message.") },
      { "\n", "\n", true } },
};

/// The others that a length precedes.
const LengthPreset lengthProtocols[] = {
    { { "discord", QT_TRANSLATE_NOOP("Framing", "Discord RPC"),
        QT_TRANSLATE_NOOP(
            "Framing",
            "Opcode and length (4 bytes each, little-endian), then JSON of that many bytes; sent with opcode 1.") },
      { 4, little, true, QByteArray("\1\0\0\0", 4) } },
    { { "coreipc", QT_TRANSLATE_NOOP("Framing", "UiPath CoreIpc"),
        QT_TRANSLATE_NOOP(
            "Framing",
            "Type (1 byte) and length (4 bytes, little-endian), then JSON of that many bytes; sent as a request.") },
      { 4, little, true, QByteArray(1, '\0') } },
    { { "build-server", QT_TRANSLATE_NOOP("Framing", "Compiler server"),
        QT_TRANSLATE_NOOP(
            "Framing",
            "A length (4 bytes, little-endian), then a request or response of the Roslyn compiler server.") },
      { 4, little, true } },
    { { "testing-platform", QT_TRANSLATE_NOOP("Framing", "Testing platform"),
        QT_TRANSLATE_NOOP(
            "Framing",
            "A length (4 bytes, little-endian), then a message of Microsoft.Testing.Platform, which begins with its "
            "type "
            "(4 bytes).") },
      { 4, little, true } },
    { { "hpipes", QT_TRANSLATE_NOOP("Framing", "H.Pipes"),
        QT_TRANSLATE_NOOP("Framing", "A length (4 bytes, big-endian), then a serialized object of that many bytes.") },
      { 4, big, true } },
    { { "streamstring", QT_TRANSLATE_NOOP("Framing", "StreamString sample"),
        QT_TRANSLATE_NOOP(
            "Framing",
            "A length (2 bytes, big-endian), then UTF-16 text of that many bytes, as in Microsoft's sample.") },
      { 2, big, false } },
};

const VarintPreset varintProtocols[] = {
    { { "pipemethodcalls", QT_TRANSLATE_NOOP("Framing", "PipeMethodCalls"),
        QT_TRANSLATE_NOOP("Framing", "A length (varint), then a call or its result, which begins with its type.") },
      VarintFraming::Tag::No },
};

const DelimiterPreset delimiterProtocols[] = {
    { { "psrp", QT_TRANSLATE_NOOP("Framing", "PowerShell remoting"),
        QT_TRANSLATE_NOOP(
            "Framing", "An XML element on each line, with fragments of PowerShell's remoting protocol.") },
      { "\n", "\n", true } },
};

struct ProtocolPreset {
    FramingName name;
    MakeCutter makeCutter;
    std::optional<LengthPrefix> sent;
};

const ProtocolPreset protocols[] = {
    { { "dotnet-ipc", QT_TRANSLATE_NOOP("Framing", ".NET diagnostics"),
        QT_TRANSLATE_NOOP(
            "Framing",
            "Packets of DOTNET_IPC_V1; the payload begins with command set and command (1 byte each), 2 bytes of "
            "zero.") },
      makeDotNetIpcCutter,
      dotNetIpcPacket() },
    { { "msbuild", QT_TRANSLATE_NOOP("Framing", "MSBuild node"),
        QT_TRANSLATE_NOOP(
            "Framing", "A handshake, then packets: type (1 byte), length (4 bytes, little-endian), body.") },
      makeMsBuildCutter,
      {} },
    { { "nerdbank", QT_TRANSLATE_NOOP("Framing", "Nerdbank multiplexing"),
        QT_TRANSLATE_NOOP("Framing", "Frames of Nerdbank.Streams' MultiplexingStream, versions 1 to 3.") },
      makeNerdbankCutter,
      {} },
    { { "http1", QT_TRANSLATE_NOOP("Framing", "HTTP/1.1"),
        QT_TRANSLATE_NOOP("Framing", "HTTP requests or responses, each with its headers and body.") },
      makeHttp1Cutter,
      {} },
    { { "http2", QT_TRANSLATE_NOOP("Framing", "HTTP/2"),
        QT_TRANSLATE_NOOP(
            "Framing",
            "Frames of HTTP/2, as for gRPC; the payload begins with type, flags (1 byte each) and stream (4).") },
      makeHttp2Cutter,
      http2Frame() },
};

} // namespace

FramingRegistry::FramingRegistry(std::shared_ptr<const FramingSource> files)
    : m_files(std::move(files))
{
    const auto addLengths = [this](const auto &presets) {
        for (const LengthPreset &one : presets)
            m_own.push_back(std::make_shared<const LengthPrefixFraming>(one.name, one.prefix));
    };
    const auto addVarints = [this](const auto &presets) {
        for (const VarintPreset &one : presets)
            m_own.push_back(std::make_shared<const VarintFraming>(one.name, one.tag));
    };
    const auto addDelimiters = [this](const auto &presets) {
        for (const DelimiterPreset &one : presets)
            m_own.push_back(std::make_shared<const DelimiterFraming>(one.name, one.delimiter));
    };
    addLengths(lengthPresets);
    addVarints(varintPresets);
    addDelimiters(delimiterPresets);
    m_own.push_back(std::make_shared<const JsonFraming>(FramingName{
        "json", QT_TRANSLATE_NOOP("Framing", "JSON values"),
        QT_TRANSLATE_NOOP("Framing", "JSON values one after the other, with or without white space between them.") }));
    m_own.push_back(std::make_shared<const ContentLengthFraming>(FramingName{
        "content-length", QT_TRANSLATE_NOOP("Framing", "Content-Length headers"),
        QT_TRANSLATE_NOOP(
            "Framing",
            "Headers with a Content-Length, an empty line, then that many bytes: LSP, DAP, StreamJsonRpc.") }));
    addLengths(lengthProtocols);
    addVarints(varintProtocols);
    addDelimiters(delimiterProtocols);
    for (const ProtocolPreset &one : protocols)
        m_own.push_back(std::make_shared<const ProtocolFraming>(one.name, one.makeCutter, one.sent));
    m_own.push_back(std::make_shared<const RawFraming>());
    update();
}

} // namespace pipeglass::framing

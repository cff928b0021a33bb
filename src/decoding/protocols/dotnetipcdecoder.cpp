// SPDX-License-Identifier: MIT
#include "decoding/protocols/dotnetipcdecoder.h"

#include "decoding/fields.h"

namespace pipeglass::decoding {

namespace {

constexpr QByteArrayView ipcMagic("DOTNET_IPC_V1\0", 14);
constexpr QByteArrayView advertiseMagic("ADVR_V1\0", 8);

enum : quint8 { DumpSet = 1, EventPipeSet = 2, ProfilerSet = 3, ProcessSet = 4, ServerSet = 0xff };

constexpr NamedNumber ipcCommandSets[] = {
    { DumpSet, "Dump" },       { EventPipeSet, "EventPipe" }, { ProfilerSet, "Profiler" },
    { ProcessSet, "Process" }, { ServerSet, "Server" },
};

/// Command set * 256 + command.
constexpr NamedNumber ipcCommands[] = {
    { 0x0101, "GenerateCoreDump" },
    { 0x0102, "GenerateCoreDump2" },
    { 0x0103, "GenerateCoreDump3" },
    { 0x0201, "StopTracing" },
    { 0x0202, "CollectTracing" },
    { 0x0203, "CollectTracing2" },
    { 0x0204, "CollectTracing3" },
    { 0x0205, "CollectTracing4" },
    { 0x0206, "CollectTracing5" },
    { 0x0207, "CollectTracing6" },
    { 0x0301, "AttachProfiler" },
    { 0x0302, "StartupProfiler" },
    { 0x0400, "ProcessInfo" },
    { 0x0401, "ResumeRuntime" },
    { 0x0402, "ProcessEnvironment" },
    { 0x0403, "SetEnvironmentVariable" },
    { 0x0404, "ProcessInfo2" },
    { 0x0405, "EnablePerfMap" },
    { 0x0406, "DisablePerfMap" },
    { 0x0407, "ApplyStartupHook" },
    { 0x0408, "ProcessInfo3" },
    { 0xff00, "OK" },
    { 0xffff, "Error" },
};

constexpr NamedNumber ipcErrors[] = {
    { 0x80131384, "bad encoding" },  { 0x80131385, "unknown command" },   { 0x80131386, "unknown magic" },
    { 0x80131515, "not supported" }, { 0x8013135b, "not yet available" },
};

/// A count of UTF-16 units with the final NUL, then those.
void ipcString(Fields &fields, const char *name)
{
    const qsizetype start = fields.in().at();
    const auto units = fields.in().little<quint32>();
    (void)fields.utf16From(name, quint64{ units } * 2, start);
}

/// The response to ProcessInfo has 3 strings, to ProcessInfo2 5, and to ProcessInfo3 a version before and 6 strings.
bool processInfo(Fields &fields, int strings)
{
    constexpr const char *names[] = { "commandLine",   "operatingSystem", "architecture",
                                      "entryAssembly", "clrVersion",      "runtimeIdentifier" };
    if (strings == 6)
        (void)fields.little<quint32>("version");
    (void)fields.little<quint64>("pid");
    fields.guid("runtimeInstance");
    for (int string = 0; string < strings; ++string)
        ipcString(fields, names[string]);
    return fields.ok() && fields.atEnd();
}

/// A response does not tell its request; a body is recognized by its form.
void okBody(Fields &fields)
{
    constexpr qsizetype smallestInfo = 36;
    const Fields::Place before = fields.place();
    for (const int strings : { 5, 3, 6 }) {
        if (fields.in().left() >= smallestInfo && processInfo(fields, strings))
            return;
        fields.returnTo(before);
    }
    if (fields.in().left() == 8)
        (void)fields.little<quint64>("sessionId");
    else if (fields.in().left() == 4)
        (void)fields.little<quint32>("result");
}

void collectTracing(Fields &fields, quint8 version)
{
    (void)fields.little<quint32>("bufferSizeMB");
    (void)fields.little<quint32>("format");
    if (version == 2 || version == 3)
        fields.boolean("requestRundown");
    if (version == 3)
        fields.boolean("requestStack");
    const auto count = fields.little<quint32>("providerCount");
    for (quint32 provider = 0; provider < count && fields.ok(); ++provider) {
        fields.open(QString::number(provider), "provider");
        (void)fields.little<quint64>("keywords");
        (void)fields.little<quint32>("level");
        ipcString(fields, "name");
        ipcString(fields, "filter");
        fields.close();
    }
}

void requestBody(Fields &fields, quint8 set, quint8 command)
{
    if (set == DumpSet) {
        ipcString(fields, "path");
        (void)fields.little<quint32>("type");
        (void)fields.little<quint32>("flags");
    } else if (set == EventPipeSet && command == 1) {
        (void)fields.little<quint64>("sessionId");
    } else if (set == EventPipeSet && command <= 4) {
        collectTracing(fields, static_cast<quint8>(command - 1));
    } else if (set == ProcessSet && command == 3) {
        ipcString(fields, "name");
        ipcString(fields, "value");
    } else if (set == ProcessSet && command == 7) {
        ipcString(fields, "path");
    }
}

} // namespace

bool DotNetIpcDecoder::mayBe(QByteArrayView payload) const
{
    return payload.startsWith(ipcMagic) || payload.startsWith(advertiseMagic);
}

bool DotNetIpcDecoder::decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const
{
    if (!mayBe(payload) && !isFor(hint.framing) && payload.size() < 4)
        return false;
    Fields fields(payload, tree);
    fields.open(QString(), "packet");
    if (payload.startsWith(advertiseMagic)) {
        (void)fields.utf8("magic", 7);
        (void)fields.in().byte();
        fields.guid("runtimeInstance");
        (void)fields.little<quint64>("pid");
        (void)fields.little<quint16>("reserved");
        return fields.finish();
    }
    if (payload.startsWith(ipcMagic)) {
        (void)fields.utf8("magic", 13);
        (void)fields.in().byte();
        (void)fields.little<quint16>("size");
    }
    const auto set = fields.choice<quint8>("commandSet", ipcCommandSets);
    const qsizetype start = fields.in().at();
    const quint8 command = fields.in().byte();
    const char *name = nameOf(ipcCommands, set * 256U + command);
    fields.named("command", command, name, start);
    (void)fields.little<quint16>("reserved");
    if (name == nullptr) {
        tree.stop(fields.in().rest(), fields.in().at());
        return false;
    }
    if (set == ServerSet && command == 0xff)
        (void)fields.choice<quint32>("error", ipcErrors);
    else if (set == ServerSet)
        okBody(fields);
    else
        requestBody(fields, set, command);
    if (fields.ok())
        fields.rest("rest");
    return fields.finish();
}

} // namespace pipeglass::decoding

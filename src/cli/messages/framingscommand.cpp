// SPDX-License-Identifier: MIT
#include "cli/commandtext.h"
#include "cli/textcommand.h"
#include "cli/verb.h"
#include "exporting/jsonwriter.h"
#include "formats/export/luaexport.h"

#include <algorithm>

namespace pipeglass::cli {

namespace {

using framing::FramingPtr;

/// `pipeglass framings`: lists the values of --framing.
class FramingsCommand : public Command {
public:
    /// With `whole` the descriptions of their layout too.
    FramingsCommand(std::vector<FramingPtr> shown, bool json, bool whole, Streams streams)
        : Command(streams)
        , m_shown(std::move(shown))
        , m_json(json)
        , m_whole(whole)
    {
    }

    void start() override
    {
        if (m_json)
            printJson();
        else
            printText();
        if (!m_whole && streams().framings.files() != nullptr) {
            for (const Error &problem : streams().framings.files()->problems())
                warn(problem);
        }
        finish(ExitCode::Good);
    }

private:
    void printJson()
    {
        QByteArray text;
        exporting::JsonWriter json(text);
        json.beginArray();
        for (const FramingPtr &one : m_shown) {
            json.beginObject();
            json.key("id").escaped(one->id());
            json.key("title").string(one->title());
            json.key("description").string(one->description());
            json.key("encodes").boolean(one->encodes());
            if (m_whole)
                printSource(json, *one);
            json.endObject();
        }
        json.endArray();
        out().write(text + '\n');
    }

    void printSource(exporting::JsonWriter &json, const framing::Framing &framing)
    {
        const QByteArray source = streams().framings.sourceOf(framing);
        json.key("source");
        if (source.isEmpty())
            json.null();
        else
            json.string(QString::fromUtf8(source));
    }

    void printText()
    {
        constexpr int gap = 2;
        qsizetype width = 0;
        for (const FramingPtr &one : m_shown)
            width = qMax(width, one->id().size());
        for (const FramingPtr &one : m_shown) {
            out().line(
                QString::fromUtf8(one->id().leftJustified(width + gap))
                + (one->encodes() ? one->description() : CommandText::tr("%1 Read only.").arg(one->description())));
            const QByteArray source = m_whole ? streams().framings.sourceOf(*one) : QByteArray();
            if (!source.isEmpty())
                out().write('\n' + source);
        }
    }

    const std::vector<FramingPtr> m_shown;
    const bool m_json;
    const bool m_whole;
};

QString framingsDescription()
{
    return CommandText::tr(
        "Lists the framings, which are the values of --framing: how a stream of bytes is cut into\n"
        "messages. --framing takes two for different directions: F/G, the client's and the server's.\n"
        "With --json one array of {id, title, description, encodes}; encodes is false for a framing\n"
        "that cannot be used for sending.\n"
        "\n"
        "--framing @FILE takes the framing that a format file describes, see pipeglass-formats(5). Formats in\n"
        "~/.config/pipeglass/formats/NAME.pgf are listed too, and have their names.\n");
}

/// The dissector for a format file, or for a framing that has a description.
Result<QByteArray> luaFor(const QByteArray &name, const framing::FramingRegistry &framings)
{
    if (name.startsWith('@')) {
        const auto format = formats::loadFormat(name.sliced(1));
        return format ? Result<QByteArray>(formats::luaDissector(**format)) : failure(format.error());
    }
    const Result<FramingPtr> found = framings.parse(name);
    if (!found)
        return failure(found.error());
    const QByteArray source = framings.sourceOf(**found);
    if (source.isEmpty())
        return failure(
            ErrorCode::InvalidArgument, name,
            CommandText::tr("this framing has no description as a format file; see pipeglass framings --show"));
    const auto format = formats::compileFormat(source, name);
    return format ? Result<QByteArray>(formats::luaDissector(**format)) : failure(format.error());
}

Result<CommandPtr> makeFramingsCommand(const Arguments &arguments, Streams streams)
{
    if (const auto name = arguments.last("--export-lua")) {
        const Result<QByteArray> lua = luaFor(*name, streams.framings);
        if (!lua)
            return failure(lua.error());
        return std::make_unique<TextCommand>(streams, TextCommand::To::Out, QString::fromUtf8(*lua), ExitCode::Good);
    }
    std::vector<FramingPtr> shown = streams.framings.all();
    if (const auto id = arguments.last("--show")) {
        const Result<FramingPtr> found = streams.framings.parse(*id);
        if (!found)
            return failure(found.error());
        shown = { *found };
    }
    return std::make_unique<FramingsCommand>(
        std::move(shown), arguments.has("--json"), arguments.has("--show"), streams);
}

} // namespace

Verb framingsVerb()
{
    return {
        "framings",
        "",
        0,
        0,
        CommandText::tr("list the framings of messages"),
        framingsDescription(),
        {
            { "--json", "", CommandText::tr("print JSON") },
            { "--export-lua", "F",
              CommandText::tr("print a dissector for Wireshark, in Lua, for recordings with this format") },
            { "--show", "F",
              CommandText::tr("only this framing, with its description as a format file, if it has one") },
        },
        makeFramingsCommand,
    };
}

} // namespace pipeglass::cli

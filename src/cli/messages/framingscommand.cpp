// SPDX-License-Identifier: MIT
#include "cli/commandtext.h"
#include "cli/streams/jsonwriter.h"
#include "cli/verb.h"

#include <algorithm>

namespace pipeglass::cli {

namespace {

using framing::FramingPtr;

/// `pipeglass framings`: lists the values of --framing.
class FramingsCommand : public Command {
public:
    FramingsCommand(std::vector<FramingPtr> shown, bool json, Streams streams)
        : Command(streams)
        , m_shown(std::move(shown))
        , m_json(json)
    {
    }

    void start() override
    {
        if (m_json)
            printJson();
        else
            printText();
        finish(ExitCode::Good);
    }

private:
    void printJson()
    {
        QByteArray text;
        JsonWriter json(text);
        json.beginArray();
        for (const FramingPtr &one : m_shown) {
            json.beginObject();
            json.key("id").escaped(one->id());
            json.key("title").string(one->title());
            json.key("description").string(one->description());
            json.key("encodes").boolean(one->encodes());
            json.endObject();
        }
        json.endArray();
        out().write(text + '\n');
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
        }
    }

    const std::vector<FramingPtr> m_shown;
    const bool m_json;
};

QString framingsDescription()
{
    return CommandText::tr(
        "Lists the framings, which are the values of --framing: how a stream of bytes is cut into\n"
        "messages. --framing takes two for different directions: F/G, the client's and the server's.\n"
        "With --json one array of {id, title, description, encodes}; encodes is false for a framing\n"
        "that cannot be used for sending.\n");
}

Result<CommandPtr> makeFramingsCommand(const Arguments &arguments, Streams streams)
{
    std::vector<FramingPtr> shown = streams.framings.all();
    if (const auto id = arguments.last("--show")) {
        const Result<FramingPtr> found = streams.framings.parse(*id);
        if (!found)
            return failure(found.error());
        shown = { *found };
    }
    return std::make_unique<FramingsCommand>(std::move(shown), arguments.has("--json"), streams);
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
            { "--show", "F", CommandText::tr("only this framing") },
        },
        makeFramingsCommand,
    };
}

} // namespace pipeglass::cli

// SPDX-License-Identifier: MIT
#include "cli/doctor/explanationoutput.h"

#include "cli/commandtext.h"
#include "core/displaywidth.h"
#include "text/explanationtext.h"

namespace pipeglass::cli {

namespace {

void writeNameOrNull(exporting::JsonWriter &json, QByteArrayView key, const QByteArray &name)
{
    json.key(key);
    if (name.isEmpty())
        json.null();
    else
        json.escaped(name);
}

} // namespace

void writeExplanation(exporting::JsonWriter &json, const doctor::Explanation &explanation)
{
    json.key("id").string(word(explanation.error.id));
    json.key("meaning").string(text::meaningText(explanation.error.id));
    writeNameOrNull(json, "pipe", explanation.error.name);
    writeNameOrNull(json, "path", explanation.error.path);
    json.key("state");
    if (explanation.pipe)
        json.string(word(explanation.pipe->state));
    else
        json.null();
    json.key("remedy").string(text::remedyText(explanation));
    json.key("command");
    if (const QString command = text::commandText(explanation); !command.isEmpty())
        json.string(command);
    else
        json.null();
}

void printFact(Output &out, const QString &title, const QString &text)
{
    out.line(padded(title + QLatin1String(": "), 10) + text);
}

void printExplanation(Output &out, const doctor::Explanation &explanation)
{
    printFact(out, CommandText::tr("error"), QString(word(explanation.error.id)));
    printFact(out, CommandText::tr("meaning"), text::meaningText(explanation.error.id));
    printFact(out, CommandText::tr("pipe"), text::pipeNowText(explanation));
    printFact(out, CommandText::tr("remedy"), text::remedyText(explanation));
    if (const QString command = text::commandText(explanation); !command.isEmpty())
        printFact(out, CommandText::tr("command"), command);
}

} // namespace pipeglass::cli

// SPDX-License-Identifier: MIT
#include "cli/commandline.h"

#include "cli/commandtext.h"
#include "cli/completion.h"
#include "cli/help.h"
#include "cli/textcommand.h"
#include "core/errortext.h"
#include "core/suggestion.h"

namespace pipeglass::cli {

namespace {

CommandPtr answer(Streams streams, const QString &text)
{
    return std::make_unique<TextCommand>(streams, TextCommand::To::Out, text, ExitCode::Good);
}

CommandPtr usageError(Streams streams, const Error &error, const QString &whereHelpIs)
{
    const QString text = CommandText::tr("pipeglass: %1\nTry: %2\n").arg(errorText(error), whereHelpIs);
    return std::make_unique<TextCommand>(streams, TextCommand::To::Err, text, exitCode(error.code));
}

QString helpCommand(const Verb *verb = nullptr)
{
    return verb == nullptr ? QStringLiteral("pipeglass help")
                           : QStringLiteral("pipeglass help ") + QString::fromUtf8(verb->name);
}

Error unknownVerb(const QByteArray &word)
{
    std::vector<QByteArrayView> known{ "help" };
    for (const Verb &verb : allVerbs())
        known.push_back(verb.name);
    const QByteArrayView near = nearest(word, known);
    QString detail = CommandText::tr("unknown verb");
    if (!near.isEmpty())
        detail += CommandText::tr("; did you mean %1?").arg(QString::fromUtf8(near));
    return { ErrorCode::InvalidArgument, 0, word, detail };
}

CommandPtr help(const std::vector<QByteArray> &words, Streams streams)
{
    if (words.size() < 2)
        return answer(streams, programHelp());
    if (const Verb *verb = findVerb(words[1]))
        return answer(streams, verbHelp(*verb));
    return usageError(streams, unknownVerb(words[1]), helpCommand());
}

std::optional<Error> wrongCount(const Verb &verb, const std::vector<QByteArray> &operands)
{
    if (operands.size() < verb.minOperands) {
        const QString sentence = CommandText::tr("\"pipeglass %1\" needs more operands: %2.");
        return Error{ ErrorCode::InvalidArgument,
                      0,
                      {},
                      sentence.arg(QString::fromUtf8(verb.name), QString::fromUtf8(verb.operands)) };
    }
    if (operands.size() > verb.maxOperands)
        return Error{ ErrorCode::InvalidArgument, 0, operands[verb.maxOperands],
                      CommandText::tr("unexpected operand") };
    return std::nullopt;
}

CommandPtr run(const Verb &verb, const std::vector<QByteArray> &words, Streams streams)
{
    const auto arguments = parseArguments(words, flagsOf(verb), verb.flagPlace);
    if (!arguments)
        return usageError(streams, arguments.error(), helpCommand(&verb));
    if (arguments->has("--help"))
        return answer(streams, verbHelp(verb));
    if (const auto error = wrongCount(verb, arguments->operands()))
        return usageError(streams, *error, helpCommand(&verb));
    auto command = verb.make(*arguments, streams);
    if (!command)
        return usageError(streams, command.error(), helpCommand(&verb));
    return std::move(*command);
}

} // namespace

CommandPtr commandFor(const std::vector<QByteArray> &words, Streams streams)
{
    if (words.empty())
        return std::make_unique<TextCommand>(streams, TextCommand::To::Err, programHelp(), ExitCode::Usage);
    const QByteArray &first = words.front();
    if (first == "help" || first == "--help" || first == "-h")
        return help(words, streams);
    if (first == "--version")
        return answer(streams, versionText());
    if (first == "complete") // for the scripts of the shells
        return answer(streams, QString::fromUtf8(completion({ words.begin() + 1, words.end() }, streams)));
    if (const Verb *verb = findVerb(first))
        return run(*verb, { words.begin() + 1, words.end() }, streams);
    if (first.startsWith('-')) {
        const Error error{ ErrorCode::InvalidArgument, 0, first, CommandText::tr("expected a verb") };
        return usageError(streams, error, helpCommand());
    }
    return usageError(streams, unknownVerb(first), helpCommand());
}

} // namespace pipeglass::cli

// SPDX-License-Identifier: MIT
#include "app/commandline.h"

#include "app/windowtext.h"
#include "core/bytetext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

namespace pipeglass::ui {

namespace {

QString helpText()
{
    return WindowText::tr(
        "Usage: pipeglass-gui [options] [FILE...]\n"
        "The window of Pipeglass: shows and uses .NET named pipes on Linux.\n"
        "Each FILE is a recording, which is opened.\n"
        "\n"
        "  --attach NAME        connect to a pipe as a client\n"
        "  --host NAME          host a pipe as a server; you write the answers\n"
        "  --tap NAME           show what the clients and the server of a pipe say to each other\n"
        "  --record FILE        record that conversation to FILE, which must not exist\n"
        "  --demo               host an echo pipe, attach to it, send a message, with explanations;\n"
        "                       without a display: save a picture of the window and print its content\n"
        "  --demo-picture FILE  run --demo automatically, save the picture to FILE, print, and exit\n"
        "  --start              ask for a program to start\n"
        "  --dir DIR            list only pipes in DIR (repeatable)\n"
        "  --dotnet             show all known .NET endpoints\n"
        "  --all                show all Unix sockets that have a name, and all FIFOs\n"
        "  --namespaces         also show pipes in containers and other mount namespaces\n"
        "  --theme NAME         light, dark or system\n"
        "  -h, --help           this text\n"
        "  --version            print the version\n");
}

CommandLine usageError(const QString &sentence)
{
    CommandLine line;
    line.action = CommandLine::Action::Fail;
    line.text = sentence;
    return line;
}

CommandLine say(const QString &text)
{
    CommandLine line;
    line.action = CommandLine::Action::ShowText;
    line.text = text;
    return line;
}

/// Of a value that was given to the parser with escapedText().
QByteArray bytesOf(const QString &value) { return unescapedBytes(value).value_or(QByteArray()); }

/// Reads the pipe to open and where it is recorded; returns what is wrong, or nothing.
QString readConversation(const QCommandLineParser &parser, CommandLine &line)
{
    const std::pair<QString, QByteArray *> pipes[] = { { QStringLiteral("attach"), &line.attach },
                                                       { QStringLiteral("host"), &line.host },
                                                       { QStringLiteral("tap"), &line.tap } };
    int given = 0;
    for (const auto &[name, value] : pipes) {
        if (!parser.isSet(name))
            continue;
        ++given;
        *value = bytesOf(parser.value(name));
        if (value->isEmpty())
            return WindowText::tr("--%1 requires the name of a pipe").arg(name);
    }
    if (given > 1)
        return WindowText::tr("only one of --attach, --host and --tap is possible");
    const QString record = QStringLiteral("record");
    line.record = bytesOf(parser.value(record));
    if (parser.isSet(record) && given == 0)
        return WindowText::tr("--record requires --attach, --host or --tap");
    if (parser.isSet(record) && line.record.isEmpty())
        return WindowText::tr("--record requires a file name");
    return {};
}

} // namespace

CommandLine parseCommandLine(const std::vector<QByteArray> &words)
{
    QCommandLineParser parser;
    const QString value = QStringLiteral("value");
    const QCommandLineOption help(QStringList{ QStringLiteral("h"), QStringLiteral("help") });
    const QCommandLineOption version(QStringLiteral("version"));
    const QCommandLineOption demo(QStringLiteral("demo"));
    const QCommandLineOption start(QStringLiteral("start"));
    const QCommandLineOption picture(QStringLiteral("demo-picture"), {}, value);
    const QCommandLineOption directory(QStringLiteral("dir"), {}, value);
    const QCommandLineOption theme(QStringLiteral("theme"), {}, value);
    const QCommandLineOption dotNet(QStringLiteral("dotnet"));
    const QCommandLineOption all(QStringLiteral("all"));
    const QCommandLineOption namespaces(QStringLiteral("namespaces"));
    parser.addOptions({ help, version, demo, start, picture, directory, theme, dotNet, all, namespaces });
    for (const char *name : { "attach", "host", "tap", "record" })
        parser.addOption(QCommandLineOption(QLatin1String(name), {}, value));
    // The parser takes texts: in this form they can be any bytes.
    QStringList texts{ QStringLiteral("pipeglass-gui") };
    for (const QByteArray &word : words)
        texts.append(escapedText(word));
    if (!parser.parse(texts))
        return usageError(parser.errorText());
    if (parser.isSet(help))
        return say(helpText());
    if (parser.isSet(version))
        return say(QStringLiteral("pipeglass-gui " PIPEGLASS_VERSION "\n"));
    CommandLine line;
    if (const QString problem = readConversation(parser, line); !problem.isEmpty())
        return usageError(problem);
    const QStringList files = parser.positionalArguments();
    for (const QString &one : files) {
        if (one.isEmpty())
            return usageError(WindowText::tr("a file name is empty"));
        line.files.push_back(bytesOf(one));
    }
    line.theme = parser.value(theme);
    const QStringList themes{ {}, QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("system") };
    if (!themes.contains(line.theme))
        return usageError(WindowText::tr("unknown theme \"%1\": expected light, dark or system").arg(line.theme));
    line.demoPicture = QFile::decodeName(bytesOf(parser.value(picture)));
    if (parser.isSet(picture) && line.demoPicture.isEmpty())
        return usageError(WindowText::tr("--demo-picture requires a file name"));
    line.start = parser.isSet(start);
    line.demo = parser.isSet(demo) || parser.isSet(picture);
    const QStringList directories = parser.values(directory);
    for (const QString &one : directories)
        line.directories.push_back(bytesOf(one));
    if (parser.isSet(dotNet))
        line.scope = catalog::Scope::DotNet;
    if (parser.isSet(all))
        line.scope = catalog::Scope::All;
    line.namespaces = parser.isSet(namespaces);
    return line;
}

} // namespace pipeglass::ui

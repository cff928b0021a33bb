// SPDX-License-Identifier: MIT
#include "app/commandline.h"

#include "app/windowtext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

namespace pipeglass::ui {

namespace {

QString helpText()
{
    return WindowText::tr(
        "Usage: pipeglass-gui [options]\n"
        "A looking glass for .NET named pipes on Linux: the window.\n"
        "\n"
        "  --demo               host an echo pipe, attach to it, talk, and explain what is seen;\n"
        "                       without a display: save the picture of the window and print what it shows\n"
        "  --demo-picture FILE  as --demo without a person: save the picture to FILE, print, and end\n"
        "  --dir DIR            look only into DIR (may be repeated)\n"
        "  --dotnet             show the rest of the .NET world too\n"
        "  --all                show all Unix sockets that have a name, and all FIFOs\n"
        "  --namespaces         show what is in containers and other mount namespaces too\n"
        "  --theme NAME         light, dark or system\n"
        "  -h, --help           this text\n"
        "  --version            the version\n");
}

CommandLine complaint(const QString &sentence)
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

} // namespace

CommandLine parseCommandLine(const QStringList &words)
{
    QCommandLineParser parser;
    const QString value = QStringLiteral("value");
    const QCommandLineOption help(QStringList{ QStringLiteral("h"), QStringLiteral("help") });
    const QCommandLineOption version(QStringLiteral("version"));
    const QCommandLineOption demo(QStringLiteral("demo"));
    const QCommandLineOption picture(QStringLiteral("demo-picture"), {}, value);
    const QCommandLineOption directory(QStringLiteral("dir"), {}, value);
    const QCommandLineOption theme(QStringLiteral("theme"), {}, value);
    const QCommandLineOption dotNet(QStringLiteral("dotnet"));
    const QCommandLineOption all(QStringLiteral("all"));
    const QCommandLineOption namespaces(QStringLiteral("namespaces"));
    parser.addOptions({ help, version, demo, picture, directory, theme, dotNet, all, namespaces });
    if (!parser.parse(QStringList{ QStringLiteral("pipeglass-gui") } + words))
        return complaint(parser.errorText());
    if (parser.isSet(help))
        return say(helpText());
    if (parser.isSet(version))
        return say(QStringLiteral("pipeglass-gui " PIPEGLASS_VERSION "\n"));
    if (!parser.positionalArguments().isEmpty())
        return complaint(
            WindowText::tr("\"%1\" is not understood here.").arg(parser.positionalArguments().constFirst()));
    CommandLine line;
    line.theme = parser.value(theme);
    const QStringList themes{ {}, QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("system") };
    if (!themes.contains(line.theme))
        return complaint(WindowText::tr("There is no theme \"%1\": it is light, dark or system.").arg(line.theme));
    line.demoPicture = parser.value(picture);
    if (parser.isSet(picture) && line.demoPicture.isEmpty())
        return complaint(WindowText::tr("--demo-picture needs the name of a file."));
    line.demo = parser.isSet(demo) || parser.isSet(picture);
    const QStringList directories = parser.values(directory);
    for (const QString &one : directories)
        line.directories.push_back(QFile::encodeName(one));
    if (parser.isSet(dotNet))
        line.scope = catalog::Scope::DotNet;
    if (parser.isSet(all))
        line.scope = catalog::Scope::All;
    line.namespaces = parser.isSet(namespaces);
    return line;
}

} // namespace pipeglass::ui

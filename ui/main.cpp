// SPDX-License-Identifier: MIT
#include "app/commandline.h"
#include "app/settings.h"
#include "app/startup.h"
#include "app/theme.h"
#include "app/unixsignals.h"
#include "app/windowtext.h"
#include "app/workers.h"
#include "conversation/conversationtabs.h"
#include "core/translations.h"
#include "demo/demorun.h"
#include "engine/sockets/descriptorlimit.h"
#include "formats/formatstore.h"
#include "mainwindow/mainwindow.h"
#include "programs/inheritedstate.h"
#include "widgets/cursorblinktimeout.h"

#include <QApplication>

#include <csignal>
#include <cstdio>

namespace {

using namespace pipeglass::ui;

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// Qt reads it when the application object is created.
void useLanguage(const QString &language)
{
    if (!language.isEmpty())
        qputenv("LANGUAGE", language.toUtf8());
}

int say(std::FILE *to, const QString &text, int exitCode)
{
    std::fputs(text.toUtf8().constData(), to);
    return exitCode;
}

std::vector<QByteArray> wordsOf(int argc, char **argv) { return { argv + qMin(argc, 1), argv + argc }; }

/// What the words of the command line ask for, or without any, that there is no display.
int sayWithoutWindow(int argc, char **argv, const std::vector<QByteArray> &words)
{
    const QCoreApplication application(argc, argv);
    pipeglass::installTranslations();
    if (!words.empty())
        return say(stdout, parseCommandLine(words).text, 0);
    return say(
        stderr,
        WindowText::tr("pipeglass-gui: no display found. See `pipeglass --help` for the command; "
                       "`pipeglass-gui --demo` saves a picture of the window.\n"),
        1);
}

/// Options of the command line apply once; the rest comes from the settings.
pipeglass::catalog::ScanOptions scanOptions(const CommandLine &line, const Settings &settings)
{
    const bool onlyGiven = !line.directories.empty();
    return { line.directories, line.scope.value_or(settings.scope()), line.namespaces || settings.namespacesWanted(),
             onlyGiven ? std::vector<QByteArray>() : settings.directories() };
}

int runWindow(const CommandLine &line)
{
    const bool alone = line.demo && (!line.demoPicture.isEmpty() || QGuiApplication::platformName() == u"offscreen");
    const UnixSignals unixSignals;
    const CursorBlinkTimeout cursorRest;
    // The demonstration does not use or change the user's settings.
    const auto settings = alone ? std::make_unique<Settings>(QString()) : std::make_unique<Settings>();
    const Theme theme;
    const QString usual = alone ? QStringLiteral("light") : settings->theme();
    theme.apply(line.theme.isEmpty() ? usual : line.theme);
    Workers workers(scanOptions(line, *settings));
    const auto formats = std::make_shared<const pipeglass::formats::FormatStore>();
    const pipeglass::framing::FramingRegistry framings(formats);
    MainWindow window(workers, *settings, theme, framings);
    window.conversations().setDecoders(std::make_shared<const pipeglass::decoding::DecoderRegistry>(formats));
    int exitCode = 0;
    QObject::connect(&unixSignals, &UnixSignals::quitRequested, &window, &QWidget::close);
    QObject::connect(&window, &MainWindow::closed, &workers, &Workers::shutDown);
    QObject::connect(&workers, &Workers::finished, qApp, [&exitCode] { QCoreApplication::exit(exitCode); });
    window.show();
    if (alone) {
        const QString file = line.demoPicture.isEmpty() ? QStringLiteral("pipeglass-demo.png") : line.demoPicture;
        auto *run = new DemoRun(window, file);
        QObject::connect(
            run, &DemoRun::ended, &window, [&window, &exitCode](int code) { // clazy:exclude=lambda-in-connect
                exitCode = code;
                window.close();
            });
        run->start();
    } else if (line.demo) {
        window.startDemo();
    } else if (line.start) {
        window.showStartDialog();
    }
    openNamed(line, window);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    pipeglass::programs::inheritedState();
    const std::vector<QByteArray> words = wordsOf(argc, argv);
    const CommandLine early = parseCommandLine(words);
    const bool showsText = early.action == CommandLine::Action::ShowText;
    if (showsText || (!hasDisplay() && !early.demo))
        return sayWithoutWindow(argc, argv, showsText ? words : std::vector<QByteArray>());
    if (!hasDisplay()) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    std::signal(SIGXFSZ, SIG_IGN); // treat the file size limit as a full disk
    std::signal(SIGPIPE, SIG_IGN); // a closed stderr must not end the program
    // Qt's own event loop is faster and wakes up less often than GLib's.
    qputenv("QT_NO_GLIB", "1");
    pipeglass::engine::raiseDescriptorLimit();
    UnixSignals::block();
    const bool hadLanguage = qEnvironmentVariableIsSet("LANGUAGE");
    const QByteArray language = qgetenv("LANGUAGE");
    useLanguage(Settings().language());
    QApplication app(argc, argv);
    pipeglass::installTranslations();
    hadLanguage ? qputenv("LANGUAGE", language) : qunsetenv("LANGUAGE"); // not for programs that are started
    QCoreApplication::setApplicationName(QStringLiteral("pipeglass"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Pipeglass"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PIPEGLASS_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("pipeglass"));
    QGuiApplication::setQuitOnLastWindowClosed(false); // the engine must shut down first
    const CommandLine line = parseCommandLine(wordsOf(argc, argv)); // without Qt's own options, which it has removed
    if (line.action == CommandLine::Action::Fail)
        return say(stderr, QStringLiteral("pipeglass-gui: %1\n").arg(line.text), 2);
    return runWindow(line);
}

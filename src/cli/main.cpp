// SPDX-License-Identifier: MIT
#include "cli/commandline.h"
#include "cli/interrupts.h"
#include "cli/streams/fdoutput.h"
#include "cli/window.h"
#include "core/translations.h"
#include "engine/sockets/descriptorlimit.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <clocale>
#include <csignal>
#include <cstring>

#include <langinfo.h>
#include <malloc.h>
#include <unistd.h>

using namespace pipeglass::cli;

namespace {

/// Qt says a sentence on stderr where the locale is not UTF-8 (as in most containers), and its event loop on glib is
/// slower than its own.
void quietenQt()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
    qputenv("QT_NO_GLIB", "1");
}

/// Large tables grow within the heap, where what they leave is used again: a page that is new from the kernel costs as
/// much as the work on it.
void keepFreedMemory()
{
    constexpr int larger = 32 << 20; // the largest that every glibc takes
    ::mallopt(M_MMAP_THRESHOLD, larger);
    ::mallopt(M_TRIM_THRESHOLD, larger);
}

} // namespace

int main(int argc, char **argv)
{
    // Raw bytes: QCoreApplication::arguments() cannot carry every name.
    const std::vector<QByteArray> words(argv + qMin(argc, 1), argv + argc);
    if (words.empty())
        becomeWindow();
    keepFreedMemory();
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a limit on the size of files is a full disk
    quietenQt();
    (void)pipeglass::engine::raiseDescriptorLimit(); // without it fewer clients fit, and the host says so
    Interrupts interrupts;
    int onlyTheProgram = qMin(argc, 1);
    QCoreApplication application(onlyTheProgram, argv);
    QCoreApplication::setApplicationName(QStringLiteral("pipeglass"));
    pipeglass::installTranslations();

    FdOutput out(STDOUT_FILENO, interrupts.fd());
    FdOutput err(STDERR_FILENO, interrupts.fd());
    const pipeglass::framing::FramingRegistry framings;
    const CommandPtr command = commandFor(words, { out, err, STDIN_FILENO, framings });
    QObject::connect(command.get(), &Command::finished, &application, &QCoreApplication::exit, Qt::QueuedConnection);
    QObject::connect(&interrupts, &Interrupts::interrupted, command.get(), &Command::interrupt);
    // A pipe that lost its reader is an exceptional condition of its writing end.
    QSocketNotifier reader(STDOUT_FILENO, QSocketNotifier::Exception);
    QObject::connect(&reader, &QSocketNotifier::activated, command.get(), [&] {
        reader.setEnabled(false);
        command->outputClosed();
    });
    interrupts.listen();
    command->start();
    return QCoreApplication::exec();
}

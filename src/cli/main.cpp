// SPDX-License-Identifier: MIT
#include "cli/commandline.h"
#include "cli/interrupts.h"
#include "cli/streams/fdoutput.h"
#include "cli/window.h"
#include "core/translations.h"
#include "engine/sockets/descriptorlimit.h"
#include "formats/formatstore.h"
#include "programs/inheritedstate.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSocketNotifier>

#include <algorithm>
#include <clocale>
#include <csignal>
#include <cstring>

#include <langinfo.h>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace pipeglass::cli;

namespace {

/// JSON has sentences too, and what reads it must not depend on the language. Call before silenceQt().
QString languageFor(const std::vector<QByteArray> &words)
{
    const bool isJson = std::find(words.begin(), words.end(), "--json") != words.end();
    return isJson ? QStringLiteral("en") : pipeglass::messageLanguage();
}

/// Qt warns on stderr if the locale is not UTF-8 (as in most containers), and its glib event loop is slower than its
/// own.
void silenceQt()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
    qputenv("QT_NO_GLIB", "1");
}

/// Keep large tables in the heap, where freed memory is reused: page faults for new memory are expensive.
void keepFreedMemory()
{
    constexpr int larger = 32 << 20; // the maximum of every glibc
    ::mallopt(M_MMAP_THRESHOLD, larger);
    ::mallopt(M_TRIM_THRESHOLD, larger);
}

/// So that the shell sees an interrupted job.
void endBySignal(int number)
{
    const rlimit none{};
    ::setrlimit(RLIMIT_CORE, &none); // a core file is the program's, if anybody's
    std::signal(number, SIG_DFL);
    sigset_t signals{};
    ::sigemptyset(&signals);
    ::sigaddset(&signals, number);
    ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
    ::raise(number);
}

} // namespace

int main(int argc, char **argv)
{
    // Raw bytes: QCoreApplication::arguments() cannot represent every file name.
    const std::vector<QByteArray> words(argv + qMin(argc, 1), argv + argc);
    if (words.empty())
        executeWindow();
    pipeglass::programs::inheritedState();
    keepFreedMemory();
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // treat the file size limit as a full disk
    const QString language = languageFor(words);
    silenceQt();
    (void)pipeglass::engine::raiseDescriptorLimit(); // on failure the host reports that it can accept fewer clients
    Interrupts interrupts;
    int onlyTheProgram = qMin(argc, 1);
    QCoreApplication application(onlyTheProgram, argv);
    QCoreApplication::setApplicationName(QStringLiteral("pipeglass"));
    pipeglass::installTranslations(language);
    QLocale::setDefault(QLocale::c()); // numbers are data, also in sentences

    FdOutput out(STDOUT_FILENO, interrupts.fd());
    FdOutput err(STDERR_FILENO, interrupts.fd());
    const auto formats = std::make_shared<const pipeglass::formats::FormatStore>();
    const pipeglass::framing::FramingRegistry framings(formats);
    const pipeglass::decoding::DecoderRegistry decoders(formats);
    CommandPtr command = commandFor(words, { out, err, STDIN_FILENO, framings, decoders });
    QObject::connect(command.get(), &Command::finished, &application, &QCoreApplication::exit, Qt::QueuedConnection);
    QObject::connect(&interrupts, &Interrupts::interrupted, command.get(), &Command::interrupt);
    // Closing the read end of a pipe is reported as an exceptional condition.
    QSocketNotifier reader(STDOUT_FILENO, QSocketNotifier::Exception);
    QObject::connect(&reader, &QSocketNotifier::activated, command.get(), [&] {
        reader.setEnabled(false);
        command->outputClosed();
    });
    if (!command->handlesSignals())
        interrupts.listen(command->expectedInterrupts());
    command->start();
    const int exitCode = QCoreApplication::exec();
    const int signal = command->endingSignal();
    command.reset();
    if (signal != 0)
        endBySignal(signal);
    return exitCode;
}

// SPDX-License-Identifier: MIT
#include "cli/streams/fdoutput.h"
#include "core/uniquefd.h"
#include "support/testmain.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <thread>

#include <fcntl.h>
#include <pty.h>
#include <unistd.h>

namespace tst_fdoutput {

using namespace pipeglass;
using namespace pipeglass::cli;

struct Pipe {
    Pipe()
    {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            qFatal("no pipe");
        reading = UniqueFd(ends[0]);
        writing = UniqueFd(ends[1]);
    }
    UniqueFd reading;
    UniqueFd writing;
};

QByteArray readAll(int fd)
{
    QByteArray all;
    std::array<char, 4096> chunk{};
    for (ssize_t size = 0; (size = ::read(fd, chunk.data(), chunk.size())) > 0;)
        all.append(chunk.data(), size);
    return all;
}

class TestFdOutput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void holdsUntilFlushed()
    {
        Pipe pipe;
        ::fcntl(pipe.reading.get(), F_SETFL, O_NONBLOCK);
        FdOutput output(pipe.writing.get());
        output.write("held");
        QCOMPARE(readAll(pipe.reading.get()), QByteArray());
        output.line(QStringLiteral(" line"));
        QCOMPARE(readAll(pipe.reading.get()), QByteArray("held line\n"));
        QVERIFY(!output.isTerminal());
    }

    void waitsForASlowReader()
    {
        Pipe pipe;
        const QByteArray much(5 << 20, 'x');
        QByteArray got;
        std::thread reader([&] { got = readAll(pipe.reading.get()); });
        {
            FdOutput output(pipe.writing.get());
            output.write(much);
            output.drain(false);
            QCOMPARE(output.state(), Output::State::Good);
        }
        pipe.writing.reset();
        reader.join();
        QCOMPARE(got.size(), much.size());
    }

    void aReaderThatLeftIsQuiet()
    {
        Pipe pipe;
        FdOutput output(pipe.writing.get());
        pipe.reading.reset();
        output.line(QStringLiteral("x"));
        QCOMPARE(output.state(), Output::State::Closed);
        output.write("more");
        output.flush();
    }

    void aFullDiskIsAFailure()
    {
        const UniqueFd full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
        if (!full.isValid())
            QSKIP("no /dev/full here");
        FdOutput output(full.get());
        output.line(QStringLiteral("x"));
        QCOMPARE(output.state(), Output::State::Failed);
        QCOMPARE(output.systemError(), ENOSPC);
    }

    void doesNotWaitPastAnInterrupt()
    {
        const Pipe pipe; // without a reader
        const Pipe interrupt;
        FdOutput output(pipe.writing.get(), interrupt.reading.get());
        QCOMPARE(::write(interrupt.writing.get(), "!", 1), 1);
        output.write(QByteArray(5 << 20, 'x'));
        output.flush();
        QCOMPARE(output.state(), Output::State::Good); // not waited for yet
        output.drain(false);
        QCOMPARE(output.state(), Output::State::Closed);
    }

    void doesNotWaitLongInAHurry()
    {
        const Pipe pipe; // without a reader
        FdOutput output(pipe.writing.get());
        output.write(QByteArray(5 << 20, 'x'));
        output.drain(true);
        QCOMPARE(output.state(), Output::State::Closed);
    }

    void theEventLoopWritesWhatWaits()
    {
        const Pipe pipe;
        ::fcntl(pipe.reading.get(), F_SETFL, O_NONBLOCK);
        FdOutput output(pipe.writing.get());
        const QByteArray much(1 << 20, 'x');
        output.write(much);
        output.flush();
        QByteArray got;
        QTRY_COMPARE((got += readAll(pipe.reading.get())).size(), much.size());
    }

    void waitsWhenTooMuchIsHeld()
    {
        Pipe pipe;
        const QByteArray much(20 << 20, 'x');
        QByteArray got;
        FdOutput output(pipe.writing.get());
        std::thread reader([&] { got = readAll(pipe.reading.get()); });
        output.write(much); // returns when enough was read
        output.drain(false);
        pipe.writing.reset();
        reader.join();
        QCOMPARE(got.size(), much.size());
    }

    void interruptKeepsWritableData()
    {
        Pipe pipe;
        const Pipe interrupt;
        FdOutput output(pipe.writing.get(), interrupt.reading.get());
        QCOMPARE(::write(interrupt.writing.get(), "!", 1), 1);
        output.line(QStringLiteral("last words"));
        output.drain(false);
        pipe.writing.reset();
        QCOMPARE(readAll(pipe.reading.get()), QByteArray("last words\n"));
    }

    void knowsATerminal()
    {
        int master = -1;
        int slave = -1;
        QCOMPARE(::openpty(&master, &slave, nullptr, nullptr, nullptr), 0);
        const UniqueFd ours(master);
        const UniqueFd theirs(slave);
        QVERIFY(FdOutput(theirs.get()).isTerminal());
    }
};

QTEST_GUILESS_MAIN(TestFdOutput)

} // namespace tst_fdoutput

#include "tst_fdoutput.moc"

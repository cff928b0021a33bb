// SPDX-License-Identifier: MIT
#pragma once

#include "cli/exitcode.h"
#include "cli/streams/output.h"

#include <QObject>

namespace pipeglass::cli {

/// One run of a verb. Lives in the main thread: start(), then the event loop, until `finished`.
class Command : public QObject {
    Q_OBJECT

public:
    explicit Command(Streams streams);
    ~Command() override;

    /// May finish at once.
    virtual void start() = 0;
    /// SIGINT or SIGTERM was received.
    void interrupt();
    /// How often interrupt() makes sense; one more ends the program at once.
    [[nodiscard]] virtual int expectedInterrupts() const { return 1; }
    /// The reader of stdout has closed it, as in `pipeglass list | head`: end without an error message.
    virtual void outputClosed();
    /// Whether it handles SIGINT and the like itself; interrupt() is not called then.
    [[nodiscard]] virtual bool handlesSignals() const { return false; }
    /// When it has finished: the signal by which this program shall end; 0: with the exit code.
    [[nodiscard]] virtual int endingSignal() const { return 0; }

Q_SIGNALS:
    void finished(int exitCode); ///< exactly once

protected:
    /// Called on interrupt; by default ends with 130.
    virtual void onInterrupt();
    void finish(ExitCode code);
    void fail(const Error &error); ///< prints the error to stderr and ends with its exit code
    void fail(const Error &error, ExitCode code);
    void say(const QString &sentence); ///< prints to stderr
    void warn(const Error &error); ///< prints the error to stderr and continues
    [[nodiscard]] bool isFinished() const { return m_finished; }
    [[nodiscard]] Output &out() const { return m_streams.out; }
    [[nodiscard]] const Streams &streams() const { return m_streams; }

private:
    Streams m_streams;
    bool m_finished = false;
    bool m_interrupted = false;
};

} // namespace pipeglass::cli

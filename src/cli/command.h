// SPDX-License-Identifier: MIT
#pragma once

#include "cli/exitcode.h"
#include "cli/streams/output.h"

#include <QObject>

namespace pipeglass::cli {

/// One run of one verb. Lives in the main thread: `start`, then the event loop, until `finished`.
class Command : public QObject {
    Q_OBJECT

public:
    explicit Command(Streams streams);
    ~Command() override;

    /// May finish at once.
    virtual void start() = 0;
    /// The person (or the system) wants it to end.
    void interrupt();
    /// Nobody reads stdout any more. Quiet: that is how `pipeglass list | head` ends.
    virtual void outputClosed();

Q_SIGNALS:
    void finished(int exitCode); ///< exactly once

protected:
    /// What to do when interrupted; ends with 130 where nothing else is said.
    virtual void onInterrupt();
    void finish(ExitCode code);
    void fail(const Error &error); ///< says it on stderr and ends with the code of this error
    void fail(const Error &error, ExitCode code);
    void say(const QString &sentence); ///< talk, to stderr
    void warn(const Error &error); ///< talk, and go on
    [[nodiscard]] bool isFinished() const { return m_finished; }
    [[nodiscard]] Output &out() const { return m_streams.out; }
    [[nodiscard]] const Streams &streams() const { return m_streams; }

private:
    Streams m_streams;
    bool m_finished = false;
    bool m_interrupted = false;
};

} // namespace pipeglass::cli

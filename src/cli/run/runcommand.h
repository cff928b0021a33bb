// SPDX-License-Identifier: MIT
#pragma once

#include "cli/messages/tapreport.h"
#include "cli/run/signalforwarder.h"
#include "cli/streams/fdoutput.h"
#include "cli/verb.h"

#include <memory>

namespace pipeglass::cli {

/// `pipeglass run`: starts a program and records what is said at its pipes. Behaves as `env COMMAND`, and ends when the
/// program has ended and the connections at its pipes too.
class RunCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        engine::RunRequest request;
        QByteArray log; ///< a file for events; empty: none
    };

    static Verb verb();

    RunCommand(Options options, Streams streams);
    ~RunCommand() override;

    void start() override;
    void outputClosed() override { } ///< it is the program's output
    [[nodiscard]] bool handlesSignals() const override { return true; }
    [[nodiscard]] int endingSignal() const override;

private:
    [[nodiscard]] Status openLog();
    void onOpened();
    void onProblem(const Error &error);
    void onEnded();

    Options m_options;
    SignalForwarder m_signals; ///< before any thread is started
    BackgroundThread m_background;
    UniqueFd m_logFile;
    std::unique_ptr<FdOutput> m_log; ///< null: none
    std::unique_ptr<engine::Session> m_session;
    std::unique_ptr<TapReport> m_report; ///< null: no log
};

} // namespace pipeglass::cli

// SPDX-License-Identifier: MIT
#pragma once

#include "cli/messages/tapreport.h"
#include "cli/verb.h"

#include <QTimer>

#include <memory>

namespace pipeglass::cli {

/// `pipeglass tap`: shows the messages of a pipe until interrupted or the time is up.
class TapCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        engine::TapRequest request;
        int forMs = 0; ///< 0: until interrupted
        TapReport::Options report;
    };

    static Verb verb();

    TapCommand(Options options, Streams streams);
    ~TapCommand() override;

    void start() override;
    void outputClosed() override;
    /// The first leaves, the second closes the connections that go on.
    [[nodiscard]] int expectedInterrupts() const override { return 2; }

protected:
    void onInterrupt() override;

private:
    void onOpened();
    void onEnded();
    void leave();

    Options m_options;
    BackgroundThread m_background;
    std::unique_ptr<engine::Session> m_session;
    std::unique_ptr<TapReport> m_report;
    QTimer m_time;
    bool m_hasOpened = false;
};

} // namespace pipeglass::cli

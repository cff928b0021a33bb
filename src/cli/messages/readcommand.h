// SPDX-License-Identifier: MIT
#pragma once

#include "capture/recording.h"
#include "cli/verb.h"
#include "conversation/reframedmessages.h"

#include <QTimer>

namespace pipeglass::cli {

/// `pipeglass read`: prints a recording, in slices, so that interrupts are handled in between.
class ReadCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        QByteArray path;
        bool json = false;
        bool hexDump = false;
        bool events = false;
        bool follow = false;
        framing::FramingPtr framing; ///< cuts the streams again; null: messages as recorded
    };

    static Verb verb();

    ReadCommand(Options options, Streams streams);
    ~ReadCommand() override;

    void start() override;
    void outputClosed() override;

protected:
    void onInterrupt() override;

private:
    void printSlice();
    void readMore();
    [[nodiscard]] Status cutMore();
    void finishUp();
    [[nodiscard]] Status printNext();
    [[nodiscard]] Status printEvent(const capture::RecordSummary &summary);
    [[nodiscard]] Status printMessage();

    Options m_options;
    capture::RecordingPtr m_recording;
    std::shared_ptr<conversation::ReframedMessages> m_reframed; ///< null without --framing
    capture::MessageListPtr m_list; ///< the list that is printed
    QTimer m_again; ///< runs while the file is followed and has nothing new
    bool m_atEnd = false; ///< everything in the file was read
    quint64 m_next = 0; ///< next item of the list, which includes events
    quint64 m_number = 0; ///< of the last printed message, from 1
};

} // namespace pipeglass::cli

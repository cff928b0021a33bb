// SPDX-License-Identifier: MIT
#pragma once

#include "capture/recording.h"
#include "cli/verb.h"
#include "conversation/reframedmessages.h"

#include <QTimer>

namespace pipeglass::cli {

/// `pipeglass read`: print a recording. In slices, so that an interrupt is heard in between.
class ReadCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        QByteArray path;
        bool json = false;
        bool hexDump = false;
        bool events = false;
        bool follow = false;
        framing::FramingPtr framing; ///< to cut the streams anew; null: messages as they were recorded
    };

    static const Verb &verb();

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
    std::shared_ptr<conversation::ReframedMessages> m_reframed; ///< null unless it is cut anew
    capture::MessageListPtr m_list; ///< of the two the one that is printed
    QTimer m_again; ///< runs while the file is followed and nothing new is in it
    bool m_atEnd = false; ///< the file holds nothing more
    quint64 m_next = 0; ///< in the list, which counts events too
    quint64 m_number = 0; ///< of the last message printed; people count messages from 1
};

} // namespace pipeglass::cli

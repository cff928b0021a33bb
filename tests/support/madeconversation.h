// SPDX-License-Identifier: MIT
#pragma once

#include "capture/recording.h"

#include <QTest>

namespace pipeglass::test {

/// A recording of one connection that grows.
class MadeConversation {
public:
    /// `ours`: nullopt as of a tap.
    explicit MadeConversation(std::optional<Side> ours = Side::Client)
        : recording(capture::Recording::create().value())
    {
        capture::ConnectionInfo info;
        info.pipe = "/tmp/CoreFxPipe_made";
        info.ours = ours;
        info.framing = { "int32le", "int32le" };
        link = recording->addConnection(info).value();
    }

    void say(const QByteArray &payload, Side from = Side::Client, FrameProblem problem = FrameProblem::None)
    {
        capture::Record record;
        record.time = { ++time * 1'000'000 };
        record.connection = link;
        record.from = from;
        record.problem = problem;
        record.wire = payload;
        QVERIFY(recording->append(record));
    }
    /// Messages "0", "1", ..., by turns of client and server.
    void count(int first, int end)
    {
        for (int number = first; number < end; ++number)
            say(QByteArray::number(number), number % 2 == 0 ? Side::Client : Side::Server);
    }
    void event(capture::EventKind kind)
    {
        QVERIFY(recording->append(capture::Event{ { ++time * 1'000'000 }, link, kind }));
    }

    capture::RecordingPtr recording;
    ConnectionId link;
    qint64 time = 0;
};

} // namespace pipeglass::test

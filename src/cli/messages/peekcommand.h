// SPDX-License-Identifier: MIT
#pragma once

#include "cli/verb.h"
#include "framing/framing.h"
#include "peek/peek.h"

namespace pipeglass::cli {

/// `pipeglass peek`: the bytes that wait unread in each direction of each connection, without taking them.
class PeekCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        QByteArray name;
        framing::FramingPtr framing; ///< null: the endpoint's, or a guess
        bool json = false;
    };

    static const Verb &verb();

    PeekCommand(Options options, Streams streams);

    void start() override;

private:
    [[nodiscard]] Result<std::vector<peek::Direction>> look();
    [[nodiscard]] Result<std::vector<peek::Direction>> lookAtPipe();
    void printJson(const std::vector<peek::Direction> &directions);
    void printText(const peek::Direction &direction);
    void printMessages(const QByteArray &payload);
    void finishWith(const std::vector<peek::Direction> &directions);

    Options m_options;
};

} // namespace pipeglass::cli

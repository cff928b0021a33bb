// SPDX-License-Identifier: MIT
#pragma once

#include "cli/verb.h"
#include "framing/framing.h"
#include "peek/peek.h"

namespace pipeglass::cli {

/// `pipeglass peek`: shows the unread bytes of connections without taking them.
class PeekCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        QByteArray name;
        framing::FramingPtr framing; ///< null: by endpoint, or guessed
        bool json = false;
    };

    static Verb verb();

    PeekCommand(Options options, Streams streams);

    void start() override;

private:
    [[nodiscard]] Result<std::vector<peek::Direction>> peekConnections();
    [[nodiscard]] Result<std::vector<peek::Direction>> peekAnonymousPipe();
    void printJson(const std::vector<peek::Direction> &directions);
    void printText(const peek::Direction &direction);
    void printMessages(const QByteArray &payload);
    void finishWith(const std::vector<peek::Direction> &directions);

    Options m_options;
};

} // namespace pipeglass::cli

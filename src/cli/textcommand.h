// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.h"

namespace pipeglass::cli {

/// Prints a text and ends.
class TextCommand : public Command {
    Q_OBJECT

public:
    enum class To { Out, Err };
    TextCommand(Streams streams, To to, QString text, ExitCode code);

    void start() override;

private:
    To m_to;
    QString m_text;
    ExitCode m_code;
};

} // namespace pipeglass::cli

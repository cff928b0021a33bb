// SPDX-License-Identifier: MIT
#include "cli/textcommand.h"

namespace pipeglass::cli {

TextCommand::TextCommand(Streams streams, To to, QString text, ExitCode code)
    : Command(streams)
    , m_to(to)
    , m_text(std::move(text))
    , m_code(code)
{
}

void TextCommand::start()
{
    Output &output = m_to == To::Out ? out() : streams().err;
    output.write(m_text.toUtf8());
    output.flush();
    finish(m_code);
}

} // namespace pipeglass::cli

// SPDX-License-Identifier: MIT
#include "app/startup.h"

#include "mainwindow/mainwindow.h"

namespace pipeglass::ui {

void openNamed(const CommandLine &line, MainWindow &window)
{
    for (const QByteArray &file : line.files)
        window.openFile(file);
    engine::TalkRequest talk;
    talk.framing = window.usualFraming();
    talk.recordTo = line.record;
    if (!line.attach.isEmpty()) {
        window.openNamed(engine::AttachRequest{ .name = line.attach, .entry = {}, .talk = talk, .stays = true });
    } else if (!line.host.isEmpty()) {
        window.openNamed(engine::HostRequest{ .name = line.host, .responder = {}, .talk = talk });
    } else if (!line.tap.isEmpty()) {
        talk.framing = window.guessedFraming();
        window.openNamed(engine::TapRequest{ .name = line.tap, .entry = {}, .talk = talk });
    }
}

} // namespace pipeglass::ui

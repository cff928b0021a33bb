// SPDX-License-Identifier: MIT
#pragma once

#include "bufferoutput.h"
#include "cli/commandline.h"
#include "formats/formatstore.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

namespace pipeglass::test {

/// One run of the command within the test, with buffers.
class Run {
public:
    explicit Run(const std::vector<QByteArray> &words, int in = -1)
        : command(cli::commandFor(words, { out, err, in, framings, decoders }))
    {
        QObject::connect(command.get(), &cli::Command::finished, command.get(), [this](int code) {
            ++finishedCount;
            exitCode = code;
        });
    }

    Run &start()
    {
        command->start();
        return *this;
    }
    /// Waits for its end; returns its exit code, or -1 after a timeout.
    int finish()
    {
        QSignalSpy ended(command.get(), &cli::Command::finished);
        if (exitCode < 0)
            ended.wait(30'000);
        return exitCode;
    }
    int startAndFinish() { return start().finish(); }

    [[nodiscard]] QList<QJsonObject> objects() const
    {
        QList<QJsonObject> all;
        for (const QByteArray &line : out.lines()) {
            QJsonParseError error{};
            all += QJsonDocument::fromJson(line, &error).object();
            if (error.error != QJsonParseError::NoError)
                qWarning("no JSON: %s", line.constData());
        }
        return all;
    }

    /// Without formats that are installed.
    std::shared_ptr<const formats::FormatStore> formats =
        std::make_shared<const formats::FormatStore>(std::vector<QByteArray>());
    framing::FramingRegistry framings{ formats };
    decoding::DecoderRegistry decoders{ formats };
    BufferOutput out;
    BufferOutput err;
    cli::CommandPtr command;
    int exitCode = -1;
    int finishedCount = 0;
};

} // namespace pipeglass::test

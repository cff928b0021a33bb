// SPDX-License-Identifier: MIT
#pragma once

#include "formats/steps/machine.h"
#include "framing/cutter.h"

namespace pipeglass::formats {

/// Finds the ends of frames with the steps of a format.
class FormatCutter : public framing::Cutter {
public:
    FormatCutter(ProgramPtr program, qsizetype limit);

    [[nodiscard]] framing::Cut cut(QByteArrayView bytes) override;
    [[nodiscard]] framing::Frame last(const Slice &held) override;
    void reset() override;

private:
    [[nodiscard]] framing::Cut cutFrame(qsizetype available);
    [[nodiscard]] framing::Cut cutInvalid(QByteArrayView bytes);
    [[nodiscard]] framing::Cut skipTooLong(QByteArrayView bytes, qsizetype head);
    [[nodiscard]] framing::Cut skipToMagic(QByteArrayView bytes) const;
    /// The terminators of the payload, if only they end a frame; else null.
    [[nodiscard]] const Step *delimiter() const;

    ProgramPtr m_program;
    qsizetype m_limit;
    Machine m_machine;
    const Step *m_skipped = nullptr; ///< within a message that is too long: what ends it
};

} // namespace pipeglass::formats

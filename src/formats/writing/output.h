// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "formats/steps/program.h"

#include <optional>

namespace pipeglass::formats {

/// Appends a number of that type.
void appendNumber(QByteArray &to, const NumberType &type, quint64 bits);
/// Whether a number with its sign fits into that type.
[[nodiscard]] bool fits(const NumberType &type, qint64 number);
/// The bits of a number that fits.
[[nodiscard]] quint64 bitsOf(const NumberType &type, qint64 number);

/// The bytes of a frame or message while they are written. Numbers that follow from others (sizes, counts) are known
/// only after a pass, so all is written again until nothing changes.
class Output {
public:
    explicit Output(const Program &program);

    /// Calls `pass` until nothing changes any more. Returns the bytes, or MessageNotEncodable with the error.
    template <typename Pass>
    [[nodiscard]] Result<QByteArray> inPasses(const Pass &pass)
    {
        do {
            beginPass();
            pass();
        } while (!endPass());
        if (m_error)
            return failure(ErrorCode::MessageNotEncodable, {}, *m_error);
        return m_bytes;
    }

    // Of a pass. fail() notes the first error; the pass should end then.
    [[nodiscard]] const std::optional<QString> &error() const { return m_error; }
    void fail(const QString &text);
    /// With the name of the step's field.
    void fail(const Step &step, const QString &text);

    [[nodiscard]] QByteArray &bytes() { return m_bytes; }
    [[nodiscard]] QByteArray name(const Step &step) const;
    /// The value of an expression; fails if it overflows.
    [[nodiscard]] qint64 value(const Step &step);
    /// A number that is fixed, or follows from others and is known; nullopt: it is to be given.
    [[nodiscard]] std::optional<quint64> known(const Step &step);
    void addNumber(const Step &step, quint64 bits);
    void addMagic(const Step &step);
    /// `content` of a Bytes or BytesUntil step, with a terminator.
    void addBytes(const Step &step, QByteArrayView content);
    void open(const Step &step) { m_ranges[static_cast<size_t>(step.range)].from = m_bytes.size(); }
    void close(const Step &step) { m_ranges[static_cast<size_t>(step.range)].to = m_bytes.size(); }
    void openWindow(const Step &step);
    void closeWindow();
    /// `amount` is what `step` measures: a size or a count.
    void measure(const Step &step, qint64 amount);

private:
    void beginPass();
    /// True: the pass was the last one, successful or not.
    [[nodiscard]] bool endPass();

    struct Range {
        qsizetype from = 0;
        qsizetype to = 0;
    };
    struct Window {
        const Step *step;
        qsizetype from;
    };

    void setSlots(const Step &step, quint64 bits);

    const Program &m_program;
    QByteArray m_bytes;
    std::optional<QString> m_error;
    std::vector<qint64> m_values; ///< of the slots
    std::vector<Range> m_ranges;
    std::vector<Window> m_windows;
    std::vector<qint32> m_derivedIn; ///< for each slot the derived number that it holds, or -1
    /// Derived numbers in the order of writing, as this pass and the last one measured them.
    std::vector<std::optional<qint64>> m_measured;
    std::vector<std::optional<qint64>> m_lastMeasured;
    int m_passes = 0;
};

} // namespace pipeglass::formats

// SPDX-License-Identifier: MIT
#pragma once

#include "core/frameproblem.h"
#include "formats/steps/program.h"

#include <QByteArrayView>

#include <optional>

namespace pipeglass::formats {

/// Where a value is.
struct Place {
    qsizetype from = 0;
    qsizetype to = 0;
    qint64 element = -1; ///< its index in the innermost list
};

/// Gets the values that a Machine reads.
class ValueSink {
public:
    ValueSink() = default;
    virtual ~ValueSink() = default;
    ValueSink(const ValueSink &) = delete;
    ValueSink &operator=(const ValueSink &) = delete;

    virtual void number(const Step &step, quint64 bits, const Place &place) = 0;
    virtual void bytes(const Step &step, QByteArrayView content, const Place &place) = 0;
    virtual void magic(const Step &step, QByteArrayView content, const Place &place) = 0;
    virtual void open(const Step &step, const Place &place) = 0;
    virtual void close(const Step &step, qsizetype at) = 0;
};

/// Performs the steps of a program on bytes. Never reads a byte twice, except to search for a terminator; its work is
/// bounded by the number of bytes. One object for one stream or message.
class Machine {
public:
    struct Limits {
        qsizetype head; ///< bytes before the payload
        qsizetype payload;
        qsizetype tail;
    };
    enum class State { Ready, NeedsMore, Done, Failed };

    /// `program` and `sink` must live as long as this.
    explicit Machine(const Program &program, ValueSink *sink = nullptr);

    void setLimits(const Limits &limits) { m_limits = limits; }
    void reset();
    /// Goes on from where it stopped. `bytes` are all bytes so far; `isAll`: no more will come.
    State run(QByteArrayView bytes, bool isAll);

    [[nodiscard]] qsizetype position() const { return m_at; }
    /// NeedsMore: how many bytes are needed to go on.
    [[nodiscard]] qsizetype needed() const { return m_needed; }
    /// NeedsMore: whether those are all.
    [[nodiscard]] bool needsAreWhole() const { return m_needsAreWhole; }
    [[nodiscard]] FrameProblem problem() const { return m_problem; }
    /// Done: the bytes are whole, but a checksum is wrong.
    [[nodiscard]] bool isCorrupt() const { return m_isCorrupt; }
    /// The step that it stopped at.
    [[nodiscard]] const Step *step() const
    {
        return m_step < m_program.steps.size() ? &m_program.steps[m_step] : nullptr;
    }
    [[nodiscard]] qsizetype payloadBegin() const { return m_payloadBegin; }
    [[nodiscard]] qsizetype payloadEnd() const { return m_payloadEnd; }
    [[nodiscard]] bool isInPayload() const { return m_payloadBegin >= 0 && m_payloadEnd < 0; }
    /// NeedsMore: no terminator begins before this.
    [[nodiscard]] qsizetype searched() const { return m_searched; }

private:
    struct Repeat {
        qint64 index = 0;
        qint64 count = -1; ///< -1: to the end, or until the condition
    };
    struct Range {
        qsizetype from = 0;
        qsizetype to = 0;
    };

    [[nodiscard]] State perform(const Step &step);
    [[nodiscard]] State readNumber(const Step &step);
    [[nodiscard]] State readVarint(const Step &step);
    [[nodiscard]] State readMagic(const Step &step);
    [[nodiscard]] State readBytes(const Step &step);
    [[nodiscard]] State readUntil(const Step &step);
    [[nodiscard]] State takeNumber(const Step &step, quint64 bits, qsizetype width);
    [[nodiscard]] State takeBytes(const Step &step, qsizetype size, qsizetype terminator);
    [[nodiscard]] State openWindow(const Step &step);
    [[nodiscard]] State beginRepeat(const Step &step);
    [[nodiscard]] State nextElement(const Step &step);
    [[nodiscard]] State available(quint64 size, qint64 sizeAfter = -1);
    [[nodiscard]] State withinLimits(qsizetype end);
    [[nodiscard]] State needMore(qsizetype needed, qint64 sizeAfter);
    [[nodiscard]] State fail(FrameProblem problem);
    [[nodiscard]] std::optional<qint64> value(const Expression &expression) const;
    [[nodiscard]] bool isValid(const Step &step, quint64 bits);
    [[nodiscard]] Place placeOf(const Step &step, qsizetype size) const;
    /// Of the innermost window; -1: no end is known.
    [[nodiscard]] qsizetype end() const { return m_windows.empty() ? m_lastEnd : m_windows.back(); }

    const Program &m_program;
    ValueSink *m_sink;
    Limits m_limits;
    QByteArrayView m_bytes;
    qsizetype m_lastEnd = -1;
    qsizetype m_at = 0;
    size_t m_step = 0;
    qsizetype m_needed = 0;
    bool m_needsAreWhole = false;
    bool m_isCorrupt = false;
    FrameProblem m_problem = FrameProblem::None;
    qsizetype m_payloadBegin = -1;
    qsizetype m_payloadEnd = -1;
    qsizetype m_searched = 0;
    qint64 m_elements = 0; ///< of all lists
    std::vector<qint64> m_values; ///< of the slots
    std::vector<Range> m_ranges;
    std::vector<qsizetype> m_windows; ///< their ends
    std::vector<Repeat> m_repeats;
};

/// The number in the first `type.width` bytes.
[[nodiscard]] quint64 loadNumber(const char *from, const NumberType &type);
/// `width` bytes with sign as a number of 64 bits.
[[nodiscard]] qint64 signExtended(quint64 bits, int width);

} // namespace pipeglass::formats

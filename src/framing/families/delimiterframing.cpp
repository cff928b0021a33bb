// SPDX-License-Identifier: MIT
#include "framing/families/delimiterframing.h"

#include "framing/cutter.h"
#include "framing/refusals.h"

#include <QCoreApplication>

#include <cstring>
#include <limits>
#include <utility>

namespace pipeglass::framing {

namespace {

class DelimiterCutter : public Cutter {
public:
    DelimiterCutter(Delimiter delimiter, qsizetype limit)
        : m_delimiter(std::move(delimiter))
        , m_limit(qBound<qsizetype>(0, limit, std::numeric_limits<qsizetype>::max() / 2))
    {
    }

    Cut cut(QByteArrayView bytes) override
    {
        const qsizetype end = endOfDelimiter(bytes);
        if (end > 0) {
            m_searched = 0;
            const qsizetype tail = tailSize(bytes.first(end));
            if (std::exchange(m_tooLong, false) || end - tail > m_limit)
                return Cut::malformed(end, FrameProblem::TooLarge);
            return Cut::frame(end, 0, tail);
        }
        // The last bytes may be the beginning of a delimiter.
        const qsizetype searched = qMax<qsizetype>(0, bytes.size() - m_delimiter.bytes.size() + 1);
        const bool mayEndInReturn = m_delimiter.mayFollowReturn && searched > 0 && bytes[searched - 1] == '\r';
        m_tooLong = m_tooLong || searched > m_limit + (mayEndInReturn ? 1 : 0);
        if (m_tooLong && searched > 0) {
            m_searched = 0;
            return Cut::malformed(searched, FrameProblem::TooLarge);
        }
        m_searched = searched;
        return Cut::needs();
    }

    Frame last(const Slice &held) override
    {
        if (m_tooLong || held.size() > m_limit)
            return malformedFrame(held, FrameProblem::TooLarge);
        return { held };
    }

    void reset() override
    {
        m_searched = 0;
        m_tooLong = false;
    }

private:
    /// 0: there is none.
    [[nodiscard]] qsizetype endOfDelimiter(QByteArrayView bytes) const
    {
        const qsizetype size = m_delimiter.bytes.size();
        const QByteArrayView rest = bytes.sliced(m_searched);
        if (size == 1) {
            const void *found = std::memchr(rest.data(), m_delimiter.bytes.front(), static_cast<size_t>(rest.size()));
            return found == nullptr ? 0 : static_cast<const char *>(found) - bytes.data() + 1;
        }
        const qsizetype found = rest.indexOf(m_delimiter.bytes);
        return found < 0 ? 0 : m_searched + found + size;
    }

    [[nodiscard]] qsizetype tailSize(QByteArrayView wire) const
    {
        const qsizetype size = m_delimiter.bytes.size();
        return m_delimiter.mayFollowReturn && wire.size() > size && wire[wire.size() - size - 1] == '\r' ? size + 1
                                                                                                         : size;
    }

    Delimiter m_delimiter;
    qsizetype m_limit;
    qsizetype m_searched = 0; ///< no delimiter begins in these first bytes
    bool m_tooLong = false; ///< within a message that is too long
};

} // namespace

DelimiterFraming::DelimiterFraming(const FramingName &name, Delimiter delimiter)
    : Framing(name)
    , m_delimiter(std::move(delimiter))
{
}

std::unique_ptr<Framer> DelimiterFraming::makeFramer(Side /*from*/, qsizetype limit) const
{
    return framing::makeFramer(std::make_unique<DelimiterCutter>(m_delimiter, limit));
}

Result<Frame> DelimiterFraming::encode(const Slice &payload, Side /*from*/, qsizetype limit) const
{
    QByteArray wire;
    wire.reserve(payload.size() + m_delimiter.written.size());
    wire.append(payload.view());
    if (m_delimiter.mayFollowReturn && wire.endsWith('\r')) {
        return notEncodable(QCoreApplication::translate(
            "Framing", "a line cannot end in a carriage return, which would become part of the line break"));
    }
    wire.append(m_delimiter.written);
    if (wire.indexOf(m_delimiter.bytes) != wire.size() - m_delimiter.bytes.size())
        return notEncodable(
            m_delimiter.bytes == "\n"
                ? QCoreApplication::translate("Framing", "a line cannot contain a line break")
                : QCoreApplication::translate("Framing", "a message cannot contain the delimiter"));
    if (payload.size() > limit)
        return tooLarge(payload.size(), limit);
    return Frame{ wire, 0, m_delimiter.written.size() };
}

} // namespace pipeglass::framing

// SPDX-License-Identifier: MIT
#include "framing/families/headerblock.h"
#include "framing/protocols/protocolframing.h"

#include <QByteArrayList>

#include <algorithm>

namespace pipeglass::framing {

namespace {

constexpr qsizetype largestHeaders = 0x10000;
constexpr qsizetype longestChunkLine = 1024;

/// The beginning of a request line or status line.
bool mayBeStartLine(QByteArrayView bytes)
{
    constexpr qsizetype longestMethod = 32;
    const QByteArrayView word = bytes.first(qMin(bytes.size(), longestMethod));
    const auto end = std::find(word.begin(), word.end(), ' ');
    const bool isLetters = std::all_of(word.begin(), end, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (end == word.end())
        return (isLetters && bytes.size() < longestMethod) || word.startsWith("HTTP/1.")
            || QByteArrayView("HTTP/1.").startsWith(word);
    return (isLetters && end != word.begin()) || word.startsWith("HTTP/1.");
}

class Http1Cutter : public Cutter {
public:
    explicit Http1Cutter(qsizetype limit)
        : m_limit(qMax<qsizetype>(0, limit))
        , m_headers(HeaderBlock::StartLine::Yes, qMin(m_limit, largestHeaders))
    {
    }

    Cut cut(QByteArrayView bytes) override
    {
        if (m_hasNoFraming)
            return Cut::chunks();
        const Cut cut = m_at > 0 ? chunkedBody(bytes) : message(bytes);
        if (cut.kind == Cut::Kind::Incomplete)
            return cut;
        m_headers.reset();
        m_at = 0;
        return cut.kind == Cut::Kind::Frame && cut.size > m_limit ? Cut::outOfSync(FrameProblem::TooLarge) : cut;
    }

    void reset() override
    {
        m_headers.reset();
        m_at = 0;
        m_inTrailer = m_mayUpgrade = m_hasNoFraming = false;
    }

private:
    Cut message(QByteArrayView bytes)
    {
        if (!mayBeStartLine(bytes))
            return m_mayUpgrade ? Cut::chunks() : Cut::outOfSync(FrameProblem::InvalidSyntax);
        const HeaderBlock::State state = m_headers.read(bytes);
        if (state == HeaderBlock::State::Incomplete)
            return Cut::needs();
        const QByteArray &line = m_headers.startLine();
        const bool isResponse = line.startsWith("HTTP/1.");
        if (state == HeaderBlock::State::Invalid || !(isResponse || line.contains(" HTTP/1.")))
            return Cut::outOfSync(FrameProblem::InvalidSyntax);
        m_mayUpgrade = m_headers.isUpgrade();
        const int status = isResponse ? line.mid(line.indexOf(' ') + 1, 3).toInt() : 0;
        const bool hasNoBody = (status >= 100 && status < 200) || status == 204 || status == 304;
        const qsizetype head = m_headers.size();
        constexpr int switchingProtocols = 101;
        m_hasNoFraming = status == switchingProtocols;
        if (hasNoBody)
            return Cut::frame(head);
        if (m_headers.isChunked()) {
            m_at = head;
            return chunkedBody(bytes);
        }
        if (const std::optional<quint64> length = m_headers.contentLength()) {
            if (*length > static_cast<quint64>(m_limit))
                return Cut::outOfSync(FrameProblem::TooLarge);
            const Cut whole = Cut::sized(head + static_cast<qsizetype>(*length), 0, bytes.size());
            return whole.size > m_limit ? Cut::outOfSync(FrameProblem::TooLarge) : again(whole);
        }
        m_hasNoFraming = isResponse;
        return Cut::frame(head);
    }

    /// The headers are read again when the body is complete.
    Cut again(const Cut &cut)
    {
        m_headers.reset();
        return cut;
    }

    Cut chunkedBody(QByteArrayView bytes)
    {
        while (true) {
            const QByteArrayView rest = bytes.sliced(m_at);
            const qsizetype feed = rest.first(qMin(rest.size(), longestChunkLine)).indexOf('\n');
            if (feed < 0)
                return rest.size() < longestChunkLine ? Cut::needs() : Cut::outOfSync(FrameProblem::InvalidSyntax);
            const QByteArray line = rest.first(feed).trimmed().toByteArray();
            const qsizetype next = m_at + feed + 1;
            if (next > m_limit)
                return Cut::outOfSync(FrameProblem::TooLarge);
            if (m_inTrailer) {
                m_at = next;
                if (!line.isEmpty())
                    continue;
                m_inTrailer = false;
                return Cut::frame(next);
            }
            const QByteArray digits = line.split(';').front().trimmed();
            bool good = false;
            const quint64 size = digits.toULongLong(&good, 16);
            if (!good || digits.front() == '+' || digits.startsWith("0x"))
                return Cut::outOfSync(FrameProblem::InvalidSyntax);
            if (size > static_cast<quint64>(m_limit))
                return Cut::outOfSync(FrameProblem::TooLarge);
            m_inTrailer = size == 0;
            const qsizetype end = next + (size == 0 ? 0 : static_cast<qsizetype>(size) + 2);
            if (bytes.size() < end)
                return end > m_limit ? Cut::outOfSync(FrameProblem::TooLarge) : Cut::needs(end);
            if (size > 0 && bytes.sliced(end - 2, 2) != QByteArrayView("\r\n"))
                return Cut::outOfSync(FrameProblem::InvalidSyntax);
            m_at = end;
        }
    }

    qsizetype m_limit;
    HeaderBlock m_headers;
    qsizetype m_at = 0; ///< in a chunked body: the next line; else 0
    bool m_inTrailer = false;
    bool m_mayUpgrade = false; ///< the last message asked for another protocol
    bool m_hasNoFraming = false; ///< from the next byte on
};

} // namespace

std::unique_ptr<Cutter> makeHttp1Cutter(qsizetype limit) { return std::make_unique<Http1Cutter>(limit); }

} // namespace pipeglass::framing

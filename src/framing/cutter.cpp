// SPDX-License-Identifier: MIT
#include "framing/cutter.h"

#include "framing/heldbytes.h"
#include "framing/refusals.h"

#include <QCoreApplication>

namespace pipeglass::framing {

namespace {

class CuttingFramer : public Framer {
public:
    explicit CuttingFramer(std::unique_ptr<Cutter> cutter)
        : m_cutter(std::move(cutter))
    {
    }

    std::vector<Frame> feed(const Slice &bytes) override
    {
        std::vector<Frame> frames;
        qsizetype used = 0;
        while (!m_held.isEmpty() && used < bytes.size())
            used += continueHeld(bytes.sliced(used, bytes.size() - used), frames);
        takeAll(bytes, used, frames);
        return frames;
    }

    std::vector<Frame> finish() override
    {
        std::vector<Frame> frames;
        if (!m_held.isEmpty())
            frames.push_back(m_cutter->last(m_held.take()));
        reset();
        return frames;
    }

    Slice takePending() override
    {
        reset();
        return m_held.take();
    }

    qsizetype pendingBytes() const override { return m_held.size(); }
    qsizetype awaitedBytes() const override { return m_awaited.isWhole ? m_awaited.size : 0; }

private:
    void reset()
    {
        m_cutter->reset();
        m_rest = {};
        m_awaited = {};
    }

    void hold(QByteArrayView bytes)
    {
        if (m_awaited.size > 0)
            m_held.append(bytes, m_awaited.size);
        else
            m_held.append(bytes);
    }

    /// Adds to the held bytes what they need and cuts them; returns the number of bytes used.
    qsizetype continueHeld(const Slice &bytes, std::vector<Frame> &frames)
    {
        const qsizetype added = m_awaited.size > 0 ? qMin(m_awaited.size - m_held.size(), bytes.size()) : bytes.size();
        hold(bytes.view().first(added));
        if (m_held.size() < m_awaited.size)
            return added;
        const Cut cut = m_cutter->cut(m_held.bytes());
        m_awaited = cut;
        if (cut.kind == Cut::Kind::Incomplete)
            return added;
        if (cut.kind == Cut::Kind::OutOfSync || cut.kind == Cut::Kind::Chunks) {
            m_held.append(bytes.view().sliced(added));
            take(cut, m_held.take(), 0, frames);
            return bytes.size();
        }
        const Slice held = m_held.take();
        m_awaited = {};
        takeAll(held, take(cut, held, 0, frames), frames);
        return added;
    }

    /// Cuts the bytes from `at` on, and holds an incomplete frame.
    void takeAll(const Slice &bytes, qsizetype at, std::vector<Frame> &frames)
    {
        while (at < bytes.size()) {
            const QByteArrayView rest = bytes.view().sliced(at);
            const Cut cut = m_rest.kind == Cut::Kind::Incomplete ? m_cutter->cut(rest) : m_rest;
            if (cut.kind == Cut::Kind::Incomplete) {
                m_awaited = cut;
                hold(rest);
                return;
            }
            at += take(cut, bytes, at, frames);
        }
    }

    /// Appends what was cut; returns the number of bytes used.
    qsizetype take(const Cut &cut, const Slice &bytes, qsizetype at, std::vector<Frame> &frames)
    {
        switch (cut.kind) {
        case Cut::Kind::Incomplete:
            return 0;
        case Cut::Kind::Frame:
            frames.push_back({ bytes.sliced(at, cut.size), cut.head, cut.tail });
            return cut.size;
        case Cut::Kind::Malformed:
            frames.push_back(malformedFrame(bytes.sliced(at, cut.size), cut.problem));
            return cut.size;
        case Cut::Kind::OutOfSync:
            m_rest = Cut::outOfSync(FrameProblem::OutOfSync);
            frames.push_back(malformedFrame(bytes.sliced(at, bytes.size() - at), cut.problem));
            break;
        case Cut::Kind::Chunks:
            m_rest = cut;
            frames.push_back({ bytes.sliced(at, bytes.size() - at), 0, 0, FrameProblem::None, true });
            break;
        }
        m_awaited = {};
        return bytes.size() - at;
    }

    std::unique_ptr<Cutter> m_cutter;
    HeldBytes m_held;
    Cut m_awaited; ///< for the held bytes
    Cut m_rest; ///< of the whole remaining stream, unless Incomplete
};

} // namespace

std::unique_ptr<Framer> makeFramer(std::unique_ptr<Cutter> cutter)
{
    return std::make_unique<CuttingFramer>(std::move(cutter));
}

Result<Frame> encodeWhole(Cutter &cutter, const Slice &payload, qsizetype limit)
{
    if (payload.size() > limit)
        return tooLarge(payload.size(), limit);
    const Cut cut = payload.isEmpty() ? Cut() : cutter.cut(payload.view());
    if (cut.kind != Cut::Kind::Frame || cut.size != payload.size() || cut.head + cut.tail > 0)
        return notEncodable(
            QCoreApplication::translate("Framing", "the bytes are not one whole message of this framing"));
    return Frame{ payload };
}

} // namespace pipeglass::framing

// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <functional>
#include <map>

namespace pipeglass::decoding {
class ByteCursor;
}

namespace pipeglass::doctor {

/// An event of a .NET runtime.
struct RuntimeEvent {
    quint32 id = 0; ///< within the provider
    quint64 thread = 0;
    QByteArrayView payload; ///< valid during the call only
};

/// Reads the events of one provider from a stream in the format "nettrace" 4, which the runtimes of .NET 5 to 10 write
/// for CollectTracing2. Memory is bounded, whatever the bytes are. Pure.
class NetTraceReader {
public:
    using Handler = std::function<void(const RuntimeEvent &)>;

    NetTraceReader(QByteArray provider, Handler handler);

    /// The next bytes. False: it is no such stream, and what follows is ignored.
    bool feed(QByteArrayView bytes);
    [[nodiscard]] bool atEnd() const { return m_state == State::Ended; } ///< of the session

private:
    enum class State { Header, Objects, Ended, Invalid };
    enum class Step { Taken, Incomplete };

    Step readHeader(decoding::ByteCursor &in);
    Step readObject(decoding::ByteCursor &in);
    Step readBody(decoding::ByteCursor &in, QByteArrayView type);
    void readBlock(QByteArrayView block, bool isMetadata);
    void readDefinition(QByteArrayView payload);
    Step invalid();

    QByteArray m_provider; ///< UTF-16
    Handler m_handler;
    State m_state = State::Header;
    QByteArray m_buffer; ///< from the object that is not complete yet
    quint64 m_offset = 0; ///< of the buffer in the stream
    std::map<quint64, quint32> m_events; ///< of the provider: the number in this stream, and the id
};

} // namespace pipeglass::doctor

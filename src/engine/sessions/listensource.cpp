// SPDX-License-Identifier: MIT
#include "engine/sessions/listensource.h"

#include "catalog/entries/pipename.h"

namespace pipeglass::engine {

ListenSource::ListenSource(const HostRequest &request, BackgroundThread &background)
    : ConnectionSource({ request.name, {}, Side::Server, true, false }, background)
    , m_request{ request.name, request.mode, request.replaceStale }
{
}

ListenSource::~ListenSource() = default;

void ListenSource::prepare()
{
    const auto listen = [request = m_request]() -> Result<ListeningSocket> {
        Result<QByteArray> path = catalog::pathForName(request.path);
        if (!path)
            return failure(path.error());
        return listenAt({ *std::move(path), request.mode, request.replaceStale });
    };
    background().run(this, listen, [this](Result<ListeningSocket> &socket) { take(socket); });
}

void ListenSource::take(Result<ListeningSocket> &socket)
{
    if (m_ended)
        return; // its end removes the file
    if (!socket) {
        Q_EMIT failed(socket.error());
        return;
    }
    mutableFacts().path = socket->name->path();
    mutableFacts().replacedStale = socket->name->replacedStale();
    m_listener = std::make_unique<Listener>(*std::move(socket));
    connect(m_listener.get(), &Listener::clientArrived, this, [this](int descriptor) {
        Link link;
        link.sockets.client = UniqueFd(descriptor);
        Q_EMIT arrived(&link);
    });
    connect(m_listener.get(), &Listener::paused, this, &ConnectionSource::paused);
    connect(m_listener.get(), &Listener::resumed, this, &ConnectionSource::resumed);
    Q_EMIT prepared();
}

void ListenSource::begin() { m_listener->start(); }

Status ListenSource::end()
{
    m_ended = true;
    return m_listener != nullptr ? m_listener->close() : Status();
}

void ListenSource::connectionEnded()
{
    if (m_listener != nullptr)
        m_listener->resume();
}

} // namespace pipeglass::engine

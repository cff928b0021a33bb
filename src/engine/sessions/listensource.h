// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessions/connectionsource.h"
#include "engine/sessions/requests.h"
#include "engine/sockets/listener.h"

namespace pipeglass::engine {

/// Connections of clients that dial us, the server. prepare() fails with what pathForName() and listenAt() fail with.
class ListenSource : public ConnectionSource {
    Q_OBJECT

public:
    ListenSource(const HostRequest &request, BackgroundThread &background);
    ~ListenSource() override;

    void prepare() override;
    void begin() override;
    Status end() override;
    void connectionEnded() override;

private:
    void take(Result<ListeningSocket> &socket);

    BoundName::Request m_request; ///< with the name that was asked for in place of the path
    std::unique_ptr<Listener> m_listener;
    bool m_ended = false;
};

} // namespace pipeglass::engine

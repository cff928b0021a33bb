// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/side.h"
#include "core/threads/backgroundthread.h"
#include "core/uniquefd.h"

#include <QObject>

#include <optional>
#include <utility>

namespace pipeglass::engine {

/// A connection that a source found: the sockets that lead to its sides. Where we are an end, that side has none.
struct Link {
    PerSide<UniqueFd> sockets;
    QByteArray early; ///< read from the only socket already
};

/// What is known of where connections come from.
struct SourceFacts {
    QByteArray path; ///< where it listens, or what it dials
    QByteArray link; ///< the symbolic link that was named and led there; empty: none
    std::optional<Side> ours; ///< which end we are, if any
    bool hasMany = false; ///< connections may come at any time until it ends; else there is one
    bool replacedStale = false; ///< a dead socket of this user had to go
};

/// Finds the connections of a session. Lives in the engine's thread; what may block is done in `background`.
/// prepare(), then `prepared` or `failed`; begin(), then `arrived` for each connection.
class ConnectionSource : public QObject {
    Q_OBJECT

public:
    ConnectionSource(SourceFacts facts, BackgroundThread &background)
        : m_facts(std::move(facts))
        , m_background(background)
    {
    }

    [[nodiscard]] const SourceFacts &facts() const { return m_facts; }
    virtual void prepare() = 0;
    virtual void begin() = 0;
    /// No more connections come; a file of ours is removed. Fails where that could not be removed.
    virtual Status end() = 0;
    virtual void connectionEnded() { } ///< one is gone, and its descriptor free

Q_SIGNALS:
    void prepared();
    void failed(const pipeglass::Error &error); ///< the last signal
    void arrived(pipeglass::engine::Link *link); ///< for the one slot that takes the sockets
    void paused(const pipeglass::Error &reason); ///< no connection can be taken just now
    void resumed();

protected:
    [[nodiscard]] SourceFacts &mutableFacts() { return m_facts; }
    [[nodiscard]] BackgroundThread &background() const { return m_background; }

private:
    SourceFacts m_facts;
    BackgroundThread &m_background;
};

} // namespace pipeglass::engine

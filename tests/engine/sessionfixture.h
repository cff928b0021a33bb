// SPDX-License-Identifier: MIT
#pragma once

#include "engine/plainsocket.h"
#include "engine/sessions/session.h"
#include "support/framings.h"
#include "support/testmain.h"

#include <QSignalSpy>

namespace pipeglass::test {

inline engine::TalkRequest talking(const char *framing = "int32le")
{
    engine::TalkRequest talk;
    talk.framing = { framings().find(framing), framings().find(framing) };
    return talk;
}

inline engine::AttachRequest attaching(const QByteArray &name)
{
    engine::AttachRequest request;
    request.name = name;
    request.talk = talking();
    return request;
}

/// Of an echo.
inline engine::HostRequest hosting(const QByteArray &name)
{
    engine::HostRequest request;
    request.name = name;
    request.talk = talking();
    request.responder = std::make_shared<engine::EchoResponder>();
    return request;
}

/// A session that is about to open, and what it says.
struct SessionFixture {
    explicit SessionFixture(const engine::SessionRequest &request)
        : background(QStringLiteral("lookups"))
        , session(request, background)
        , ready(&session, &engine::Session::opened)
        , opened(&session, &engine::Session::connectionOpened)
        , changed(&session, &engine::Session::connectionChanged)
        , messages(&session, &engine::Session::message)
        , problems(&session, &engine::Session::problem)
        , stalled(&session, &engine::Session::stalled)
        , losing(&session, &engine::Session::losing)
        , ended(&session, &engine::Session::ended)
    {
        QObject::connect(
            &session, &engine::Session::failed, &session, [this](const Error &error) { errors.push_back(error); });
        session.open();
    }

    /// Waits until it is open, or has failed; whether it is open.
    bool wait()
    {
        (void)QTest::qWaitFor([this] { return ready.count() > 0 || !errors.empty(); }, 20'000);
        return ready.count() > 0;
    }
    /// Waits for its failure.
    [[nodiscard]] ErrorCode failure() { return wait() || errors.empty() ? ErrorCode::System : errors.front().code; }
    [[nodiscard]] QByteArray path() const { return session.facts().path; }
    /// A client of a host, not blocking.
    [[nodiscard]] UniqueFd client() const
    {
        UniqueFd socket = dialed(path());
        makeNonBlocking(socket);
        return socket;
    }

    BackgroundThread background;
    engine::Session session;
    QSignalSpy ready;
    QSignalSpy opened;
    QSignalSpy changed;
    QSignalSpy messages;
    QSignalSpy problems;
    QSignalSpy stalled;
    QSignalSpy losing;
    QSignalSpy ended;
    std::vector<Error> errors;
};

} // namespace pipeglass::test

// SPDX-License-Identifier: MIT
#pragma once

#include "conversation/conversationpanel.h"
#include "pipes/pipespanel.h"
#include "support/testsocket.h"
#include "ui/windowfixture.h"
#include "widgets/framingbox.h"

#include <QAction>

#include <array>

#include <fcntl.h>
#include <sys/socket.h>

namespace pipeglass::test {

/// A tapped pipe in the window, with a client and a server that the test plays.
struct Tapped {
    enum class Framing { Int32, Guessed };

    explicit Tapped(Framing framing = Framing::Int32)
        : listener(listeningSocket(window.directory.filePath("CoreFxPipe_talk")))
        , opened(&window.window, &ui::MainWindow::conversationOpened)
    {
        ::fcntl(listener.get(), F_SETFL, O_NONBLOCK);
        const QByteArray path = window.directory.filePath("CoreFxPipe_talk");
        const auto isListed = [&] { return window.window.pipes().select(path); };
        if (!QTest::qWaitFor(isListed))
            return;
        if (framing == Framing::Int32) {
            auto *box = window.find<ui::FramingBox>("framing");
            box->setFramingId("int32le");
            Q_EMIT box->activated(box->currentIndex());
        }
        window.find<QAction>("actionTap")->trigger();
        if (!QTest::qWaitFor([this] { return opened.count() == 1; }))
            return;
        panel = opened.first().at(1).value<ui::ConversationPanel *>();
        client = connectedSocket(path);
        (void)QTest::qWaitFor([this] {
            if (!server.isValid())
                server = UniqueFd(::accept4(listener.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
            return server.isValid() && !panel->session().connections.empty();
        });
    }

    template <typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return panel->findChild<Widget *>(QLatin1String(name));
    }
    void say(const QByteArray &text) const { say(client, text); }
    static void say(const UniqueFd &socket, const QByteArray &text)
    {
        const QByteArray wire = QByteArray(1, static_cast<char>(text.size())) + QByteArray(3, '\0') + text;
        QCOMPARE(::send(socket.get(), wire.constData(), static_cast<size_t>(wire.size()), 0), ssize_t{ wire.size() });
    }
    /// Payloads that came so far, of messages below 256 bytes.
    QByteArrayList heard(const UniqueFd &socket)
    {
        std::array<char, 4096> buffer{};
        const ssize_t size = ::recv(socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
        QByteArray &all = socket.get() == server.get() ? m_atServer : m_atClient;
        all.append(buffer.data(), qMax<ssize_t>(0, size));
        QByteArrayList messages;
        for (qsizetype at = 0; at + 4 <= all.size(); at += 4 + messages.last().size())
            messages += all.mid(at + 4, static_cast<quint8>(all[at]));
        return messages;
    }

    Window window;
    UniqueFd listener;
    QSignalSpy opened;
    ui::ConversationPanel *panel = nullptr;
    UniqueFd client;
    UniqueFd server;

private:
    QByteArray m_atServer;
    QByteArray m_atClient;
};

} // namespace pipeglass::test

// SPDX-License-Identifier: MIT
// What a conversation says of its state: part of conversationpanel.cpp.
#include "conversation/conversationpanel.h"
#include "conversation/sessiontext.h"
#include "models/conversation/connectionlistmodel.h"
#include "text/peertext.h"
#include "text/processtext.h"
#include "text/words.h"

#include <algorithm>

namespace pipeglass::ui {

using engine::ConnectionState;

QString ConversationPanel::tapSentence() const
{
    const int connected = m_clients->rowCount();
    QString sentence = m_session.program ? programSentence(*m_session.program, connected)
        : m_session.ended                ? tr("the tap has ended")
        : m_session.hasLeft
        ? tr("left; %n connection(s) still relayed", nullptr, connected)
        : tr("tap between %1 and %n client(s)", nullptr, connected).arg(text::processText(m_session.server));
    if (const int before = static_cast<int>(m_session.connectedBefore.size()); before > 0)
        sentence += tr("; %n earlier client(s) not shown", nullptr, before);
    if (m_session.missed > 0)
        sentence += tr("; %n connection(s) missed", nullptr, text::plural(m_session.missed));
    if (m_session.rules.from.client.paused)
        sentence += tr("; clients paused");
    if (m_session.rules.from.server.paused)
        sentence += tr("; server paused");
    return sentence;
}

QString ConversationPanel::stateSentence() const
{
    const int lost = text::plural(m_session.lost.messages);
    return lost == 0 ? linkSentence() : tr("%1; %Ln message(s) not recorded", nullptr, lost).arg(linkSentence());
}

QString ConversationPanel::linkSentence() const
{
    if (m_session.file)
        return fileSentence(m_session);
    if (m_session.isTap)
        return tapSentence();
    if (m_session.replay)
        return replayState(m_session);
    if (m_session.ended)
        return isHost() ? tr("closed: the pipe was removed") : tr("the connection has ended");
    if (isHost())
        return tr("we are the server, %n client(s) connected", nullptr, m_clients->rowCount());
    if (m_session.connections.empty())
        return tr("connected");
    const ConnectionState &link = m_session.connections.front();
    return tr("we are a client of %1, %2").arg(text::processText(link.peer()), models::linkText(link));
}

QString ConversationPanel::blockedBecause() const
{
    if (m_session.ended)
        return tr("The conversation has ended; nothing more can be sent.");
    if (hasReader())
        return {};
    if (m_session.hasMany)
        return tr("No client is connected.");
    const auto byUs = [](const ConnectionState &one) { return one.ends[*one.ours] == engine::StreamEnd::ByWriter; };
    return std::any_of(m_session.connections.begin(), m_session.connections.end(), byUs)
        ? tr("Sending was ended.")
        : tr("The other side reads no more.");
}

} // namespace pipeglass::ui

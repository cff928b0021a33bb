// SPDX-License-Identifier: MIT
// What a conversation says of its state: part of conversationpanel.cpp.
#include "conversation/conversationpanel.h"
#include "conversation/sessiontext.h"
#include "framings/framingbutton.h"
#include "models/conversation/connectionlistmodel.h"
#include "text/peertext.h"
#include "text/processtext.h"
#include "text/sizetext.h"
#include "text/words.h"
#include "ui_conversationpanel.h"

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
        return m_session.canRedial ? tr("the connection has ended") : tr("connected");
    const ConnectionState &link = m_session.connections.front();
    return tr("we are a client of %1, %2").arg(text::processText(link.peer()), models::linkText(link));
}

QString ConversationPanel::blockedBecause() const
{
    if (m_session.ended)
        return tr("The conversation has ended; nothing more can be sent.");
    if (hasReader())
        return {};
    if (m_session.canRedial && m_session.connections.empty())
        return tr("The other side has gone. Attach again to send.");
    if (m_session.hasMany)
        return tr("No client is connected.");
    const auto byUs = [](const ConnectionState &one) { return one.ends[*one.ours] == engine::StreamEnd::ByWriter; };
    return std::any_of(m_session.connections.begin(), m_session.connections.end(), byUs)
        ? tr("Sending was ended.")
        : tr("The other side reads no more.");
}

void ConversationPanel::adaptAwaited()
{
    const QString sentence = awaitedSentence(m_session, m_hasMalformed);
    if (m_session.isAtLimit)
        m_ui->awaited->offer(
            MessageBar::Kind::Warning,
            tr("The recording has reached its limit: sending and receiving are paused. File > Preferences > "
               "Recordings has other choices."),
            tr("Delete the oldest messages"),
            [this] { m_engine.setLimitPolicy(m_session.id, engine::LimitPolicy::DeleteOldest); });
    else if (m_session.isStalled)
        m_ui->awaited->offer(
            MessageBar::Kind::Warning,
            tr("The disk is full: sending and receiving are paused until messages can be recorded."),
            tr("Continue without recording"),
            [this] { m_engine.setDiskPolicy(m_session.id, engine::DiskPolicy::GoOn); });
    else if (sentence.isEmpty())
        m_ui->awaited->dismiss();
    else
        offerFraming(sentence);
    if (m_session.isStalled || sentence.isEmpty())
        m_offered.clear();
}

/// The likely one, or raw bytes. The bar stays if the focus may be on its button.
void ConversationPanel::offerFraming(const QString &sentence)
{
    const framing::Guess *likely = m_ui->framing->guesses()->likely();
    const bool isLikely = likely != nullptr && !m_ui->framing->isInUse(*likely->framing)
        && likely->framing->id() != m_framings.raw()->id();
    const framing::FramingPtr offered = isLikely ? likely->framing : m_framings.raw();
    const QString text =
        isLikely ? tr("%1 By its bytes it is %2 (%3).").arg(sentence, offered->title(), likely->reason) : sentence;
    const bool isShown = !m_offered.isEmpty() && !m_ui->awaited->isHidden();
    const QWidget *focus = m_ui->awaited->focusWidget();
    if (isShown && (m_offered == offered->id() || (focus != nullptr && focus->hasFocus()))) {
        if (m_offered == offered->id())
            m_ui->awaited->setText(text);
        return;
    }
    m_offered = offered->id();
    m_ui->awaited->offer(
        MessageBar::Kind::Info, text, isLikely ? tr("Cut as %1").arg(offered->title()) : tr("Show raw bytes"),
        [this, offered] { setFraming(m_framings.sidesOf(offered)); });
}

} // namespace pipeglass::ui

// SPDX-License-Identifier: MIT
// Sending messages, and their types: part of conversationpanel.h.
#include "conversation/conversationpanel.h"
#include "conversation/conversationtypes.h"
#include "conversation/messagecommands.h"
#include "models/conversation/conversationmodel.h"
#include "models/livemessages.h"
#include "models/pooljob.h"
#include "takingpart/editdialog.h"
#include "ui_conversationpanel.h"

#include <QDialogButtonBox>
#include <QPushButton>

namespace pipeglass::ui {

using engine::Engine;

void ConversationPanel::askToSend(const QByteArray &payload, ConnectionId to)
{
    const quint64 ticket = Engine::newTicket();
    m_tickets.insert(ticket);
    if (m_session.canTakePart)
        m_engine.inject(ticket, m_session.id, to, otherSide(m_ui->compose->recipientSide()), payload);
    else
        m_engine.send(ticket, m_session.id, payload, to);
}

void ConversationPanel::sendAgain(const std::vector<quint64> &items)
{
    if (const QString reason = blockedBecause(); !reason.isEmpty())
        m_ui->bar->show(MessageBar::Kind::Warning, reason);
    else
        m_commands->sendAgain(m_session, m_live->list(), messages()->numbers(), items);
}

/// In the format that it is recognized as, with its values as text where it has some.
void ConversationPanel::sendEdited(quint64 item)
{
    if (const QString reason = blockedBecause(); !reason.isEmpty()) {
        m_ui->bar->show(MessageBar::Kind::Warning, reason);
        return;
    }
    models::runInPool(
        this, [list = m_live->list(), item] { return list->read(item); },
        [this](const Result<capture::Record> &record) {
            if (record)
                editAndSend(*record);
            else
                showProblem(record.error());
        });
}

void ConversationPanel::editAndSend(const capture::Record &record)
{
    const auto connection = m_live->list()->connection(record.connection);
    const QByteArray framing = connection ? connection->framing[record.from] : QByteArray();
    auto *dialog =
        new EditDialog(record.payload().toByteArray(), m_decoders, { framing, record.from, m_types->types() }, this);
    dialog->setWindowTitle(tr("Send again edited"));
    if (auto *buttons = dialog->findChild<QDialogButtonBox *>())
        buttons->button(QDialogButtonBox::Ok)->setText(tr("Send"));
    connect(dialog, &QDialog::accepted, this, [this, dialog, to = record.connection, from = record.from] {
        m_commands->send(m_session, to, from, dialog->payload());
    });
    dialog->open();
}

void ConversationPanel::connectTypes()
{
    connect(m_types, &ConversationTypes::changed, this, &ConversationPanel::adaptTypes);
    connect(m_types, &ConversationTypes::failed, this, &ConversationPanel::showProblem);
    connect(m_ui->message, &MessageView::typesRequested, this, [this] { m_types->askForTypes(this); });
}

void ConversationPanel::adaptTypes()
{
    m_ui->message->setTypes(m_types->types(), m_types->title());
    m_ui->held->setTypes(m_types->types());
    messages()->setTypes(m_types->types());
    adaptFraming();
}

} // namespace pipeglass::ui

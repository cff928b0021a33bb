// SPDX-License-Identifier: MIT
#include "conversation/conversationtypes.h"

#include "conversation/typesdialog.h"
#include "core/bytetext.h"
#include "core/path.h"
#include "models/pooljob.h"

namespace pipeglass::ui {

namespace {

/// Of a recording, the pipe of its first connection.
QByteArray pipeOf(const engine::SessionInfo &session)
{
    const auto first = session.file ? session.recording->connection(ConnectionId{ 1 }) : std::nullopt;
    return first ? first->pipe : session.path;
}

} // namespace

ConversationTypes::ConversationTypes(const engine::SessionInfo &session, ViewSettings *settings, QObject *parent)
    : QObject(parent)
    , m_pipe(pipeOf(session))
    , m_settings(settings)
    , m_choice(settings->typesOf(m_pipe))
{
    if (!m_choice.file.isEmpty())
        read();
}

void ConversationTypes::read()
{
    using Types = Result<decoding::MessageTypesPtr>;
    const auto open = [choice = m_choice]() -> Types {
        const auto schema = decoding::readSchemaFile(choice.file);
        return schema ? decoding::chooseTypes(*schema, choice.types) : failure(schema.error());
    };
    models::runInPool(this, open, [this, choice = m_choice](const Types &types) {
        if (choice != m_choice)
            return;
        if (!types) {
            Q_EMIT failed(types.error());
            return;
        }
        m_types = *types;
        Q_EMIT changed();
    });
}

QString ConversationTypes::title() const
{
    return m_types == nullptr ? QString() : escapedText(leafOf(m_choice.file).toByteArray());
}

void ConversationTypes::askForTypes(QWidget *parent)
{
    auto *dialog = new TypesDialog(m_choice, parent);
    connect(dialog, &TypesDialog::chosen, this, &ConversationTypes::set);
    dialog->open();
}

void ConversationTypes::set(const ViewSettings::TypesChoice &choice, const decoding::MessageTypesPtr &types)
{
    m_choice = choice;
    m_types = types;
    m_settings->setTypesOf(m_pipe, choice);
    Q_EMIT changed();
}

} // namespace pipeglass::ui

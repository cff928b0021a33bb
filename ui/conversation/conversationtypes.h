// SPDX-License-Identifier: MIT
#pragma once

#include "conversation/viewsettings.h"
#include "decoding/schema/messagetypes.h"
#include "engine/sessioninfo.h"

#include <QObject>

namespace pipeglass::ui {

/// The types of protobuf of a conversation's messages: those that were chosen for its pipe before, until others are.
class ConversationTypes : public QObject {
    Q_OBJECT

public:
    /// `settings` must outlive this. Begins to read what was chosen.
    ConversationTypes(const engine::SessionInfo &session, ViewSettings *settings, QObject *parent);

    [[nodiscard]] const decoding::MessageTypesPtr &types() const { return m_types; } ///< null: none
    /// Name of the file for a button; empty: none.
    [[nodiscard]] QString title() const;
    void askForTypes(QWidget *parent);

Q_SIGNALS:
    void changed();
    void failed(const pipeglass::Error &error);

private:
    void read();
    void set(const ViewSettings::TypesChoice &choice, const decoding::MessageTypesPtr &types);

    QByteArray m_pipe; ///< path
    ViewSettings *m_settings;
    ViewSettings::TypesChoice m_choice;
    decoding::MessageTypesPtr m_types;
};

} // namespace pipeglass::ui

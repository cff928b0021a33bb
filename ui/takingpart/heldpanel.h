// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoderregistry.h"
#include "decoding/schema/messagetypes.h"
#include "models/conversation/heldlistmodel.h"

#include <QWidget>

class QDoubleSpinBox;
class QToolButton;
class QTreeView;

namespace pipeglass::ui {

/// The messages that a tap holds, and what to do with the selected ones: send on, drop, edit, duplicate, delay.
class HeldPanel : public QWidget {
    Q_OBJECT

public:
    explicit HeldPanel(QWidget *parent = nullptr);

    void setDecoders(const decoding::DecoderRegistryPtr &decoders) { m_decoders = decoders; }
    void setFraming(const PerSide<QByteArray> &ids) { m_framing = ids; } ///< of each side, for its messages
    void setTypes(const decoding::MessageTypesPtr &types) { m_types = types; } ///< likewise; may be null
    void apply(const std::vector<engine::ConnectionState> &connections);
    [[nodiscard]] bool isEmpty() const { return m_held->rowCount() == 0; }

Q_SIGNALS:
    void decided(
        pipeglass::ConnectionId connection, pipeglass::Side from, quint64 held,
        const pipeglass::engine::HeldAction &action);

private:
    [[nodiscard]] QToolButton *addButton(const QString &name, const QString &text, const QString &tip);
    void adaptButtons();
    void decide(const engine::HeldAction &action);
    void edit();

    decoding::DecoderRegistryPtr m_decoders;
    PerSide<QByteArray> m_framing;
    decoding::MessageTypesPtr m_types;
    models::HeldListModel *m_held;
    QTreeView *m_view;
    QDoubleSpinBox *m_delay;
    std::vector<QToolButton *> m_buttons; ///< for any selection
    QToolButton *m_edit = nullptr;
};

} // namespace pipeglass::ui

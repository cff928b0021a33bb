// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"
#include "conversation/messagenumbers.h"
#include "core/slice.h"
#include "decoding/decoderregistry.h"
#include "decoding/schema/messagetypes.h"

#include <QWidget>

#include <memory>

class QToolButton;

namespace pipeglass::ui {

namespace Ui {
class MessageView;
}

/// The selected message, complete, as text, values and hex, with copy and save. Large messages are read in the thread
/// pool; results for a message that is no longer selected are dropped.
class MessageView : public QWidget {
    Q_OBJECT

public:
    explicit MessageView(QWidget *parent = nullptr);
    ~MessageView() override;

    void setDecoders(const decoding::DecoderRegistryPtr &decoders);
    /// Of messages of protobuf; may be null. `title` is for the button that asks for others.
    void setTypes(const decoding::MessageTypesPtr &types, const QString &title);
    /// An item of the list; `numbers` are those of its messages.
    void showMessage(const capture::MessageListPtr &list, quint64 item, const conversation::MessageNumbersPtr &numbers);
    void clear();
    [[nodiscard]] QByteArray payload() const { return m_payload; }

public Q_SLOTS:
    void copyText() const;
    void copyHex() const;
    void savePayload();

Q_SIGNALS:
    void typesRequested();
    void failed(const pipeglass::Error &error);

private:
    void display(const capture::MessageListPtr &list, const Result<capture::Record> &record);
    void findRequest(const capture::MessageListPtr &list);
    void decode(const capture::MessageListPtr &list, const Slice &payload, const decoding::Hint &hint);
    void displayEvent(const capture::MessageListPtr &list);
    void write(const QString &path);
    void setUsable(bool usable);
    [[nodiscard]] QString number(quint64 item) const; ///< of a message, as text

    std::unique_ptr<Ui::MessageView> m_ui;
    QToolButton *m_typesButton;
    QByteArray m_payload;
    Slice m_decoded; ///< what is shown decoded
    decoding::Hint m_hint; ///< of m_decoded
    quint64 m_item = 0;
    conversation::MessageNumbersPtr m_numbers;
    quint64 m_job = 0; ///< the newest request; results of older ones are dropped
};

} // namespace pipeglass::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "compose/history.h"
#include "core/side.h"
#include "core/strongid.h"
#include "decoding/decoderregistry.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace pipeglass::ui {

namespace Ui {
class ComposeBar;
}

/// The field for a message, as text (sent as UTF-8) or hex. Enter or Send sends; Up and Down step through sent
/// messages, except texts that are too long to be shown (MessageField).
class ComposeBar : public QWidget {
    Q_OBJECT

public:
    enum Mode { TextMode, HexMode };

    struct Recipient {
        ConnectionId id; ///< invalid: all clients
        QString name;
    };

    explicit ComposeBar(QWidget *parent = nullptr);
    ~ComposeBar() override;

    /// For messages that are edited as values. `hint`: what is known of those that are sent.
    void setDecoders(const decoding::DecoderRegistryPtr &decoders) { m_decoders = decoders; }
    void setHint(const decoding::Hint &hint) { m_hint = hint; }
    void setFramingTitle(const QString &title, const QString &description);
    /// The possible recipients; empty hides the choice. The selection remains, even if that client has disconnected:
    /// then sending is disabled until another one is chosen.
    void setRecipients(std::vector<Recipient> recipients);
    /// Offers the choice to which side of other programs' connections the message is sent.
    void offerSides();
    [[nodiscard]] Side recipientSide() const; ///< of that choice
    /// Why sending is disabled; empty: it is enabled.
    void setBlocked(const QString &reason);

    /// Shows these bytes in the dialog for editing, and what becomes of them in the field.
    void editPayload(const QByteArray &payload);
    /// As text, or as hex where that cannot hold them.
    void setPayload(const QByteArray &payload);
    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    /// The submitted message was accepted: adds it to the history, and clears the field unless it was edited meanwhile.
    void accepted();

public Q_SLOTS:
    void focusField();
    void submit();

Q_SIGNALS:
    void sendRequested(const QByteArray &payload, pipeglass::ConnectionId to);
    void errorOccurred(const QString &sentence); ///< the content of the field cannot be sent

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] std::optional<QByteArray> payload() const; ///< nullopt: not valid hex
    void sayInvalidHex();
    [[nodiscard]] History::Line line() const;
    void setLine(const History::Line &line);
    void adaptToMode();
    void adaptEnabled();
    void recipientChosen();

    std::unique_ptr<Ui::ComposeBar> m_ui;
    decoding::DecoderRegistryPtr m_decoders;
    decoding::Hint m_hint;
    ConnectionId m_gone; ///< selected, but disconnected
    QString m_blocked; ///< why sending is disabled
    History m_history;
    History::Line m_submitted;
};

} // namespace pipeglass::ui

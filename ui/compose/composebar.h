// SPDX-License-Identifier: MIT
#pragma once

#include "compose/history.h"
#include "core/side.h"
#include "core/strongid.h"

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

    void setFramingTitle(const QString &title, const QString &description);
    /// The possible recipients; empty hides the choice. The selection remains, even if that client has disconnected:
    /// then sending is disabled until another one is chosen.
    void setRecipients(std::vector<Recipient> recipients);
    /// Offers the choice to which side of other programs' connections the message is sent.
    void offerSides();
    [[nodiscard]] Side recipientSide() const; ///< of that choice
    /// Why sending is disabled; empty: it is enabled.
    void setBlocked(const QString &reason);

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
    [[nodiscard]] History::Line line() const;
    void setLine(const History::Line &line);
    void adaptToMode();
    void adaptEnabled();
    void recipientChosen();

    std::unique_ptr<Ui::ComposeBar> m_ui;
    ConnectionId m_gone; ///< selected, but disconnected
    QString m_blocked; ///< why sending is disabled
    History m_history;
    History::Line m_submitted;
};

} // namespace pipeglass::ui

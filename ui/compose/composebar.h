// SPDX-License-Identifier: MIT
#pragma once

#include "compose/history.h"
#include "core/strongid.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace pipeglass::ui {

namespace Ui {
class ComposeBar;
}

/// The line in which a person writes a message: as text (sent as UTF-8) or as hex. Enter or Send sends; Up and Down
/// step through what was sent before, but for texts too long to be shown (MessageField).
class ComposeBar : public QWidget {
    Q_OBJECT

public:
    enum Mode { TextMode, HexMode };

    struct Recipient {
        ConnectionId id; ///< invalid: everybody
        QString name;
    };

    explicit ComposeBar(QWidget *parent = nullptr);
    ~ComposeBar() override;

    void setFramingTitle(const QString &title, const QString &description);
    /// Whom it can be sent to; empty hides the choice. What was chosen stays chosen, also where it is there no more:
    /// then nothing can be sent until somebody is chosen anew.
    void setRecipients(std::vector<Recipient> recipients);
    /// Why nothing can be sent now; empty: it can.
    void setBlocked(const QString &reason);

    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    /// What was submitted last has been taken: it goes into the history, and the field becomes empty for the next one,
    /// unless somebody has typed on meanwhile.
    void accepted();

public Q_SLOTS:
    void focusField();
    void submit();

Q_SIGNALS:
    void sendRequested(const QByteArray &payload, pipeglass::ConnectionId to);
    void complaint(const QString &sentence); ///< what stands in the field cannot be sent

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] History::Line line() const;
    void setLine(const History::Line &line);
    void adaptToMode();
    void adaptEnabled();
    void recipientChosen();

    std::unique_ptr<Ui::ComposeBar> m_ui;
    ConnectionId m_gone; ///< chosen, and there no more
    QString m_blocked; ///< why nothing can be sent
    History m_history;
    History::Line m_submitted;
};

} // namespace pipeglass::ui

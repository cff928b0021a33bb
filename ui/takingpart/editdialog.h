// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace pipeglass::ui {

/// Edits the payload of a message as text (UTF-8) or hex. A payload that the text field cannot hold unchanged is shown
/// as hex only. Deletes itself when closed; show it with open().
class EditDialog : public QDialog {
    Q_OBJECT

public:
    explicit EditDialog(const QByteArray &payload, QWidget *parent = nullptr);

    [[nodiscard]] const QByteArray &payload() const { return m_payload; }

    void accept() override;

private:
    enum Mode { TextMode, HexMode };

    [[nodiscard]] bool take(Mode mode);
    void setMode(int mode);
    [[nodiscard]] bool show(Mode mode);

    QByteArray m_payload;
    Mode m_shown = TextMode;
    QComboBox *m_mode;
    QPlainTextEdit *m_field;
    QLabel *m_problem;
};

} // namespace pipeglass::ui

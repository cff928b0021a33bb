// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoderregistry.h"

#include <QDialog>

class QComboBox;
class QLabel;

namespace pipeglass::ui {

class SourceEditor;

/// Edits the payload of a message as text (UTF-8), as hex, or as the values of a format, which are encoded again. A
/// payload that a form cannot hold unchanged is not shown in it. Deletes itself when closed; show it with open().
class EditDialog : public QDialog {
    Q_OBJECT

public:
    /// `decoders`: null: text and hex only. Begins with the recognized format.
    explicit EditDialog(
        const QByteArray &payload, const decoding::DecoderRegistryPtr &decoders = {}, const decoding::Hint &hint = {},
        QWidget *parent = nullptr);

    [[nodiscard]] const QByteArray &payload() const { return m_payload; }

    void accept() override;

private:
    enum Mode { TextMode, HexMode, FirstFormat };

    void addFormats();
    void begin();
    [[nodiscard]] bool take(int mode);
    [[nodiscard]] bool takeValues(int mode);
    void setMode(int mode);
    [[nodiscard]] bool show(int mode);
    void check();
    void showProblem(const QString &problem);
    [[nodiscard]] const decoding::Decoder *decoderOf(int mode) const;

    QByteArray m_payload;
    decoding::DecoderRegistryPtr m_decoders;
    decoding::Hint m_hint;
    int m_shown = TextMode;
    QComboBox *m_mode;
    SourceEditor *m_field;
    QLabel *m_problem;
};

} // namespace pipeglass::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"
#include "formats/formatpreview.h"
#include "framing/framingregistry.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace pipeglass::ui {

class DecodedView;
class SourceEditor;
class MessageBar;

/// Edits the text of a format, and shows how it would cut and decode the first bytes of a conversation, while one
/// types. Deletes itself when closed.
class FormatDialog : public QDialog {
    Q_OBJECT

public:
    static constexpr qsizetype maxBytes = qsizetype{ 64 } << 10U; ///< of each direction

    /// `inUse`: the framing to begin with, where it has a description. `framings` must outlive this.
    FormatDialog(
        const framing::FramingRegistry &framings, capture::MessageListPtr recording, const framing::Framing &inUse,
        QWidget *parent = nullptr);
    ~FormatDialog() override;

    void setText(const QString &text);
    void openFile(const QString &path);
    void saveFile(const QString &path);

Q_SIGNALS:
    void used(const pipeglass::framing::FramingPtr &framing);

private:
    void setUpList();
    void setUpTop();
    void startFrom(const QByteArray &id);
    void readSample();
    void preview();
    void showPreview(const FormatPreview &preview);
    void fillList();
    void showCurrent();
    void use();
    void askToOpen();
    void askToSave();
    [[nodiscard]] QString summary() const;

    const framing::FramingRegistry &m_framings;
    capture::MessageListPtr m_recording;
    framing::StreamSample m_sample;
    FormatPreview m_preview;
    quint64 m_job = 0; ///< results of older ones are dropped
    QTimer m_pause; ///< until a change is previewed
    QComboBox *m_presets;
    MessageBar *m_bar;
    SourceEditor *m_editor;
    QPushButton *m_problem; ///< goes to the error
    QLabel *m_summary;
    QTreeWidget *m_list;
    DecodedView *m_decoded;
    QPushButton *m_use = nullptr;
};

} // namespace pipeglass::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "core/threads/backgroundthread.h"
#include "engine/sessioninfo.h"
#include "exporting/export.h"

#include <QDialog>
#include <QTimer>

#include <atomic>
#include <memory>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;

namespace pipeglass::ui {

class MessageBar;

/// Asks where and how to save a conversation, and saves it in a background thread. Other windows stay usable.
class SaveDialog : public QDialog {
    Q_OBJECT

public:
    /// `shown`: the messages as the tab shows them, perhaps with another framing. `directory`: to begin with.
    SaveDialog(
        const engine::SessionInfo &session, capture::MessageListPtr shown, const QString &directory,
        QWidget *parent = nullptr);
    ~SaveDialog() override;

    void setPath(const QString &path);

Q_SIGNALS:
    /// `isWhole`: as a recording, with all its messages.
    void saved(const QByteArray &path, quint64 messages, bool isRecording, bool isWhole);

protected:
    void reject() override;

private:
    struct Progress {
        std::atomic<quint64> done{ 0 };
        std::atomic<quint64> all{ 0 };
        std::atomic<bool> isCancelled{ false };
    };
    struct Outcome {
        quint64 messages = 0;
        bool isCancelled = false;
        std::optional<Error> error = {};
    };

    void fillForm(QFormLayout &form);
    void browse();
    void adaptPath();
    void adapt();
    void save(bool replaces);
    void finish(const Outcome &outcome);
    [[nodiscard]] exporting::Format format() const;
    [[nodiscard]] static Outcome write(const exporting::ExportRequest &request, Progress &progress);

    engine::SessionInfo m_session;
    capture::MessageListPtr m_shown;
    MessageBar *m_bar;
    QComboBox *m_format;
    QLineEdit *m_path;
    QCheckBox *m_asShown;
    QLineEdit *m_filter;
    QLabel *m_filterProblem;
    QProgressBar *m_progressBar;
    QDialogButtonBox *m_buttons;
    QTimer m_poll; ///< while it is saved
    exporting::ExportRequest m_request; ///< of the last try
    std::shared_ptr<Progress> m_progress; ///< null: not saving
    BackgroundThread m_background;
};

} // namespace pipeglass::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessioninfo.h"

#include <QObject>
#include <QSet>

namespace pipeglass::ui {

class KeptActions;
class Settings;
class Workers;

namespace Ui {
class MainWindow;
}

/// The menu "File": opens recordings, also those that are dropped on the window. Window's thread.
class FileActions : public QObject {
    Q_OBJECT

public:
    /// The arguments must outlive this object.
    FileActions(Ui::MainWindow &ui, Workers &workers, Settings &settings, QWidget *window);

    [[nodiscard]] KeptActions *kept() const { return m_kept; }
    /// Shows the file if it is open already. An error is shown in the window's bar.
    void openFile(const QByteArray &path);

Q_SIGNALS:
    void recentFilled(); ///< the menu of recent files has other actions; the data() of a recording is its path
    void asked(quint64 ticket); ///< of the engine, to open a file

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void chooseFiles();
    void showSaveDialog();
    void saved(const QByteArray &path, quint64 messages, bool isRecording);
    [[nodiscard]] QString directory() const; ///< of the last file
    void fillRecent();
    void addKept();
    void addClearing();
    void addRecent(const QByteArray &path);
    void opened(quint64 ticket, const engine::SessionInfo &session);
    void failed(quint64 ticket, const Error &error);

    Ui::MainWindow &m_ui;
    Workers &m_workers;
    Settings &m_settings;
    QWidget *m_window;
    KeptActions *m_kept;
    QSet<quint64> m_asked;
};

} // namespace pipeglass::ui

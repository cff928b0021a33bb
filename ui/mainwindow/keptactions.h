// SPDX-License-Identifier: MIT
#pragma once

#include "capture/keptrecordings.h"
#include "core/threads/backgroundthread.h"
#include "engine/sessioninfo.h"

#include <QObject>
#include <QSet>

#include <vector>

namespace pipeglass::ui {

class Settings;
class Workers;

namespace Ui {
class MainWindow;
}

/// Recordings of conversations that were not saved: they are kept for a while, listed in the menu of recent files, and
/// limited in size. Window's thread.
class KeptActions : public QObject {
    Q_OBJECT

public:
    /// The arguments must outlive this object.
    KeptActions(Ui::MainWindow &ui, Workers &workers, Settings &settings, QObject *parent);

    /// The complete ones, the newest first, as of the last look().
    [[nodiscard]] const std::vector<capture::KeptRecording> &list() const { return m_list; }
    void applySettings(); ///< they were changed
    void look(); ///< `changed` follows if there are others
    [[nodiscard]] bool isKept(const QByteArray &path) const; ///< one of ours

Q_SIGNALS:
    void changed();
    void limitRequested(); ///< to be changed
    void openRequested(const QByteArray &path);

private:
    void findUnfinished();
    void tellUnfinished(const std::vector<capture::KeptRecording> &found);
    void warnNearLimit(SessionId id);

    Ui::MainWindow &m_ui;
    Workers &m_workers;
    Settings &m_settings;
    QByteArray m_directory; ///< empty: nothing is kept
    std::vector<capture::KeptRecording> m_list;
    QSet<SessionId> m_warned; ///< sessions that are near their limit
    BackgroundThread m_background;
};

} // namespace pipeglass::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/pipehistory.h"
#include "core/error.h"
#include "framing/framings.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QAction;
class QLabel;

namespace pipeglass::ui {

class MessageBar;

namespace Ui {
class OverviewPanel;
}

/// All that is known of the chosen pipe: a drawing, who can connect, the facts, and the buttons for what to do next.
class OverviewPanel : public QWidget {
    Q_OBJECT

public:
    explicit OverviewPanel(QWidget *parent = nullptr);
    ~OverviewPanel() override;

    /// The buttons do what these actions do.
    void setActions(QAction *attach, QAction *host);
    /// Null: nothing is chosen, or what was chosen has gone.
    void setEntry(const catalog::PipeEntryPtr &entry);
    /// What happened at the path of the entry while somebody watched; nothing where that is not known. Shown until the
    /// next call, so give it with each entry.
    void setHistory(const std::optional<catalog::PipeHistory::Past> &past);
    /// The framing for the next attachment.
    [[nodiscard]] framing::FramingPtr framing() const;
    [[nodiscard]] MessageBar *bar() const;
    /// Says what attaching does to a server that serves one client, and asks; `attach` is told whether to be silent
    /// from now on.
    void askBeforeAttaching(const catalog::PipeEntry &entry, std::function<void(bool never)> attach);

Q_SIGNALS:
    /// "Let others connect…"
    void accessRequested();
    /// "Delete stale file", which is offered where the entry is stale.
    void deleteRequested();

private:
    QLabel *addFact(const QString &title);
    void fill(const catalog::PipeEntry &entry);

    std::unique_ptr<Ui::OverviewPanel> m_ui;
    QLabel *m_server;
    QLabel *m_clients;
    QLabel *m_type;
    QLabel *m_owner;
    QLabel *m_mode;
    QLabel *m_modified;
    QLabel *m_changed;
    QLabel *m_file;
    QLabel *m_history;
    QByteArray m_path;
};

} // namespace pipeglass::ui

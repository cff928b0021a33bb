// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipehistory.h"
#include "core/error.h"
#include "framing/framingregistry.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QAction;

namespace pipeglass::ui {

class CatalogService;
class DetailsWatch;
class MessageBar;
struct PipeDetails;

namespace Ui {
class OverviewPanel;
}

/// All that is known of the chosen pipe: a drawing of who is connected, what it is, who can connect, what endangers it,
/// the connections, the facts, and the buttons for what to do next. While it is shown it asks again and again for what
/// the row does not hold.
class OverviewPanel : public QWidget {
    Q_OBJECT

public:
    explicit OverviewPanel(QWidget *parent = nullptr);
    ~OverviewPanel() override;

    /// Where it asks; outlives the panel.
    void setService(CatalogService &service, const framing::FramingRegistry &framings);
    /// The buttons do what these actions do.
    void setActions(QAction *attach, QAction *host);
    /// Null: nothing is chosen, or what was chosen has gone.
    void setEntry(const catalog::PipeEntryPtr &entry);
    /// One that has gone already was chosen.
    void setGone(const QByteArray &path);
    /// Of the pipe that it shows, or showed before that went; empty before the first.
    [[nodiscard]] const QByteArray &path() const { return m_path; }
    /// What happened at path() while somebody watched; nothing where that is not known. Shown until the next call, so
    /// give it with each entry.
    void setHistory(const std::optional<catalog::PipeHistory::Record> &past);
    /// Asks again what the row does not hold.
    void refresh();
    /// The framing for the next attachment: what the endpoint is known to speak, else what the person chose last.
    [[nodiscard]] framing::FramingPtr framing() const;
    [[nodiscard]] MessageBar *bar() const;
    /// Whether attaching to it does harm, whatever the person wants to be told otherwise.
    [[nodiscard]] static bool attachingHarms(const catalog::PipeEntry &entry);
    /// Says what attaching does, to this endpoint or to a server that serves one client, and asks; `attach` is told
    /// whether to be silent from now on.
    void askBeforeAttaching(const catalog::PipeEntry &entry, std::function<void(bool never)> attach);

Q_SIGNALS:
    /// "Let others connect…"
    void accessRequested();
    /// "Delete stale file", which is offered where the entry is stale.
    void deleteRequested();
    /// The row of this path whose server is process `pid` is to be chosen.
    void rowRequested(const QByteArray &path, qint64 pid);
    void processRequested(qint64 pid); ///< one of the drawing
    /// By setEntry(), also where it is the same one; null: none.
    void entryChanged(const pipeglass::catalog::PipeEntryPtr &entry);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void fill(const catalog::PipeEntry &entry);
    void fillEndpoint(const catalog::PipeEntry &entry);
    void presetFraming(const catalog::PipeEntry &entry);
    void showDetails(const PipeDetails &details);
    void draw();
    void goToConnections();

    std::unique_ptr<Ui::OverviewPanel> m_ui;
    DetailsWatch *m_watch;
    CatalogService *m_service = nullptr;
    const framing::FramingRegistry *m_framings = nullptr;
    catalog::PipeEntryPtr m_entry;
    std::unique_ptr<PipeDetails> m_details; ///< of m_entry; null while there is no answer
    QByteArray m_path; ///< of the last entry
    QByteArray m_chosenFraming; ///< by the person
    bool m_isPreset = false; ///< the framing, for the pipe that is shown
};

} // namespace pipeglass::ui

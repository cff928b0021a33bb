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

/// All about the selected pipe: drawing, endpoint, who can connect, problems, connections, properties, and buttons for
/// actions. Refreshes details while visible.
class OverviewPanel : public QWidget {
    Q_OBJECT

public:
    explicit OverviewPanel(QWidget *parent = nullptr);
    ~OverviewPanel() override;

    /// The service must outlive the panel.
    void setService(CatalogService &service, const framing::FramingRegistry &framings);
    /// The buttons trigger these actions.
    void setUsualFraming(const QByteArray &id); ///< to attach with; ignored if unknown
    void setActions(QAction *attach, QAction *host);
    /// Null: nothing is chosen, or the chosen pipe was removed.
    void setEntry(const catalog::PipeEntryPtr &entry);
    /// A removed pipe was chosen.
    void setGone(const QByteArray &path);
    /// Of the pipe shown now or last; empty before the first.
    [[nodiscard]] const QByteArray &path() const { return m_path; }
    /// The history of path(), nullopt if unknown. Shown until the next call, so call it with each entry.
    void setHistory(const std::optional<catalog::PipeHistory::Record> &past);
    /// Refreshes the details.
    void refresh();
    /// The framing for the next attachment: of the recognized endpoint, else the one chosen last.
    [[nodiscard]] framing::FramingPtr framing() const;
    /// The framing for a tap: of the recognized endpoint, else the one chosen, else each direction's is guessed.
    [[nodiscard]] framing::FramingPtr tapFraming() const;
    [[nodiscard]] MessageBar *bar() const;
    /// Whether attaching is harmful, so that the question is always asked.
    [[nodiscard]] static bool attachingHarms(const catalog::PipeEntry &entry);
    /// Asks before attaching, with the consequences for this endpoint or for a single-instance server; `attach` gets
    /// whether not to ask again.
    void askBeforeAttaching(const catalog::PipeEntry &entry, std::function<void(bool never)> attach);

Q_SIGNALS:
    /// "Let others connect…"
    void accessRequested();
    /// "Delete stale file", shown if the entry is stale.
    void deleteRequested();
    /// Select the row of this path that is served by process `pid`.
    void rowRequested(const QByteArray &path, qint64 pid);
    void processRequested(qint64 pid); ///< a process of the drawing was clicked
    /// Emitted by setEntry(), even for the same entry; null: none.
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
    std::unique_ptr<PipeDetails> m_details; ///< of m_entry; null before an answer
    QByteArray m_path; ///< of the last entry
    QByteArray m_chosenFraming; ///< by the user
    bool m_isChosen = false; ///< the person chose a framing for pipes that are not recognized
    bool m_isPreset = false; ///< the framing was set for the endpoint of this pipe
};

} // namespace pipeglass::ui

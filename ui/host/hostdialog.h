// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"
#include "engine/engine.h"
#include "framing/framingregistry.h"
#include "rules/ruleset.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace pipeglass::ui {

class Settings;

namespace Ui {
class HostDialog;
}

/// Asks what to host and stays open until that has succeeded; errors are shown next to the fields. A stale socket is
/// replaced only after a confirmation.
class HostDialog : public QDialog {
    Q_OBJECT

public:
    /// Offers names that were hosted before. The arguments must outlive it.
    HostDialog(
        engine::Engine &engine, Settings &settings, const framing::FramingRegistry &framings,
        QWidget *parent = nullptr);
    ~HostDialog() override;

    void setName(const QString &name);

Q_SIGNALS:
    /// The engine was called with this ticket; the window handles `opened`.
    void asked(quint64 ticket);

private:
    [[nodiscard]] std::optional<engine::HostRequest> request() const;
    void adapt();
    void editRules();
    void ask(bool replaceStale);
    void failed(quint64 ticket, const Error &error);

    std::unique_ptr<Ui::HostDialog> m_ui;
    engine::Engine &m_engine;
    rules::RuleSet m_rules; ///< valid ones
    quint64 m_ticket = 0; ///< of the pending request
};

} // namespace pipeglass::ui

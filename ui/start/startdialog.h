// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"
#include "engine/engine.h"
#include "framing/framingregistry.h"

#include <QDialog>

#include <memory>

namespace pipeglass::ui {

class Settings;

namespace Ui {
class StartDialog;
}

/// Asks which program to start, and stays open until it runs; errors are shown in it. Offers what was started before.
class StartDialog : public QDialog {
    Q_OBJECT

public:
    StartDialog(
        engine::Engine &engine, Settings &settings, const framing::FramingRegistry &framings,
        QWidget *parent = nullptr);
    ~StartDialog() override;

    void choose(const QString &commandLine); ///< one of the remembered ones

Q_SIGNALS:
    /// The engine was called with this ticket; the window handles `opened`.
    void asked(quint64 ticket);

private:
    [[nodiscard]] QString problem() const; ///< with what was entered; empty: none
    void showRemembered(int index);
    void chooseDirectory();
    void adapt();
    void start();
    void failed(quint64 ticket, const Error &error);

    std::unique_ptr<Ui::StartDialog> m_ui;
    engine::Engine &m_engine;
    Settings &m_settings;
    quint64 m_ticket = 0; ///< of the pending request
};

} // namespace pipeglass::ui

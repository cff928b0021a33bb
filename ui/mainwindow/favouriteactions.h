// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings.h"
#include "framing/framingregistry.h"

#include <QObject>

namespace pipeglass::engine {
class Engine;
} // namespace pipeglass::engine

namespace pipeglass::ui {

class ComposeBar;
class ConversationPanel;

namespace Ui {
class MainWindow;
}

/// The menu of favourite messages: puts one into the field of the current conversation, with its framing, and saves the
/// content of the field as one. Window's thread.
class FavouriteActions : public QObject {
    Q_OBJECT

public:
    /// The arguments must outlive it.
    FavouriteActions(
        Ui::MainWindow &ui, Settings &settings, engine::Engine &engine, const framing::FramingRegistry &framings,
        QWidget *window);

private:
    void fill();
    void use(const Settings::Favourite &favourite);
    void add();
    void save(const QString &name);
    /// The field of the current conversation; null: there is none to write in.
    [[nodiscard]] ComposeBar *compose() const;

    Ui::MainWindow &m_ui;
    Settings &m_settings;
    engine::Engine &m_engine;
    const framing::FramingRegistry &m_framings;
    QWidget *m_window;
};

} // namespace pipeglass::ui

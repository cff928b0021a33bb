// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace pipeglass::ui {

namespace Ui {
class MainWindow;
}

/// Sets the help of "What's this?" for the controls of the window.
void addWhatsThis(Ui::MainWindow &ui);
/// For those of a conversation.
void addWhatsThisToConversation(const QWidget &panel);

} // namespace pipeglass::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "framings/framingguesses.h"

#include <QDialog>

class QFormLayout;
class QLabel;

namespace pipeglass::ui {

class FramingBox;

/// Chooses a framing for each direction of a conversation, beside what was guessed for it.
class DirectionsDialog : public QDialog {
    Q_OBJECT

public:
    /// `ours`: the side whose messages we send, so that their framing cannot be guessed.
    DirectionsDialog(
        const framing::FramingRegistry &framings, const FramingGuesses &guesses,
        const PerSide<framing::FramingPtr> &inUse, std::optional<Side> ours, QWidget *parent = nullptr);

    [[nodiscard]] PerSide<framing::FramingPtr> framings() const;

private:
    void addSide(QFormLayout &form, Side from, bool offersGuess);
    void showGuess(Side from);

    const framing::FramingRegistry &m_framings;
    const FramingGuesses &m_guesses;
    PerSide<framing::FramingPtr> m_inUse;
    PerSide<FramingBox *> m_boxes;
    PerSide<QLabel *> m_reasons;
};

} // namespace pipeglass::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framingregistry.h"

#include <QComboBox>

namespace pipeglass::ui {

/// Selects a framing. Starts with int32le.
class FramingBox : public QComboBox {
    Q_OBJECT

public:
    explicit FramingBox(QWidget *parent = nullptr);

    /// Call once, first. `framings` must outlive this.
    void setFramings(const framing::FramingRegistry &framings);
    [[nodiscard]] framing::FramingPtr framing() const; ///< not null
    /// Adds that each direction is guessed, as the first choice.
    void offerGuess();
    /// Selects it, also one that is not in the list. Not null.
    void setFraming(const framing::FramingPtr &framing);
    /// Ignored for an unknown id.
    void setFramingId(const QByteArray &id);

    void showPopup() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addInstalled();
    void addFraming(int at, const framing::Framing &framing);

    const framing::FramingRegistry *m_framings = nullptr;
    framing::FramingPtr m_guess; ///< null: not offered
    framing::FramingPtr m_other; ///< of setFraming(), not in the registry
};

} // namespace pipeglass::ui

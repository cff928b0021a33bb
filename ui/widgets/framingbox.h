// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framingregistry.h"

#include <QComboBox>

namespace pipeglass::ui {

/// Chooses how a stream is cut into messages. Starts with the classic, int32le.
class FramingBox : public QComboBox {
    Q_OBJECT

public:
    explicit FramingBox(QWidget *parent = nullptr);

    /// Once, before anything else: what can be chosen, which outlives this.
    void setFramings(const framing::FramingRegistry &framings);
    [[nodiscard]] framing::FramingPtr framing() const; ///< not null
    /// Ignored where there is no framing of that id.
    void setFramingId(const QByteArray &id);

private:
    const framing::FramingRegistry *m_framings = nullptr;
};

} // namespace pipeglass::ui

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
    /// Ignored for an unknown id.
    void setFramingId(const QByteArray &id);

private:
    const framing::FramingRegistry *m_framings = nullptr;
};

} // namespace pipeglass::ui

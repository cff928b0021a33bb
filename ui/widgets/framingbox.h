// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framings.h"

#include <QComboBox>

namespace pipeglass::ui {

/// Chooses how a stream is cut into messages. Starts with the classic, int32le.
class FramingBox : public QComboBox {
    Q_OBJECT

public:
    explicit FramingBox(QWidget *parent = nullptr);

    [[nodiscard]] framing::FramingPtr framing() const;
    /// Ignored where there is no framing of that id.
    void setFramingId(const QByteArray &id);
};

} // namespace pipeglass::ui

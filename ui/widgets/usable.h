// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QAction;

namespace pipeglass::ui {

/// Enables the action if `whyNot` is empty. The tool tip tells what it does, or why it cannot be used.
void setUsable(QAction &action, const QString &whyNot, const QString &what);
/// Only the reason; for an action whose tool tip is set elsewhere.
void setWhyNot(QAction &action, const QString &whyNot);
/// Why a disabled action cannot be used; empty: unknown, or it is enabled.
[[nodiscard]] QString whyNotUsable(const QAction &action);

} // namespace pipeglass::ui

// SPDX-License-Identifier: MIT
#pragma once

#include <QPointer>
#include <QWidget>

namespace pipeglass::ui {

/// Scope guard for disabling or hiding widgets: if the focused widget of `area` is affected, moves the focus to the
/// first usable one of `places`, instead of the next widget in the window.
class FocusGuard {
    Q_DISABLE_COPY_MOVE(FocusGuard)

public:
    FocusGuard(const QWidget *area, std::initializer_list<QWidget *> places);
    ~FocusGuard();

private:
    QPointer<QWidget> m_focus; ///< focused before; null: outside of the area
    std::vector<QWidget *> m_places;
};

} // namespace pipeglass::ui

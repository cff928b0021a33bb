// SPDX-License-Identifier: MIT
#pragma once

#include <QPointer>
#include <QWidget>

namespace pipeglass::ui {

/// Lives while widgets are disabled or hidden. If the one with the focus was in `area` and is one of those, the focus
/// goes to the first of `places` that can have it, instead of to whatever comes next in the window.
class FocusGuard {
    Q_DISABLE_COPY_MOVE(FocusGuard)

public:
    FocusGuard(const QWidget *area, std::initializer_list<QWidget *> places);
    ~FocusGuard();

private:
    QPointer<QWidget> m_focus; ///< before; null: not in the area
    std::vector<QWidget *> m_places;
};

} // namespace pipeglass::ui

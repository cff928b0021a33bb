// SPDX-License-Identifier: MIT
#include "widgets/focusguard.h"

namespace pipeglass::ui {

namespace {

bool canHaveFocus(const QWidget *widget) { return widget != nullptr && widget->isVisible() && widget->isEnabled(); }

} // namespace

FocusGuard::FocusGuard(const QWidget *area, std::initializer_list<QWidget *> places)
    : m_places(places)
{
    // Also while another window is active.
    QWidget *focus = area->window()->focusWidget();
    if (canHaveFocus(focus) && area->isAncestorOf(focus))
        m_focus = focus;
}

FocusGuard::~FocusGuard()
{
    if (m_focus.isNull() || canHaveFocus(m_focus))
        return;
    for (QWidget *place : m_places) {
        if (canHaveFocus(place)) {
            place->setFocus();
            return;
        }
    }
}

} // namespace pipeglass::ui

// SPDX-License-Identifier: MIT
#include "widgets/usable.h"

#include <QAction>
#include <QVariant>

namespace pipeglass::ui {

namespace {

const char *const whyNotProperty = "whyNot";

} // namespace

void setUsable(QAction &action, const QString &whyNot, const QString &what)
{
    action.setEnabled(whyNot.isEmpty());
    action.setToolTip(whyNot.isEmpty() ? what : whyNot);
    setWhyNot(action, whyNot);
}

void setWhyNot(QAction &action, const QString &whyNot) { action.setProperty(whyNotProperty, whyNot); }

QString whyNotUsable(const QAction &action)
{
    return action.isEnabled() ? QString() : action.property(whyNotProperty).toString();
}

} // namespace pipeglass::ui

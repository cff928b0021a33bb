// SPDX-License-Identifier: MIT
#include "framing/framing.h"

#include <QCoreApplication>

namespace pipeglass::framing {

QString Framing::title() const { return QCoreApplication::translate("Framing", m_name.title); }

QString Framing::description() const { return QCoreApplication::translate("Framing", m_name.description); }

} // namespace pipeglass::framing

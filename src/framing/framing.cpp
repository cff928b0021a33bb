// SPDX-License-Identifier: MIT
#include "framing/framing.h"

#include "core/path.h"

#include <QCoreApplication>

namespace pipeglass::framing {

StreamNames StreamNames::of(QByteArrayView path, const QByteArray &program)
{
    constexpr QByteArrayView prefix("CoreFxPipe_");
    const QByteArrayView leaf = leafOf(path);
    return { (leaf.startsWith(prefix) ? leaf.sliced(prefix.size()) : leaf).toByteArray(), program };
}

QString Framing::title() const { return QCoreApplication::translate("Framing", m_name.title); }

QString Framing::description() const { return QCoreApplication::translate("Framing", m_name.description); }

FramingPtr forStream(const FramingPtr &framing, const StreamNames &names)
{
    FramingPtr named = framing->withNames(names);
    return named != nullptr ? named : framing;
}

} // namespace pipeglass::framing

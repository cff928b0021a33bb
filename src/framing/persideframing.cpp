// SPDX-License-Identifier: MIT
#include "framing/persideframing.h"

#include <QCoreApplication>

namespace pipeglass::framing {

PerSideFraming::PerSideFraming(PerSide<FramingPtr> framings)
    : Framing({})
    , m_framings(std::move(framings))
{
}

QByteArray PerSideFraming::id() const { return m_framings.client->id() + '/' + m_framings.server->id(); }

QString PerSideFraming::title() const
{
    return m_framings.client->title() + QLatin1String(" / ") + m_framings.server->title();
}

QString PerSideFraming::description() const
{
    return QCoreApplication::translate("Framing", "From the client: %1 From the server: %2")
        .arg(m_framings.client->description(), m_framings.server->description());
}

FramingPtr PerSideFraming::withNames(const StreamNames &names) const
{
    return std::make_shared<const PerSideFraming>(
        PerSide<FramingPtr>{ forStream(m_framings.client, names), forStream(m_framings.server, names) });
}

std::unique_ptr<Framer> PerSideFraming::makeFramer(Side from, qsizetype limit) const
{
    return m_framings[from]->makeFramer(from, limit);
}

Result<Frame> PerSideFraming::encode(const Slice &payload, Side from, qsizetype limit) const
{
    return m_framings[from]->encode(payload, from, limit);
}

} // namespace pipeglass::framing

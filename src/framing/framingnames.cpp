// SPDX-License-Identifier: MIT
#include "framing/autoframing.h"
#include "framing/framingregistry.h"
#include "framing/persideframing.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace pipeglass::framing {

std::vector<FramingPtr> FramingRegistry::all() const
{
    std::vector<FramingPtr> framings = m_own;
    const std::scoped_lock lock(m_installed->mutex);
    framings.insert(framings.end() - 1, m_installed->framings.begin(), m_installed->framings.end());
    return framings;
}

void FramingRegistry::update() const
{
    std::vector<FramingPtr> installed = m_files ? m_files->installed(m_own) : std::vector<FramingPtr>();
    const std::scoped_lock lock(m_installed->mutex);
    m_installed->framings = std::move(installed);
}

FramingPtr FramingRegistry::find(QByteArrayView id) const
{
    const auto in = [id](const std::vector<FramingPtr> &framings) {
        const auto found = std::ranges::find_if(framings, [&](const FramingPtr &one) { return one->id() == id; });
        return found == framings.end() ? nullptr : *found;
    };
    if (FramingPtr own = in(m_own))
        return own;
    const std::scoped_lock lock(m_installed->mutex);
    return in(m_installed->framings);
}

/// A file name may contain slashes, so a value that begins with "@" is one file if there is such a file, else two where
/// the first one exists.
Result<FramingPtr> FramingRegistry::parse(QByteArrayView text) const
{
    qsizetype slash = text.indexOf('/');
    if (text.startsWith('@') && m_files) {
        const auto isFile = [&](QByteArrayView name) { return m_files->isFile(name.sliced(1).toByteArray()); };
        if (isFile(text))
            return parseOne(text);
        while (slash >= 0 && !isFile(text.first(slash)))
            slash = text.indexOf('/', slash + 1);
    }
    if (slash < 0)
        return parseOne(text);
    const Result<FramingPtr> client = parseOne(text.first(slash));
    const Result<FramingPtr> server = parseOne(text.sliced(slash + 1));
    if (!client || !server)
        return client ? server : client;
    return std::make_shared<const PerSideFraming>(PerSide<FramingPtr>{ *client, *server });
}

Result<FramingPtr> FramingRegistry::parseOne(QByteArrayView text) const
{
    if (FramingPtr found = find(text))
        return found;
    if (text == "auto")
        return guessing();
    if (text.startsWith('@') && m_files)
        return m_files->open(text.sliced(1).toByteArray());
    QStringList ids;
    for (const FramingPtr &framing : all())
        ids += QString::fromLatin1(framing->id());
    return failure(
        ErrorCode::InvalidArgument, text.toByteArray(),
        QCoreApplication::translate("Framing", "expected one of %1, or @FILE").arg(ids.join(QLatin1String(", "))));
}

FramingPtr FramingRegistry::guessing() const { return std::make_shared<const AutoFraming>(*this); }

PerSide<FramingPtr> FramingRegistry::sidesOf(const FramingPtr &framing) const
{
    const QByteArray id = framing->id();
    const qsizetype slash = id.indexOf('/');
    const FramingPtr client = slash < 0 ? nullptr : find(QByteArrayView(id).first(slash));
    const FramingPtr server = slash < 0 ? nullptr : find(QByteArrayView(id).sliced(slash + 1));
    return client != nullptr && server != nullptr ? PerSide<FramingPtr>{ client, server }
                                                  : PerSide<FramingPtr>{ framing, framing };
}

QByteArray FramingRegistry::sourceOf(const Framing &framing) const
{
    QByteArray own = framing.source();
    return own.isEmpty() && m_files ? m_files->descriptionOf(framing.id()) : own;
}

} // namespace pipeglass::framing

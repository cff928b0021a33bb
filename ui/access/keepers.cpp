// SPDX-License-Identifier: MIT
#include "access/keepers.h"

namespace pipeglass::ui {

using access::Keeper;

void Keepers::keep(const access::Journal &journal, const access::ChangeEntry &rule)
{
    auto *keeper = new Keeper(journal, rule, this);
    const quint32 id = rule.id;
    const QByteArray path = rule.path;
    connect(keeper, &Keeper::repeated, this, [this, id, path](quint64 count) { Q_EMIT repeated(id, path, count); });
    connect(keeper, &Keeper::failed, this, &Keepers::failed);
    connect(keeper, &Keeper::ended, this, [this, id] { stop(id); });
    m_keepers.insert(id, keeper);
    if (const Status status = keeper->start(); !status) {
        Q_EMIT failed(status.error());
        stop(id);
        return;
    }
    if (m_keepers.contains(id))
        Q_EMIT started(id, path);
}

void Keepers::stop(quint32 journalId)
{
    // The keeper may be the caller.
    if (Keeper *keeper = m_keepers.take(journalId)) {
        keeper->deleteLater();
        Q_EMIT ended(journalId);
    }
}

} // namespace pipeglass::ui

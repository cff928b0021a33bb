// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/keeper.h"

#include <QHash>

namespace pipeglass::ui {

/// The kept changes of this window. Lives in a thread with an event loop.
class Keepers : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Emits `failed` if the directory cannot be watched.
    void keep(const access::Journal &journal, const access::ChangeEntry &rule);
    void stop(quint32 journalId);

Q_SIGNALS:
    void started(quint32 journalId, const QByteArray &path);
    void repeated(quint32 journalId, const QByteArray &path, quint64 count);
    void failed(const pipeglass::Error &error);
    void ended(quint32 journalId);

private:
    QHash<quint32, access::Keeper *> m_keepers;
};

} // namespace pipeglass::ui

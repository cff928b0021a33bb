// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/bindprobe.h"
#include "exchange/heldsocket.h"
#include "exchange/repair.h"
#include "exchange/tapentry.h"

namespace pipeglass::exchange {

/// Undoes one tap that is not running any more. One call.
class TapRepair {
public:
    TapRepair(TapEntry entry, RepairMode mode);

    [[nodiscard]] RepairOutcome run();

private:
    [[nodiscard]] bool openDirectory();
    [[nodiscard]] bool isSameDirectory(const FileIdentity &there);
    [[nodiscard]] bool hasAnyName() const;
    [[nodiscard]] bool repairPublicName();
    [[nodiscard]] bool isOurs(const TapSpare &spare, const FileFacts &there) const;
    void repairSpare(const TapSpare &spare);
    void awaitEnds();
    void restoreLiving();
    [[nodiscard]] bool isDead(const HeldSocket &socket);
    void remove(const QByteArray &leaf, const FileIdentity &file);
    void done(RepairAction action, const QString &reason);
    void left(const QString &reason);

    TapEntry m_entry;
    const RepairMode m_mode;
    UniqueFd m_directory;
    catalog::BindProbe m_probe;
    std::vector<QByteArray> m_living; ///< leaves under which sockets of the server lie that may be alive
    QByteArray m_exchanged; ///< the leaf that the public name was exchanged with
    RepairOutcome m_outcome;
};

} // namespace pipeglass::exchange

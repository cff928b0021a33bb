// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/keeper.h"
#include "cli/permissions/accessoptions.h"
#include "cli/verb.h"

namespace pipeglass::cli {

struct ShownChange;

/// `pipeglass access`: shows and changes who can connect to a pipe. All jobs except a kept change end in start().
class AccessCommand : public Command {
    Q_OBJECT

public:
    static Verb verb();

    AccessCommand(AccessOptions options, Streams streams);
    ~AccessCommand() override;

    void start() override;

protected:
    /// Ends a kept change successfully.
    void onInterrupt() override;

private:
    void ask();
    void listAccessible();
    void change();
    void undo();
    void showJournal();
    void keep(quint32 journalId);
    void show(const ShownChange &change);
    void tellRepeat(quint64 count);

    AccessOptions m_options;
    std::unique_ptr<access::Keeper> m_keeper;
};

} // namespace pipeglass::cli

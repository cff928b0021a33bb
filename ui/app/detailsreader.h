// SPDX-License-Identifier: MIT
#pragma once

#include "app/catalogservice.h"

#include <QElapsedTimer>

namespace pipeglass::ui {

/// Reads the details of the shown pipe repeatedly: unread bytes each time; expensive data that seldom changes
/// (anonymous pipes, cleaners) at intervals, and when the pipe or its servers change. One thread at a time.
class DetailsReader {
public:
    [[nodiscard]] PipeDetails look(const catalog::PipeEntryPtr &pipe);

private:
    void readSlowDetails(const catalog::PipeEntry &pipe);
    [[nodiscard]] const cleaning::Cleaners &cleaners();

    catalog::ConnectionReader m_connections;
    std::unique_ptr<cleaning::Cleaners> m_cleaners;
    QElapsedTimer m_cleanersAge;

    QByteArray m_path; ///< pipe of the cached data
    std::vector<pid_t> m_servers;
    std::optional<cleaning::Deletion> m_deletion;
    std::vector<catalog::AnonymousPipe> m_anonymousPipes;
    QElapsedTimer m_age;
    qint64 m_cost = 0; ///< CPU time in nanoseconds
};

} // namespace pipeglass::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "app/catalogservice.h"

#include <QElapsedTimer>

namespace pipeglass::ui {

/// Finds out what is known of a pipe beyond its row, over and over for the pipe that somebody looks at: bytes on their
/// way each time; what seldom changes and costs more (anonymous pipes, the cleaners' plans) only now and then, and when
/// another pipe or other servers make it another question. One thread at a time.
class DetailsBook {
public:
    [[nodiscard]] PipeDetails look(const catalog::PipeEntryPtr &pipe);

private:
    void lookThoroughly(const catalog::PipeEntry &pipe);
    [[nodiscard]] const cleaning::Cleaners &cleaners();

    catalog::ConnectionReader m_connections;
    std::unique_ptr<cleaning::Cleaners> m_cleaners;
    QElapsedTimer m_cleanersAge;

    QByteArray m_path; ///< what the rest is about
    std::vector<pid_t> m_servers;
    std::optional<cleaning::Deletion> m_deletion;
    std::vector<catalog::AnonymousPipe> m_anonymousPipes;
    QElapsedTimer m_age;
    qint64 m_cost = 0; ///< nanoseconds of a core
};

} // namespace pipeglass::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/cleaners.h"
#include "cleaning/procnetunixnames.h"
#include "doctor/facts/processfacts.h"
#include "doctor/findings.h"

#include <QElapsedTimer>

namespace pipeglass::doctor {

/// Examines pipes. It looks only: it connects to nothing, opens no FIFO and changes nothing.
///
/// Call look() about once a second while isPending(), at most for patienceMs, then findings(). All functions are
/// synchronous, look() takes about as long as a scan; one thread at a time.
class Examiner {
public:
    static constexpr qint64 patienceMs = 11'000;

    /// `options`: what to examine; the detail is set here. `machine`: whose cleaners of temporary directories.
    explicit Examiner(catalog::ScanOptions options, const cleaning::Machine &machine = cleaning::Machine());

    void look() { look(m_clock.elapsed()); }
    /// With a time of one's own, for tests.
    void look(qint64 atMs);
    [[nodiscard]] bool isPending() const { return m_observation.isPending(); }
    /// Of the last look. Reads permissions, cleaners and processes.
    [[nodiscard]] std::vector<Finding> findings();
    /// What could not be examined in the last look.
    [[nodiscard]] const std::vector<Error> &problems() const { return m_look.snapshot->problems; }

private:
    [[nodiscard]] PipeFacts factsOf(const catalog::PipeEntry &pipe);
    [[nodiscard]] const cleaning::Cleaners &cleaners();
    [[nodiscard]] std::optional<cleaning::Deletion> deletionOf(const QByteArray &path);

    catalog::ScanOptions m_options;
    cleaning::Machine m_machine;
    std::unique_ptr<cleaning::Cleaners> m_cleaners;
    QElapsedTimer m_cleanersAge;
    cleaning::ProcNetUnixNames m_live; ///< names that systemd-tmpfiles spares
    QElapsedTimer m_clock;
    catalog::ConnectedSnapshot m_look;
    Observation m_observation;
    ProcessReader m_processes;
};

} // namespace pipeglass::doctor

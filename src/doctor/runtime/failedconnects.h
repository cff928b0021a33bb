// SPDX-License-Identifier: MIT
#pragma once

#include "doctor/errors/dotneterror.h"
#include "doctor/runtime/nettracereader.h"

#include <unordered_map>
#include <vector>

namespace pipeglass::doctor {

/// An address that a client tried and failed to connect to.
struct FailedConnect {
    QByteArray path; ///< as the client names it
    qint32 socketError = 0; ///< of System.Net.Sockets.SocketError
    quint64 count = 0;

    friend bool operator==(const FailedConnect &, const FailedConnect &) = default;
};

/// What such an error means.
[[nodiscard]] DotNetErrorId errorOfSocket(qint32 socketError);

/// Collects the failed connects to Unix sockets among the events of System.Net.Sockets. Bounded, any bytes; pure.
class FailedConnects {
public:
    void add(const RuntimeEvent &event);

    [[nodiscard]] bool isEmpty() const { return m_failed.empty(); }
    /// The most frequent first.
    [[nodiscard]] std::vector<FailedConnect> all() const;

private:
    void addFailure(const QByteArray &path, qint32 socketError);

    std::unordered_map<quint64, QByteArray> m_started; ///< by thread
    std::vector<FailedConnect> m_failed;
};

/// The path in "Unix:35:{47,116,109,112,0}", as SocketAddress.ToString() writes it; nullopt: another family, an
/// abstract name, or none. Pure, any text.
[[nodiscard]] std::optional<QByteArray> unixPathFrom(QStringView address);

} // namespace pipeglass::doctor

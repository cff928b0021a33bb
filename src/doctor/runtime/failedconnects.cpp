// SPDX-License-Identifier: MIT
#include "doctor/runtime/failedconnects.h"

#include "decoding/bytecursor.h"

#include <QList>

#include <algorithm>

namespace pipeglass::doctor {

namespace {

/// Ids of SocketsEventSource.
enum SocketEvent : quint32 { ConnectStart = 1, ConnectStop = 2, ConnectFailed = 3 };

constexpr size_t maxThreads = 4096;
constexpr size_t maxFailed = 64;

QString textOf(QByteArrayView payload)
{
    QString text;
    decoding::ByteCursor in(payload);
    for (auto unit = in.little<char16_t>(); in.ok() && unit != 0; unit = in.little<char16_t>())
        text.append(QChar(unit));
    return text;
}

} // namespace

DotNetErrorId errorOfSocket(qint32 socketError)
{
    switch (socketError) {
    case 10013: // AccessDenied
        return DotNetErrorId::PermissionDenied;
    case 10035: // WouldBlock
        return DotNetErrorId::BacklogFull;
    case 10041: // ProtocolType
        return DotNetErrorId::WrongSocketType;
    case 10061: // ConnectionRefused
        return DotNetErrorId::ConnectionRefused;
    default: // 10049, AddressNotAvailable, is ENOENT; ENOTDIR and ELOOP have no number of their own
        return DotNetErrorId::NoSuchFile;
    }
}

std::optional<QByteArray> unixPathFrom(QStringView address)
{
    const qsizetype open = address.indexOf(QLatin1Char('{'));
    if (!address.startsWith(QLatin1String("Unix:")) || open < 0 || !address.endsWith(QLatin1Char('}')))
        return {};
    QByteArray path;
    for (const QStringView number : address.sliced(open + 1).chopped(1).split(QLatin1Char(','))) {
        bool isNumber = false;
        const ushort byte = number.toUShort(&isNumber);
        constexpr ushort maxByte = 255;
        if (!isNumber || byte > maxByte)
            return {};
        if (byte == 0)
            break;
        path.append(static_cast<char>(byte));
    }
    return path.isEmpty() ? std::nullopt : std::optional(path);
}

void FailedConnects::add(const RuntimeEvent &event)
{
    if (event.id == ConnectStart) {
        const auto path = unixPathFrom(textOf(event.payload));
        if (path && (m_started.size() < maxThreads || m_started.contains(event.thread)))
            m_started[event.thread] = *path;
        else
            m_started.erase(event.thread);
        return;
    }
    if (event.id != ConnectStop && event.id != ConnectFailed)
        return;
    const auto started = m_started.find(event.thread);
    if (started == m_started.end())
        return;
    const QByteArray path = std::move(started->second);
    m_started.erase(started); // a failed connect has its stop too
    decoding::ByteCursor in(event.payload);
    const auto error = in.little<qint32>();
    if (event.id == ConnectFailed && in.ok())
        addFailure(path, error);
}

void FailedConnects::addFailure(const QByteArray &path, qint32 socketError)
{
    for (FailedConnect &known : m_failed) {
        if (known.path == path && known.socketError == socketError) {
            ++known.count;
            return;
        }
    }
    if (m_failed.size() < maxFailed)
        m_failed.push_back({ path, socketError, 1 });
}

std::vector<FailedConnect> FailedConnects::all() const
{
    std::vector<FailedConnect> sorted = m_failed;
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.count > b.count; });
    return sorted;
}

} // namespace pipeglass::doctor

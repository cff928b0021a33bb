// SPDX-License-Identifier: MIT
#include "engine/taps/namewatch.h"

#include "catalog/kernel/directorywatch.h"

#include <QSocketNotifier>

#include <cerrno>
#include <utility>

#include <sys/inotify.h>
#include <unistd.h>

namespace pipeglass::engine {

namespace {

constexpr size_t eventBufferSize = size_t{ 16 } << 10U;

} // namespace

Result<UniqueFd> NameWatch::openFor(const QByteArray &directory)
{
    UniqueFd inotify(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
    if (!inotify.isValid()
        || ::inotify_add_watch(inotify.get(), directory.constData(), IN_CREATE | IN_DELETE | IN_ONLYDIR) < 0)
        return failure({ ErrorCode::NotWatched, errno, directory, {} });
    return inotify;
}

NameWatch::NameWatch(UniqueFd inotify, QByteArray leaf)
    : m_inotify(std::move(inotify))
    , m_leaf(std::move(leaf))
{
}

NameWatch::~NameWatch() { delete m_notifier; } // before the descriptor goes

void NameWatch::start()
{
    char earlier[eventBufferSize];
    while (::read(m_inotify.get(), earlier, sizeof earlier) > 0) { }
    m_notifier = new QSocketNotifier(m_inotify.get(), QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &NameWatch::read);
}

void NameWatch::read()
{
    alignas(inotify_event) char buffer[eventBufferSize];
    while (true) {
        const ssize_t size = ::read(m_inotify.get(), buffer, sizeof buffer);
        if (size <= 0)
            return;
        catalog::forEachInotifyEvent(
            QByteArrayView(buffer, size), [this](int /*descriptor*/, quint32 what, QByteArrayView name) {
                if ((what & IN_Q_OVERFLOW) != 0)
                    Q_EMIT overflowed();
                else if (name == m_leaf && (what & IN_CREATE) != 0)
                    Q_EMIT created();
                else if (name == m_leaf && (what & IN_DELETE) != 0)
                    Q_EMIT deleted();
            });
    }
}

} // namespace pipeglass::engine

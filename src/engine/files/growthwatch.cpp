// SPDX-License-Identifier: MIT
#include "engine/files/growthwatch.h"

#include <QSocketNotifier>

#include <array>
#include <chrono>

#include <sys/inotify.h>
#include <unistd.h>

namespace pipeglass::engine {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds growthPause = 100ms;
constexpr std::chrono::milliseconds growthPoll = 1s;

} // namespace

GrowthWatch::GrowthWatch(const QByteArray &path, QObject *parent)
    : QObject(parent)
    , m_inotify(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &GrowthWatch::changed);
    const bool isWatched =
        m_inotify.isValid() && ::inotify_add_watch(m_inotify.get(), path.constData(), IN_MODIFY | IN_CLOSE_WRITE) >= 0;
    if (!isWatched)
        return;
    m_notifier = new QSocketNotifier(m_inotify.get(), QSocketNotifier::Read, this);
    m_notifier->setEnabled(false);
    connect(m_notifier, &QSocketNotifier::activated, this, &GrowthWatch::drain);
}

GrowthWatch::~GrowthWatch() { delete m_notifier; }

void GrowthWatch::start()
{
    if (m_notifier != nullptr)
        m_notifier->setEnabled(true);
    else
        m_timer.start(growthPoll);
}

void GrowthWatch::drain()
{
    alignas(inotify_event) std::array<char, 4096> events{};
    while (::read(m_inotify.get(), events.data(), events.size()) > 0) { }
    m_notifier->setEnabled(false);
    m_timer.start(growthPause);
}

} // namespace pipeglass::engine

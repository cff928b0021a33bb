// SPDX-License-Identifier: MIT
#include "access/changes/keeper.h"

#include "core/path.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace pipeglass::access {

namespace {

/// A server may change the mode right after bind(). A later change is treated as intended by a user.
constexpr qint64 settlingMs = 2000;
constexpr quint32 watched = IN_CREATE | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_ONLYDIR;

} // namespace

Keeper::Keeper(Journal journal, ChangeEntry rule, QObject *parent)
    : QObject(parent)
    , m_journal(std::move(journal))
    , m_rule(std::move(rule))
    , m_name(leafOf(m_rule.path).toByteArray())
{
}

Keeper::~Keeper() = default;

/// Opened for each check: an open directory would not report its removal.
Result<UniqueFd> Keeper::openDirectory() const
{
    const QByteArray path = directoryOf(m_rule.path);
    UniqueFd fd(::open(path.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!fd.isValid())
        return failure(systemError(errno, path));
    return fd;
}

Status Keeper::start()
{
    const Result<UniqueFd> directory = openDirectory();
    if (!directory)
        return failure(directory.error());
    const Result<AccessFacts> facts = readFacts(directory->get(), m_rule.path);
    if (!facts)
        return failure(facts.error());
    m_directory = facts->file;
    m_inotify = UniqueFd(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    // Through the descriptor, so that the opened directory is watched.
    const QByteArray link = descriptorPath(directory->get());
    if (!m_inotify.isValid() || ::inotify_add_watch(m_inotify.get(), link.constData(), watched) < 0)
        return failure(systemError(errno, m_rule.path));
    m_notifier = new QSocketNotifier(m_inotify.get(), QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &Keeper::readEvents);
    look(); // it may have been re-created before the watch existed
    return {};
}

void Keeper::readEvents()
{
    alignas(inotify_event) std::array<char, 16384> buffer{};
    bool ours = false;
    bool gone = false;
    ssize_t size = 0;
    while ((size = ::read(m_inotify.get(), buffer.data(), buffer.size())) > 0) {
        for (ssize_t at = 0; at < size;) {
            const auto *event = reinterpret_cast<const inotify_event *>(buffer.data() + at);
            gone = gone || (event->mask & (IN_DELETE_SELF | IN_IGNORED)) != 0;
            ours = ours || (event->mask & IN_Q_OVERFLOW) != 0 || (event->len > 0 && m_name == event->name);
            at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
        }
    }
    if (gone)
        end();
    else if (ours)
        look();
}

void Keeper::look()
{
    const Result<UniqueFd> directory = openDirectory();
    const Result<AccessFacts> where = directory ? readFacts(directory->get(), m_rule.path) : failure(directory.error());
    if (!where || where->file != m_directory) {
        end();
        return;
    }
    const UniqueFd fd(::openat(directory->get(), m_name.constData(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (!fd.isValid())
        return;
    const Result<AccessFacts> facts = readFacts(fd.get(), m_rule.path);
    if (!facts || facts->kind != AccessFacts::Kind::Socket || facts->links != 1)
        return;
    if (facts->file == m_rule.file) {
        const bool settling = m_sinceNewFile.isValid() && m_sinceNewFile.elapsed() < settlingMs;
        if (settling && facts->permissions != m_rule.after)
            applyTo(fd.get(), *facts);
        return;
    }
    if (facts->permissions.owner != m_rule.before.owner)
        return;
    if (!m_journal.find(m_rule.id)) {
        end();
        return;
    }
    m_sinceNewFile.start();
    applyTo(fd.get(), *facts);
}

void Keeper::applyTo(int fd, const AccessFacts &facts)
{
    if (const Status applied = Changer::applyAgain(fd, m_rule.path, facts, m_rule.after); !applied) {
        Q_EMIT failed(applied.error());
        return;
    }
    if (facts.file == m_rule.file)
        return;
    m_rule.file = facts.file;
    ++m_rule.repeats;
    if (const Status counted = m_journal.updateKept(m_rule); !counted)
        Q_EMIT failed(counted.error());
    Q_EMIT repeated(m_rule.repeats);
}

void Keeper::end()
{
    if (m_notifier != nullptr)
        m_notifier->setEnabled(false);
    Q_EMIT ended();
}

} // namespace pipeglass::access

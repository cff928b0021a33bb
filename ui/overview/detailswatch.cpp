// SPDX-License-Identifier: MIT
#include "overview/detailswatch.h"

#include "core/threads/pollpacer.h"

namespace pipeglass::ui {

using catalog::PipeEntryPtr;

namespace {

constexpr PollPacer afterChange{ 1000, 20'000, 25 };
/// Detects changes that the row does not show, such as one client replaced by another.
constexpr PollPacer idlePacer{ 6000, 20'000, 800 };

} // namespace

bool isSameRow(const catalog::PipeEntry &a, const catalog::PipeEntry &b)
{
    return catalog::isSamePipe(a, b) || (a.hasFile && b.hasFile && a.path() == b.path());
}

DetailsWatch::DetailsWatch(QObject *parent)
    : QObject(parent)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &DetailsWatch::askNow);
}

void DetailsWatch::setAsk(Ask ask)
{
    m_ask = std::move(ask);
    refresh();
}

void DetailsWatch::setEntry(const PipeEntryPtr &entry)
{
    const bool changed = !entry || !m_entry || *entry != *m_entry;
    m_entry = entry;
    if (!entry) {
        m_next.stop();
        return;
    }
    // A pipe that was bound again counts as the same, so the normal interval applies.
    if (entry->path() != m_path)
        m_sinceQuestion.invalidate();
    m_path = entry->path();
    if (changed)
        refresh();
}

void DetailsWatch::setShown(bool shown)
{
    if (shown == m_shown)
        return;
    m_shown = shown;
    if (shown)
        refresh();
    else
        m_next.stop();
}

int DetailsWatch::restMs(int wanted) const
{
    if (!m_sinceQuestion.isValid())
        return 0;
    return static_cast<int>(qMax(qint64{ 0 }, wanted - m_sinceQuestion.elapsed()));
}

void DetailsWatch::refresh()
{
    if (!m_ask || !m_entry || !m_shown)
        return;
    if (m_underWay) {
        m_again = true;
        return;
    }
    const int rest = restMs(afterChange.restMs(m_lastCost));
    if (rest == 0)
        askNow();
    else
        m_next.start(rest);
}

void DetailsWatch::askNow()
{
    m_next.stop();
    m_underWay = true;
    m_again = false;
    m_sinceQuestion.start();
    m_ask(this, m_entry, [this, about = m_entry](const PipeDetails &details) { answered(about, details); });
}

void DetailsWatch::answered(const PipeEntryPtr &about, const PipeDetails &details)
{
    m_underWay = false;
    m_lastCost = details.cost;
    const bool again = std::exchange(m_again, false);
    const bool isCurrent = m_entry && isSameRow(*about, *m_entry);
    if (m_entry && m_shown) {
        if (again || !isCurrent)
            refresh();
        else
            m_next.start(restMs(idlePacer.restMs(m_lastCost)));
    }
    if (isCurrent)
        Q_EMIT arrived(details);
}

} // namespace pipeglass::ui

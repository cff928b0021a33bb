// SPDX-License-Identifier: MIT
#include "problems/problemswatch.h"

#include "core/clock.h"
#include "core/threads/pollpacer.h"

namespace pipeglass::ui {

namespace {

constexpr int startMs = 1'000;
constexpr int lookEveryMs = 1'000;
constexpr PollPacer whileTheSame{ 30'000, 600'000, 199 };
constexpr PollPacer afterChange{ 2'000, 60'000, 25 };

} // namespace

ProblemsWatch::ProblemsWatch(QObject *parent)
    : QObject(parent)
    , m_thread(QStringLiteral("doctor"))
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &ProblemsWatch::look);
}

ProblemsWatch::~ProblemsWatch() = default;

void ProblemsWatch::setScanOptions(catalog::ScanOptions options)
{
    options.scope = catalog::Scope::DotNet;
    m_examiner = std::make_shared<doctor::Examiner>(std::move(options));
    m_isFirstLook = true;
    if (m_isActive)
        examineNow();
}

void ProblemsWatch::setActive(bool active)
{
    if (active == m_isActive)
        return;
    m_isActive = active;
    if (!active)
        m_next.stop();
    else if (!m_isLooking)
        m_next.start(startMs);
}

void ProblemsWatch::noteChange()
{
    if (!m_isActive || m_isLooking || !m_isFirstLook || !m_last.isValid())
        return;
    const qint64 pause = qMax<qint64>(0, afterChange.restMs(m_cost) - m_last.elapsed());
    if (pause < m_next.remainingTime())
        m_next.start(static_cast<int>(pause));
}

void ProblemsWatch::examineNow()
{
    if (!m_isLooking && m_isActive)
        m_next.start(0);
}

void ProblemsWatch::look()
{
    if (!m_examiner || m_isLooking)
        return;
    m_isLooking = true;
    if (m_isFirstLook)
        m_phase.start();
    const bool isLast = m_phase.elapsed() >= doctor::Examiner::patienceMs;
    // The first look shows at once what needs no second one.
    const bool wantsFindings = m_isFirstLook || isLast;
    const auto job = [examiner = m_examiner, wantsFindings, isLast] {
        const qint64 before = threadCpuTime();
        examiner->look();
        Result result{ {}, examiner->isPending(), isLast, 0 };
        if (wantsFindings || !result.isPending)
            result.findings = examiner->findings();
        result.cost = threadCpuTime() - before;
        return result;
    };
    m_isFirstLook = false;
    m_thread.run(this, job, [this, examiner = m_examiner](const Result &result) {
        m_isLooking = false;
        if (examiner == m_examiner)
            take(result);
        else if (m_isActive)
            m_next.start(0);
    });
}

void ProblemsWatch::take(const Result &result)
{
    m_cost = result.cost;
    m_last.start();
    const bool isOver = !result.isPending || result.isLast;
    m_isFirstLook = isOver;
    if (m_isActive)
        m_next.start(isOver ? whileTheSame.restMs(m_cost) : lookEveryMs);
    if (result.findings)
        Q_EMIT found(*result.findings, isOver);
}

} // namespace pipeglass::ui

// SPDX-License-Identifier: MIT
#include "engine/sessions/redialsource.h"

namespace pipeglass::engine {

RedialSource::RedialSource(AttachRequest request, BackgroundThread &background)
    : ConnectionSource({ request.name, {}, Side::Client, true, false }, background)
    , m_request(std::move(request))
{
}

RedialSource::~RedialSource() = default;

void RedialSource::prepare() { prepareOne(); }

void RedialSource::prepareOne()
{
    if (m_one != nullptr)
        m_one.release()->deleteLater(); // it is the one that told
    m_isReady = false;
    m_one = std::make_unique<DialSource>(m_request, background());
    connect(m_one.get(), &DialSource::prepared, this, [this] {
        m_isReady = true;
        if (!m_begun) {
            mutableFacts().path = m_one->facts().path;
            mutableFacts().link = m_one->facts().link;
            Q_EMIT prepared();
        } else {
            dialOne();
        }
    });
    connect(m_one.get(), &DialSource::failed, this, &RedialSource::onFailed);
    connect(m_one.get(), &DialSource::arrived, this, &RedialSource::onArrived);
    m_one->prepare();
}

void RedialSource::dial()
{
    if (m_ended || ++m_waiting > 1)
        return;
    if (m_isReady)
        dialOne();
    else
        prepareOne();
}

void RedialSource::dialOne()
{
    m_isReady = false;
    m_one->begin();
}

void RedialSource::onArrived(Link *link)
{
    --m_waiting;
    Q_EMIT arrived(link);
    if (m_waiting > 0 && !m_ended)
        prepareOne();
    else if (m_waiting == 0)
        Q_EMIT idle();
}

void RedialSource::onFailed(const Error &error)
{
    if (m_ended)
        return;
    if (!m_begun) {
        Q_EMIT failed(error);
        return;
    }
    --m_waiting;
    if (m_waiting > 0)
        prepareOne();
    Q_EMIT dialFailed(error);
}

Status RedialSource::end()
{
    m_ended = true;
    m_waiting = 0;
    return m_one != nullptr ? m_one->end() : Status();
}

} // namespace pipeglass::engine

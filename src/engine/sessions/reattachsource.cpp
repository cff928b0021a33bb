// SPDX-License-Identifier: MIT
#include "engine/sessions/reattachsource.h"

#include <utility>

namespace pipeglass::engine {

ReattachSource::ReattachSource(AttachRequest request, BackgroundThread &background)
    : ConnectionSource({ .path = request.name, .ours = Side::Client, .canRedial = true }, background)
    , m_request(std::move(request))
{
}

ReattachSource::~ReattachSource() = default;

void ReattachSource::make()
{
    if (m_one != nullptr)
        m_one.release()->deleteLater(); // it may be the one that told
    m_one = std::make_unique<DialSource>(m_request, background());
    connect(m_one.get(), &DialSource::prepared, this, [this] {
        if (m_wasConnected) {
            m_one->begin();
            return;
        }
        mutableFacts().path = m_one->facts().path;
        mutableFacts().link = m_one->facts().link;
        Q_EMIT prepared();
    });
    connect(m_one.get(), &DialSource::failed, this, &ReattachSource::onFailed);
    connect(m_one.get(), &DialSource::arrived, this, [this](Link *link) {
        mutableFacts().path = m_one->facts().path;
        m_wasConnected = true;
        m_isConnected = true;
        m_isDialling = false;
        Q_EMIT arrived(link);
    });
}

void ReattachSource::prepare()
{
    make();
    m_one->prepare();
}

void ReattachSource::dial()
{
    if (m_ended || !m_wasConnected || m_isConnected || std::exchange(m_isDialling, true))
        return;
    m_request.entry.reset(); // its file may be another one by now
    m_request.name = facts().path;
    make();
    m_one->prepare();
}

void ReattachSource::onFailed(const Error &error)
{
    if (m_ended)
        return;
    if (!m_wasConnected) {
        Q_EMIT failed(error);
        return;
    }
    m_isDialling = false;
    Q_EMIT dialFailed(error);
}

Status ReattachSource::end()
{
    m_ended = true;
    m_isDialling = false;
    return m_one != nullptr ? m_one->end() : Status();
}

} // namespace pipeglass::engine

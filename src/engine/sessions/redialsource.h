// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessions/dialsource.h"

namespace pipeglass::engine {

/// Connections that we dial as the client, one after the other, each on dial(). prepare() fails as that of DialSource,
/// before anything is dialled; what happens later is `dialFailed`.
class RedialSource : public ConnectionSource {
    Q_OBJECT

public:
    RedialSource(AttachRequest request, BackgroundThread &background);
    ~RedialSource() override;

    void prepare() override;
    void begin() override { m_begun = true; }
    Status end() override;
    [[nodiscard]] bool isIdle() const override { return m_waiting == 0; }
    void dial() override; ///< `arrived` or `dialFailed` follows, in the order of the calls

private:
    void prepareOne();
    void dialOne();
    void onArrived(Link *link);
    void onFailed(const Error &error);

    AttachRequest m_request;
    std::unique_ptr<DialSource> m_one; ///< for the next connection
    int m_waiting = 0; ///< calls of dial() that are not answered
    bool m_isReady = false; ///< `m_one` is prepared
    bool m_begun = false;
    bool m_ended = false;
};

} // namespace pipeglass::engine

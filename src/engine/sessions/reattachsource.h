// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessions/dialsource.h"

namespace pipeglass::engine {

/// One connection at a time, which we dial as the client: the first as DialSource does, and after it has ended another
/// one on each dial(), to whatever has the name then. Its failure is `dialFailed`.
class ReattachSource : public ConnectionSource {
    Q_OBJECT

public:
    ReattachSource(AttachRequest request, BackgroundThread &background);
    ~ReattachSource() override;

    void prepare() override;
    void begin() override { m_one->begin(); }
    Status end() override;
    [[nodiscard]] bool isIdle() const override { return !m_isDialling; }
    void connectionEnded() override { m_isConnected = false; }
    void dial() override; ///< ignored while there is a connection, or one is dialled

private:
    void make();
    void onFailed(const Error &error);

    AttachRequest m_request;
    std::unique_ptr<DialSource> m_one;
    bool m_wasConnected = false;
    bool m_isConnected = false;
    bool m_isDialling = false; ///< after the first connection
    bool m_ended = false;
};

} // namespace pipeglass::engine

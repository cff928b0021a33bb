// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/text/itemtext.h"

namespace pipeglass::decoding {

/// CBOR; arguments in their shortest form, and all lengths definite.
class CborEncoder : public ItemEncoder {
protected:
    void null() override { byte(0xf6); }
    void boolean(bool value) override { byte(value ? 0xf5 : 0xf4); }
    [[nodiscard]] bool integer(bool isNegative, quint64 argument) override;
    void real(double value) override;
    void real(float value) override;
    void head(Head kind, quint64 size) override;
    [[nodiscard]] bool special(const JsonValue &object) override;

private:
    void typed(unsigned major, quint64 argument);
};

} // namespace pipeglass::decoding

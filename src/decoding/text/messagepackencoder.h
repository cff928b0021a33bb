// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/text/itemtext.h"

namespace pipeglass::decoding {

/// MessagePack; each value in its shortest form.
class MessagePackEncoder : public ItemEncoder {
protected:
    void null() override { byte(0xc0); }
    void boolean(bool value) override { byte(value ? 0xc3 : 0xc2); }
    [[nodiscard]] bool integer(bool isNegative, quint64 argument) override;
    void real(double value) override;
    void real(float value) override;
    void head(Head kind, quint64 size) override;
    [[nodiscard]] bool special(const JsonValue &object) override;

private:
    /// Forms of a size with 1, 2 or 4 bytes; 0: there is none.
    using SizedForms = unsigned[3];

    void sized(const SizedForms &forms, quint64 size);
    void extension(qint8 type, QByteArrayView content);
    void timestamp(qint64 seconds, quint32 nanoseconds);
};

} // namespace pipeglass::decoding

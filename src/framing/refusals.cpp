// SPDX-License-Identifier: MIT
#include "framing/refusals.h"

#include <QCoreApplication>

namespace pipeglass::framing {

tl::unexpected<Error> notEncodable(const QString &why) { return failure(ErrorCode::MessageNotEncodable, {}, why); }

tl::unexpected<Error> tooLarge(qsizetype size, qsizetype limit)
{
    return failure(
        ErrorCode::MessageTooLarge, {},
        QCoreApplication::translate("Framing", "%1 bytes, the limit is %2").arg(size).arg(limit));
}

} // namespace pipeglass::framing

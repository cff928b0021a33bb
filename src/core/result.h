// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

namespace pipeglass {

/// The return type of every call that can fail. Callers use only this alias, so the library behind it can be replaced.
template <typename T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> failure(Error error) { return tl::unexpected<Error>(std::move(error)); }

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, QByteArray subject = {}, QString detail = {})
{
    return failure(Error{ code, 0, std::move(subject), std::move(detail) });
}

} // namespace pipeglass

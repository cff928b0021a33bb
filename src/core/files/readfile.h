// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QByteArray>

namespace pipeglass {

/// Reads a descriptor from its place to the end, but at most `limit` bytes. `subject` is the file's name in errors.
[[nodiscard]] Result<QByteArray> readUpTo(int fd, qsizetype limit, const QByteArray &subject);

/// The same; FileTooLarge if there are more.
[[nodiscard]] Result<QByteArray> readWhole(int fd, qsizetype limit, const QByteArray &subject);

/// Reads a whole file: follows links and waits for the writer of a FIFO. FileTooLarge, the errors of open and read.
[[nodiscard]] Result<QByteArray> readFile(const QByteArray &path, qsizetype limit);

/// The same, but never waits: InvalidArgument, without a detail, if it is not a regular file.
[[nodiscard]] Result<QByteArray> readRegularFile(const QByteArray &path, qsizetype limit);

} // namespace pipeglass

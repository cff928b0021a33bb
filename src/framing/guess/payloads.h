// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

namespace pipeglass::framing {

// What a payload looks like, for guesses.

/// UTF-8 without control characters; its end may be cut off. Not empty.
[[nodiscard]] bool isText(QByteArrayView bytes);
/// UTF-16LE, mostly of letters below U+0100, or all of scripts in common use.
[[nodiscard]] bool isUtf16Text(QByteArrayView bytes);
/// A JSON object or array.
[[nodiscard]] bool isJson(QByteArrayView bytes);
/// Fields of protobuf's wire format up to the end. Not empty.
[[nodiscard]] bool isProtobuf(QByteArrayView bytes);
/// A request of the Roslyn compiler server: the number of a language is near its beginning.
[[nodiscard]] bool isCompilerRequest(QByteArrayView bytes);
/// The result of a compilation: exit code, encoding, and text up to the end.
[[nodiscard]] bool isCompilerResponse(QByteArrayView bytes);
/// A message of Microsoft.Testing.Platform: serializer, then fields up to the end.
[[nodiscard]] bool isTestMessage(QByteArrayView bytes);
/// A call of PipeMethodCalls or its result.
[[nodiscard]] bool isMethodMessage(QByteArrayView bytes);
/// What H.Pipes sends: the handshake with the name of a data pipe, or an object of BinaryFormatter.
[[nodiscard]] bool isHPipesObject(QByteArrayView bytes);
/// The beginning of a compressed file, an image, a program and so on.
[[nodiscard]] bool isKnownFile(QByteArrayView bytes);
/// An element of PowerShell's remoting transport.
[[nodiscard]] bool isRemotingElement(QByteArrayView line);

} // namespace pipeglass::framing

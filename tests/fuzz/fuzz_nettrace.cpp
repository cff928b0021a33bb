// SPDX-License-Identifier: MIT
// Any bytes are a stream of a runtime or not, in whatever pieces they come.
#include "doctor/runtime/failedconnects.h"

#include <cstdlib>

using namespace pipeglass;

namespace {

std::vector<doctor::FailedConnect> connectsIn(const QByteArray &stream, qsizetype piece, bool &good)
{
    doctor::FailedConnects connects;
    doctor::NetTraceReader reader(
        "System.Net.Sockets", [&connects](const doctor::RuntimeEvent &event) { connects.add(event); });
    good = true;
    for (qsizetype at = 0; good && at < stream.size(); at += piece)
        good = reader.feed(QByteArrayView(stream).sliced(at, qMin(piece, stream.size() - at)));
    return connects.all();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    bool isWholeGood = false;
    bool isCutGood = false;
    constexpr qsizetype piece = 100;
    const auto whole = connectsIn(input, qMax<qsizetype>(1, input.size()), isWholeGood);
    if (connectsIn(input, piece, isCutGood) != whole || isWholeGood != isCutGood)
        std::abort();
    for (const doctor::FailedConnect &one : whole) {
        if (one.path.isEmpty() || one.path.contains('\0') || one.count == 0)
            std::abort();
    }
    return 0;
}

// SPDX-License-Identifier: MIT
// Any table is parsed or refused; any name is recognized or not, within the limit of steps.
#include "endpoints/diagnosticsowner.h"
#include "endpoints/endpointtable.h"
#include "endpoints/patternshape.h"

#include <QRegularExpression>

#include <cstdlib>

using namespace pipeglass;
using namespace pipeglass::endpoints;

namespace {

/// Whatever matches a pattern matches its shape. The input is the pattern, a NUL, and the text.
void checkShape(const QByteArray &input)
{
    const qsizetype end = input.indexOf('\0');
    const QByteArray pattern = input.first(qMax<qsizetype>(0, end));
    const QByteArray text = input.sliced(end + 1);
    const PatternShape shape = shapeOf(pattern);
    if (shape.mayFit(text) || pattern.size() > 64 || text.size() > 64)
        return;
    const QRegularExpression expression(
        QLatin1String("(*LIMIT_MATCH=5000)(*LIMIT_DEPTH=500)")
            + QRegularExpression::anchoredPattern(QString::fromUtf8(pattern)),
        QRegularExpression::DotMatchesEverythingOption);
    if (expression.isValid() && expression.match(QString::fromLatin1(text)).hasMatch())
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const Kind kind : { Kind::Socket, Kind::Fifo }) {
        const std::optional<Endpoint> found = recognize(input, input, kind, { { .program = input } });
        if (found && (found->id.isEmpty() || found->title.isEmpty()))
            std::abort();
    }
    checkShape(input);
    // Patterns of an untrusted table could be slow, so only the built-in ones are matched.
    const Result<EndpointTable> table = EndpointTable::parse(input);
    if (table && table->rules().empty())
        std::abort();
    const std::optional<DiagnosticsOwner> owner = diagnosticsOwner(input);
    const std::optional<quint64> start = startTimeOf(input);
    if (owner && start && ownerState(*owner, { { namespacePids(input), *start } }, true) == OwnerState::Unknown)
        std::abort();
    return 0;
}

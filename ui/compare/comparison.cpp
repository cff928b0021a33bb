// SPDX-License-Identifier: MIT
#include "compare/comparison.h"

#include "compare/bytes.h"
#include "core/bytetext.h"

#include <algorithm>

namespace pipeglass::ui {

namespace {

constexpr qsizetype largestText = qsizetype{ 16 } << 20U;

bool isReadable(const Slice &payload)
{
    const auto text = payload.size() <= largestText ? validUtf8(payload.view()) : std::nullopt;
    return text && std::all_of(text->begin(), text->end(), [](QChar c) {
               return c >= QLatin1Char(' ') || c == QLatin1Char('\n') || c == QLatin1Char('\r')
                   || c == QLatin1Char('\t');
           });
}

Result<Slice> payloadOf(const ComparedMessage &message)
{
    if (message.list == nullptr)
        return Slice();
    const auto record = message.list->read(message.number);
    if (!record)
        return failure(record.error());
    return record->payload();
}

} // namespace

Result<ComparisonPtr>
compareMessages(const ComparedMessage &left, const ComparedMessage &right, const std::atomic<bool> &isCancelled)
{
    const Result<Slice> leftPayload = payloadOf(left);
    if (!leftPayload)
        return failure(leftPayload.error());
    const Result<Slice> rightPayload = payloadOf(right);
    if (!rightPayload)
        return failure(rightPayload.error());
    auto result = std::make_shared<Comparison>();
    result->left = *leftPayload;
    result->right = *rightPayload;
    result->bytes = compare::Rows(
        compare::compareBytes(result->left.view(), result->right.view(), &isCancelled), Comparison::bytesInRow);
    result->areTexts = isReadable(result->left) && isReadable(result->right);
    if (result->areTexts) {
        result->leftLines = compare::Lines(result->left.toByteArray());
        result->rightLines = compare::Lines(result->right.toByteArray());
        result->lines = compare::Rows(compare::compareLines(result->leftLines, result->rightLines, &isCancelled));
        constexpr qsizetype mostRows = 100'000;
        result->values = compare::compareJson(result->left.view(), result->right.view(), mostRows, &isCancelled);
    }
    return result;
}

} // namespace pipeglass::ui

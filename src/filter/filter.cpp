// SPDX-License-Identifier: MIT
#include "filter/filter.h"

#include "filter/parser.h"

#include <algorithm>

namespace pipeglass::filter {

namespace {

template <typename T>
bool compare(const T &left, Operator op, const T &right)
{
    switch (op) {
    case Operator::Equal:
        return left == right;
    case Operator::NotEqual:
        return left != right;
    case Operator::Less:
        return left < right;
    case Operator::LessOrEqual:
        return left <= right;
    case Operator::Greater:
        return left > right;
    case Operator::GreaterOrEqual:
        return left >= right;
    case Operator::Contains:
    case Operator::Matches:
        break;
    }
    return false;
}

/// An unknown value makes every comparison false.
template <typename T>
bool compare(const std::optional<T> &left, const Comparison &comparison)
{
    return left && compare(*left, comparison.op, std::get<T>(comparison.value));
}

bool compareBytes(QByteArrayView bytes, const Comparison &comparison)
{
    if (const auto *pattern = std::get_if<QRegularExpression>(&comparison.value))
        return pattern->match(QString::fromUtf8(bytes)).hasMatch();
    const QByteArrayView value = std::get<QByteArray>(comparison.value);
    if (comparison.op == Operator::Contains)
        return bytes.contains(value);
    return (bytes == value) == (comparison.op == Operator::Equal);
}

Result<bool> comparePayload(const Subject &subject, const Comparison &comparison)
{
    return subject.payload().map([&](const Slice &payload) { return compareBytes(payload.view(), comparison); });
}

std::optional<qint64> numberOf(const Subject &subject, Field field)
{
    const capture::RecordSummary &summary = subject.summary();
    if (field == Field::Time)
        return summary.time.unixNanoseconds;
    if (field == Field::Connection)
        return summary.connection.value;
    if (summary.isEvent)
        return {};
    if (field == Field::Length)
        return summary.payloadSize;
    if (field == Field::Latency)
        return subject.latency();
    const std::optional<quint64> number = subject.number();
    return number ? std::optional(static_cast<qint64>(*number)) : std::nullopt;
}

bool compareEvent(const capture::RecordSummary &summary, const Comparison &comparison)
{
    if (std::holds_alternative<bool>(comparison.value))
        return compare(std::optional(summary.isEvent), comparison);
    return compare(summary.isEvent ? std::optional(summary.eventKind) : std::nullopt, comparison);
}

bool compareDirection(const Subject &subject, const Comparison &comparison)
{
    const std::optional<Side> ours = subject.ours();
    if (subject.summary().isEvent || !ours)
        return false;
    return compare(std::optional(subject.summary().from == *ours ? Direction::Out : Direction::In), comparison);
}

Result<bool> evaluate(const Subject &subject, const Comparison &comparison)
{
    const capture::RecordSummary &summary = subject.summary();
    switch (comparison.field) {
    case Field::From:
        return compare(summary.isEvent ? std::nullopt : std::optional(summary.from), comparison);
    case Field::Direction:
        return compareDirection(subject, comparison);
    case Field::Malformed:
        return compare(std::optional(!summary.isEvent && summary.isMalformed()), comparison);
    case Field::Event:
        return compareEvent(summary, comparison);
    case Field::Text:
    case Field::Payload:
        return summary.isEvent ? Result<bool>(false) : comparePayload(subject, comparison);
    case Field::Marked:
        return compare(std::optional(subject.mark().isMarked), comparison);
    case Field::Note:
        return compareBytes(subject.mark().note.toUtf8(), comparison);
    case Field::Length:
    case Field::Connection:
    case Field::Time:
    case Field::Latency:
    case Field::Number:
        break;
    }
    return compare(numberOf(subject, comparison.field), comparison);
}

Result<bool> evaluate(const Subject &subject, const Expression &expression);

/// The first operand with the result `decisive` decides.
Result<bool> evaluateList(const Subject &subject, const std::vector<ExpressionPtr> &operands, bool decisive)
{
    for (const ExpressionPtr &operand : operands) {
        const Result<bool> result = evaluate(subject, *operand);
        if (!result || *result == decisive)
            return result;
    }
    return !decisive;
}

Result<bool> evaluate(const Subject &subject, const Expression &expression)
{
    if (const auto *comparison = std::get_if<Comparison>(&expression.node))
        return evaluate(subject, *comparison);
    if (const auto *all = std::get_if<AllOf>(&expression.node))
        return evaluateList(subject, all->operands, false);
    if (const auto *any = std::get_if<AnyOf>(&expression.node))
        return evaluateList(subject, any->operands, true);
    return evaluate(subject, *std::get<Not>(expression.node).operand).map([](bool result) { return !result; });
}

bool usesField(const Expression &expression, Field field)
{
    const auto anyOf = [field](const std::vector<ExpressionPtr> &operands) {
        return std::any_of(
            operands.begin(), operands.end(), [field](const ExpressionPtr &one) { return usesField(*one, field); });
    };
    if (const auto *comparison = std::get_if<Comparison>(&expression.node))
        return comparison->field == field;
    if (const auto *all = std::get_if<AllOf>(&expression.node))
        return anyOf(all->operands);
    if (const auto *any = std::get_if<AnyOf>(&expression.node))
        return anyOf(any->operands);
    return usesField(*std::get<Not>(expression.node).operand, field);
}

} // namespace

tl::expected<Filter, Problem> Filter::parse(const QString &text)
{
    return Parser(text).parse().map([](ExpressionPtr root) {
        Filter filter;
        filter.m_root = std::move(root);
        return filter;
    });
}

bool Filter::uses(Field field) const { return m_root != nullptr && usesField(*m_root, field); }

Result<bool> Filter::matches(const Subject &subject) const
{
    return m_root == nullptr ? Result<bool>(true) : evaluate(subject, *m_root);
}

QString problemText(const QString &filter, const Problem &problem)
{
    QString line = filter;
    for (QChar &c : line) {
        if (c.isSpace() || !c.isPrint())
            c = u' ';
    }
    return line + u'\n' + QString(problem.at, u' ') + QStringLiteral("^\n") + problem.text;
}

} // namespace pipeglass::filter

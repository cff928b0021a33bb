// SPDX-License-Identifier: MIT
#include "compare/jsonvalues.h"

#include "compare/sequences.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pipeglass::compare {

namespace {

/// A whole text as a value, also one that is no object or array. The text of numbers stays.
std::optional<QJsonValue> parsed(QByteArrayView text)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson('[' + QByteArray(text.data(), text.size()) + ']', &error);
    if (error.error != QJsonParseError::NoError || document.array().size() != 1)
        return std::nullopt;
    return document.array().first();
}

QString asJson(const QJsonValue &value)
{
    const QByteArray text = QJsonDocument(QJsonArray{ value }).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.sliced(1, text.size() - 2));
}

/// A member name as it stands in a path.
QString nameInPath(const QString &name)
{
    bool isPlain = !name.isEmpty();
    for (const QChar c : name)
        isPlain = isPlain && (c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-'));
    return isPlain ? name : asJson(name);
}

class JsonComparer {
public:
    JsonComparer(qsizetype mostRows, const std::atomic<bool> *isCancelled)
        : m_mostRows(static_cast<size_t>(mostRows))
        , m_isCancelled(isCancelled)
    {
    }

    void compare(const QString &path, const QJsonValue &left, const QJsonValue &right)
    {
        const bool areBig = left.isObject() ? !left.toObject().isEmpty() : left.isArray() && !left.toArray().isEmpty();
        if (areBig && left.isObject() && right.isObject())
            compareObjects(path, left.toObject(), right.toObject());
        else if (areBig && left.isArray() && right.isArray())
            compareArrays(path, left.toArray(), right.toArray());
        else
            add({ path, left == right ? Change::Same : Change::Changed, asJson(left), asJson(right) });
    }

    [[nodiscard]] JsonComparison take() { return std::move(m_result); }

private:
    [[nodiscard]] bool isFull() const
    {
        return m_result.rows.size() >= m_mostRows || (m_isCancelled != nullptr && *m_isCancelled);
    }

    void add(JsonRow row)
    {
        if (isFull())
            m_result.isComplete = false;
        else
            m_result.rows.push_back(std::move(row));
    }

    void compareObjects(const QString &path, const QJsonObject &left, const QJsonObject &right)
    {
        const auto pathOf = [&](const QString &name) {
            return path.isEmpty() ? nameInPath(name) : path + QLatin1Char('.') + nameInPath(name);
        };
        for (auto member = left.begin(); member != left.end() && m_result.isComplete; ++member) {
            const auto other = right.find(member.key());
            if (other == right.end())
                add({ pathOf(member.key()), Change::OnlyLeft, asJson(member.value()), {} });
            else
                compare(pathOf(member.key()), member.value(), other.value());
        }
        for (auto member = right.begin(); member != right.end() && m_result.isComplete; ++member) {
            if (!left.contains(member.key()))
                add({ pathOf(member.key()), Change::OnlyRight, {}, asJson(member.value()) });
        }
    }

    void compareArrays(const QString &path, const QJsonArray &left, const QJsonArray &right)
    {
        Limits limits;
        limits.edits = 200;
        limits.steps = 1'000'000;
        limits.isCancelled = m_isCancelled;
        const auto equal = [&](qsizetype i, qsizetype j) { return left.at(i) == right.at(j); };
        const auto pathOf = [&](qsizetype index) { return QStringLiteral("%1[%2]").arg(path).arg(index); };
        for (const Block &block : compareSequences(left.size(), right.size(), equal, limits)) {
            const qsizetype both = qMin(block.leftSize, block.rightSize);
            for (qsizetype i = 0; i < both && m_result.isComplete; ++i)
                compare(pathOf(block.left + i), left.at(block.left + i), right.at(block.right + i));
            for (qsizetype i = both; i < block.leftSize && m_result.isComplete; ++i)
                add({ pathOf(block.left + i), Change::OnlyLeft, asJson(left.at(block.left + i)), {} });
            for (qsizetype i = both; i < block.rightSize && m_result.isComplete; ++i)
                add({ pathOf(block.right + i), Change::OnlyRight, {}, asJson(right.at(block.right + i)) });
        }
    }

    size_t m_mostRows;
    const std::atomic<bool> *m_isCancelled;
    JsonComparison m_result;
};

} // namespace

std::optional<JsonComparison>
compareJson(QByteArrayView left, QByteArrayView right, qsizetype mostRows, const std::atomic<bool> *isCancelled)
{
    const auto leftValue = parsed(left);
    const auto rightValue = leftValue ? parsed(right) : std::nullopt;
    if (!rightValue)
        return std::nullopt;
    JsonComparer comparer(mostRows, isCancelled);
    comparer.compare({}, *leftValue, *rightValue);
    return comparer.take();
}

} // namespace pipeglass::compare

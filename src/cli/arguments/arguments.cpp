// SPDX-License-Identifier: MIT
#include "cli/arguments/arguments.h"

#include "cli/commandtext.h"
#include "core/suggestion.h"

#include <algorithm>

namespace pipeglass::cli {

Arguments::Arguments(std::vector<Word> words)
    : m_words(std::move(words))
{
}

bool Arguments::has(QByteArrayView flag) const { return last(flag).has_value(); }

std::optional<QByteArray> Arguments::last(QByteArrayView flag) const
{
    for (auto word = m_words.rbegin(); word != m_words.rend(); ++word) {
        if (word->flag == flag)
            return word->value;
    }
    return std::nullopt;
}

std::vector<QByteArray> Arguments::all(QByteArrayView flag) const
{
    std::vector<QByteArray> values;
    for (const Word &word : m_words) {
        if (word.flag == flag)
            values.push_back(word.value);
    }
    return values;
}

std::vector<QByteArray> Arguments::operands() const { return all(QByteArrayView()); }

namespace {

Error unknownFlag(const QByteArray &name, const std::vector<Flag> &flags)
{
    std::vector<QByteArrayView> known;
    known.reserve(flags.size());
    for (const Flag &flag : flags)
        known.push_back(flag.name);
    const QByteArrayView near = nearest(name, known);
    QString detail = CommandText::tr("unknown flag");
    if (!near.isEmpty())
        detail += CommandText::tr("; did you mean %1?").arg(QLatin1String(near.data(), near.size()));
    else
        detail += CommandText::tr("; put -- before operands that begin with a dash");
    return { ErrorCode::InvalidArgument, 0, name, detail };
}

} // namespace

Result<Arguments> parseArguments(const std::vector<QByteArray> &words, const std::vector<Flag> &flags, FlagPlace place)
{
    std::vector<Arguments::Word> parsed;
    bool flagsEnded = false;
    for (size_t at = 0; at < words.size(); ++at) {
        const QByteArray &word = words[at];
        if (flagsEnded || word == "-" || !word.startsWith('-')) {
            parsed.push_back({ {}, word });
            flagsEnded = flagsEnded || place == FlagPlace::BeforeOperands;
            continue;
        }
        if (word == "--") {
            flagsEnded = true;
            continue;
        }
        const qsizetype equals = word.indexOf('=');
        const QByteArray name =
            word == "-h" ? QByteArrayLiteral("--help") : word.left(equals < 0 ? word.size() : equals);
        const auto flag = std::find_if(flags.begin(), flags.end(), [&](const Flag &f) { return f.name == name; });
        if (flag == flags.end())
            return failure(unknownFlag(name, flags));
        if (flag->value.isEmpty()) {
            if (equals >= 0)
                return failure(ErrorCode::InvalidArgument, word, CommandText::tr("this flag takes no value"));
            parsed.push_back({ name, {} });
        } else if (equals >= 0) {
            parsed.push_back({ name, word.sliced(equals + 1) });
        } else if (at + 1 < words.size()) {
            parsed.push_back({ name, words[++at] });
        } else {
            return failure(
                ErrorCode::InvalidArgument, word,
                CommandText::tr("a value is required: %1").arg(QString::fromUtf8(flag->value)));
        }
    }
    return Arguments(std::move(parsed));
}

} // namespace pipeglass::cli

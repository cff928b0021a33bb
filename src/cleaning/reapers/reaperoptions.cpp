// SPDX-License-Identifier: MIT
#include "cleaning/reapers/reaperoptions.h"

#include <algorithm>
#include <array>

namespace pipeglass::cleaning {

namespace {

struct Option {
    char letter; ///< upper case for an option without a short form
    QByteArrayView word;
    enum { Plain, Value, OptionalValue } takes = Plain;
};

/// D, P and H are options without a short form.
constexpr std::array tmpreaperOptions{
    Option{ 'a', "all" },
    Option{ 'c', "ctime" },
    Option{ 'f', "force" },
    Option{ 'm', "mtime" },
    Option{ 'M', "mtime-dir" },
    Option{ 's', "symlinks" },
    Option{ 't', "test" },
    Option{ 'T', "runtime", Option::Value },
    Option{ 'v', "verbose", Option::OptionalValue },
    Option{ 'h', "help" },
    Option{ 'D', "delay", Option::OptionalValue },
    Option{ 'P', "protect", Option::Value },
    Option{ 'H', "showdeleted" },
};

constexpr std::array tmpwatchOptions{
    Option{ 'a', "all" },
    Option{ 'c', "ctime" },
    Option{ 'd', "nodirs" },
    Option{ 'f', "force" },
    Option{ 'l', "nosymlinks" },
    Option{ 'm', "mtime" },
    Option{ 'M', "dirmtime" },
    Option{ 'q', "quiet" },
    Option{ 's', "fuser" },
    Option{ 't', "test" },
    Option{ 'u', "atime" },
    Option{ 'U', "exclude-user", Option::Value },
    Option{ 'v', "verbose" },
    Option{ 'x', "exclude", Option::Value },
    Option{ 'X', "exclude-pattern", Option::Value },
};

struct Given {
    char letter;
    QByteArray value;
};

struct Arguments {
    std::vector<Given> options;
    std::vector<QByteArray> others;
    bool good = true;

    [[nodiscard]] bool has(char letter) const
    {
        return std::any_of(options.begin(), options.end(), [letter](const Given &one) { return one.letter == letter; });
    }
};

/// Parses like getopt_long: options and operands mixed, combined short options, unambiguous abbreviations.
template <size_t Count>
class Reader {
public:
    Reader(const std::vector<QByteArray> &words, const std::array<Option, Count> &known)
        : m_words(words)
        , m_known(known)
    {
    }

    Arguments read()
    {
        for (m_at = 1; m_at < m_words.size() && m_result.good; ++m_at) {
            const QByteArray &word = m_words[m_at];
            if (word == "--") {
                m_result.others.insert(m_result.others.end(), m_words.begin() + next(), m_words.end());
                break;
            }
            if (word.startsWith("--"))
                longOption(word.sliced(2));
            else if (word.startsWith('-') && word.size() > 1)
                letters(word.sliced(1));
            else
                m_result.others.push_back(word);
        }
        return m_result;
    }

private:
    [[nodiscard]] std::ptrdiff_t next() const { return static_cast<std::ptrdiff_t>(m_at + 1); }

    /// Takes the next word.
    QByteArray taken()
    {
        m_result.good = ++m_at < m_words.size();
        return m_result.good ? m_words[m_at] : QByteArray();
    }

    void longOption(const QByteArray &word)
    {
        const qsizetype equals = word.indexOf('=');
        const QByteArray name = equals < 0 ? word : word.first(equals);
        const Option *found = nullptr;
        for (const Option &option : m_known) {
            if (option.word == name || (option.word.startsWith(name) && found == nullptr))
                found = &option;
            if (option.word == name)
                break;
        }
        m_result.good = found != nullptr && !name.isEmpty() && (equals < 0 || found->takes != Option::Plain);
        if (!m_result.good)
            return;
        const QByteArray value =
            equals >= 0 ? word.sliced(equals + 1) : (found->takes == Option::Value ? taken() : QByteArray());
        m_result.options.push_back({ found->letter, value });
    }

    void letters(const QByteArray &word)
    {
        for (qsizetype i = 0; i < word.size() && m_result.good; ++i) {
            const auto found = std::find_if(
                m_known.begin(), m_known.end(), [&word, i](const Option &option) { return option.letter == word[i]; });
            m_result.good = found != m_known.end();
            if (!m_result.good)
                return;
            const bool valued = found->takes == Option::Value;
            const bool joined = valued && i + 1 < word.size();
            m_result.options.push_back({ word[i], joined ? word.sliced(i + 1) : (valued ? taken() : QByteArray()) });
            if (valued)
                return;
        }
    }

    const std::vector<QByteArray> &m_words;
    const std::array<Option, Count> &m_known;
    size_t m_at = 0;
    Arguments m_result;
};

/// "10d", "240" (hours) in nanoseconds, or nullopt.
std::optional<qint64> ageOf(QByteArray word, QByteArrayView units)
{
    constexpr qint64 second = 1'000'000'000;
    constexpr qint64 hour = 3600 * second;
    qint64 unit = hour;
    const char last = word.isEmpty() ? '\0' : word.back();
    if (units.contains(last)) {
        const qint64 seconds = last == 'd' ? 86400 : (last == 'h' ? 3600 : (last == 'm' ? 60 : 1));
        unit = seconds * second;
        word.chop(1);
    }
    bool good = false;
    const qint64 number = word.toLongLong(&good);
    if (!good || number < 0 || number > std::numeric_limits<qint64>::max() / unit)
        return {};
    return number * unit;
}

/// The part that both programs share; nullopt if the call deletes nothing.
std::optional<ReaperRun>
commonRun(const Arguments &arguments, const CleanerCall &call, const QByteArray &file, QByteArrayView units)
{
    const bool unclear = std::any_of(arguments.others.begin(), arguments.others.end(), [](const QByteArray &word) {
        return word.isEmpty() || word.contains('$') || word.contains('`');
    });
    if (!arguments.good || arguments.others.size() < 2 || arguments.has('t') || unclear)
        return {};
    const std::optional<qint64> age = ageOf(arguments.others.front(), units);
    if (!age)
        return {};
    ReaperRun run;
    run.file = file;
    run.line = call.line;
    run.text = call.text;
    run.age = *age;
    run.all = arguments.has('a');
    run.force = arguments.has('f');
    run.directories.assign(arguments.others.begin() + 1, arguments.others.end());
    return run;
}

} // namespace

std::optional<ReaperRun> tmpreaperRun(const CleanerCall &call, const QByteArray &file)
{
    const Arguments arguments = Reader(call.words, tmpreaperOptions).read();
    std::optional<ReaperRun> run = commonRun(arguments, call, file, "dhms");
    // tmpreaper refuses ctime and mtime together.
    if (!run || arguments.has('h') || (arguments.has('m') && arguments.has('c')))
        return {};
    run->cleaner = Cleaner::Tmpreaper;
    run->byModification = arguments.has('m');
    run->byAccess = !run->byModification;
    run->byChange = arguments.has('c');
    for (const Given &option : arguments.options) {
        if (option.letter == 'P')
            run->excluded.push_back(option.value);
    }
    return run;
}

std::optional<ReaperRun> tmpwatchRun(const CleanerCall &call, const QByteArray &file, const UserLookup &userOf)
{
    const Arguments arguments = Reader(call.words, tmpwatchOptions).read();
    std::optional<ReaperRun> run = commonRun(arguments, call, file, "dhm");
    if (!run)
        return {};
    run->cleaner = Cleaner::Tmpwatch;
    run->byModification = arguments.has('m');
    run->byChange = arguments.has('c');
    run->byAccess = arguments.has('u') || (!run->byModification && !run->byChange);
    run->askFuser = arguments.has('s');
    for (const Given &option : arguments.options) {
        if (option.letter == 'x' || option.letter == 'X')
            run->excluded.push_back(option.value);
        if (option.letter != 'U')
            continue;
        bool isNumber = false;
        const uid_t number = option.value.toUInt(&isNumber);
        const std::optional<uid_t> user = userOf ? userOf(option.value) : std::nullopt;
        if (!user && !isNumber)
            return {}; // the script exits without deleting
        run->excludedUsers.push_back(user.value_or(number));
    }
    return run;
}

std::vector<ReaperRun>
reaperRuns(const QByteArray &path, QByteArrayView text, const CronScript::Source &source, const UserLookup &userOf)
{
    std::vector<ReaperRun> runs;
    const CronScript script(text, source);
    const bool debians = text.contains("tmpreaper.conf");
    const bool silent =
        debians && (script.variable("SHOWWARNING") == "true" || script.variable("RUNFROMCRON") != "true");
    for (const CleanerCall &call : script.calls("tmpreaper")) {
        if (std::optional<ReaperRun> run = silent ? std::nullopt : tmpreaperRun(call, path))
            runs.push_back(*std::move(run));
    }
    for (const CleanerCall &call : script.calls("tmpwatch")) {
        if (std::optional<ReaperRun> run = tmpwatchRun(call, path, userOf))
            runs.push_back(*std::move(run));
    }
    return runs;
}

} // namespace pipeglass::cleaning

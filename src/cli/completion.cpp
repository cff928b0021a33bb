// SPDX-License-Identifier: MIT
#include "cli/completion.h"

#include "catalog/entries/pipename.h"
#include "cli/commandtext.h"
#include "cli/pipes/pipecolumns.h"
#include "cli/verb.h"
#include "core/sortunique.h"

#include <algorithm>

#include <dirent.h>
#include <grp.h>
#include <pwd.h>

namespace pipeglass::cli {

namespace {

/// Collects the offers that begin with what was typed.
class Offers {
public:
    explicit Offers(QByteArray typed)
        : m_typed(std::move(typed))
    {
    }

    void add(const QByteArray &word, const QString &description = {})
    {
        if (word.startsWith(m_typed))
            m_lines += word + '\t' + QString(description).replace(u'\n', u' ').toUtf8() + '\n';
    }
    void addAll(const char *words)
    {
        for (const QByteArray &word : QByteArray(words).split(' '))
            add(word);
    }
    void leaveTo(const char *shellAction) { m_lines += QByteArray(shellAction) + '\n'; }

    [[nodiscard]] const QByteArray &typed() const { return m_typed; }
    [[nodiscard]] const QByteArray &lines() const { return m_lines; }

private:
    QByteArray m_typed;
    QByteArray m_lines;
};

bool isPlain(const QByteArray &name)
{
    return std::all_of(name.begin(), name.end(), [](char c) {
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return isLetter || QByteArrayView("._+@%-").contains(c);
    });
}

void offerPipes(Offers &offers)
{
    std::vector<QByteArray> names;
    for (const QByteArray &path : catalog::defaultDirectories()) {
        DIR *directory = ::opendir(path.constData());
        while (const dirent *entry = directory == nullptr ? nullptr : ::readdir(directory)) {
            const QByteArray file(&entry->d_name[0]);
            const bool isSocket = entry->d_type == DT_SOCK && file.startsWith(catalog::filePrefix);
            if (isSocket && isPlain(file))
                names.push_back(file.sliced(catalog::filePrefix.size()));
        }
        if (directory != nullptr)
            ::closedir(directory);
    }
    sortUnique(names);
    for (const QByteArray &name : names)
        offers.add(name);
}

void offerUsers(Offers &offers, const QByteArray &prefix)
{
    ::setpwent();
    while (const passwd *user = ::getpwent())
        offers.add(prefix + user->pw_name);
    ::endpwent();
}

void offerGroups(Offers &offers, const QByteArray &prefix)
{
    ::setgrent();
    while (const group *one = ::getgrent())
        offers.add(prefix + one->gr_name);
    ::endgrent();
}

/// Of a list with commas the last word.
void offerColumns(Offers &offers)
{
    const QByteArray before = offers.typed().first(offers.typed().lastIndexOf(',') + 1);
    for (const PipeColumn column : allPipeColumns())
        offers.add(before + columnWord(column).toUtf8());
}

void offerVerbs(Offers &offers)
{
    for (const Verb &verb : allVerbs())
        offers.add(verb.name.toByteArray(), verb.summary);
}

void offerFramings(Offers &offers, const Streams &streams)
{
    for (const framing::FramingPtr &framing : streams.framings.all())
        offers.add(framing->id(), framing->title());
}

void offerDecoders(Offers &offers, const Streams &streams)
{
    for (const auto &decoder : streams.decoders.all())
        offers.add(decoder->id());
    if (streams.decoders.files() != nullptr) {
        for (const QByteArray &id : streams.decoders.files()->ids())
            offers.add(id);
    }
}

void offerWords(Offers &offers, QByteArrayView flag)
{
    static const std::vector<std::pair<QByteArrayView, const char *>> words{
        { "--state", "listening bound stale orphaned taken-over shut-down unknown" },
        { "--disk-full", "wait continue" },
        { "--export", "jsonl text raw:" },
        { "--encoding", "utf-8 utf-16le utf-16be latin1" },
        { "--mode", "0600 0660 0666" },
    };
    for (const auto &[name, list] : words) {
        if (flag == name)
            offers.addAll(list);
    }
}

/// By the flag, and by the name that the help gives its value.
void offerValues(Offers &offers, const Flag &flag, const Streams &streams)
{
    if (flag.value == "DIR") {
        offers.leaveTo(":directories");
    } else if (flag.value == "FILE" || flag.name == "--file") {
        offers.leaveTo(":files");
    } else if (flag.name == "--framing" || flag.name == "--show" || flag.name == "--export-lua") {
        offerFramings(offers, streams);
    } else if (flag.value == "D") {
        offerDecoders(offers, streams);
    } else if (flag.value == "C" || flag.value == "C,...") {
        offerColumns(offers);
    } else if (flag.name == "--allow" || flag.name == "--deny") {
        offers.add("everyone");
        offerUsers(offers, "user:");
        offerGroups(offers, "group:");
    } else if (flag.value == "WHO" || flag.value == "USER") {
        offerUsers(offers, {});
    } else if (flag.value == "GROUP") {
        offerGroups(offers, {});
    } else {
        offerWords(offers, flag.name);
    }
}

void offerForVerb(Offers &offers, const Verb &verb, const QByteArray &before, const Streams &streams)
{
    const std::vector<Flag> flags = flagsOf(verb);
    const auto flag =
        std::ranges::find_if(flags, [&before](const Flag &one) { return one.name == before && !one.value.isEmpty(); });
    if (flag != flags.end()) {
        offerValues(offers, *flag, streams);
        return;
    }
    if (offers.typed().startsWith('-')) {
        for (const Flag &one : flags)
            offers.add(one.name.toByteArray(), one.help);
    } else if (verb.operands.startsWith("FILE") || verb.operands.startsWith("COMMAND")) {
        offers.leaveTo(":files");
    } else if (!verb.operands.isEmpty() && verb.operands != "[TEXT]") {
        offerPipes(offers);
    } else {
        for (const Flag &one : flags)
            offers.add(one.name.toByteArray(), one.help);
    }
}

} // namespace

QByteArray completion(const std::vector<QByteArray> &words, const Streams &streams)
{
    Offers offers(words.empty() ? QByteArray() : words.back());
    if (words.size() < 2) {
        offerVerbs(offers);
        offers.add("help", CommandText::tr("show the help of a verb"));
        offers.add("--help");
        offers.add("--version");
    } else if (words.front() == "help") {
        offerVerbs(offers);
    } else if (const Verb *verb = findVerb(words.front())) {
        offerForVerb(offers, *verb, words.size() > 2 ? words[words.size() - 2] : QByteArray(), streams);
    }
    return offers.lines();
}

} // namespace pipeglass::cli

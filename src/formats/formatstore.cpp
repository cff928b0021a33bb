// SPDX-License-Identifier: MIT
#include "formats/formatstore.h"

#include "core/path.h"
#include "formats/formatdecoder.h"
#include "formats/formatframing.h"
#include "formats/formattext.h"
#include "formats/presets.h"

#include <algorithm>

#include <dirent.h>
#include <sys/stat.h>

namespace pipeglass::formats {

namespace {

constexpr QByteArrayView suffix(".pgf");
constexpr size_t mostFiles = 1000;

/// The format files of a directory, sorted.
std::vector<QByteArray> filesOf(const QByteArray &directory)
{
    std::vector<QByteArray> files;
    DIR *open = ::opendir(directory.constData());
    while (const dirent *entry = open == nullptr ? nullptr : ::readdir(open)) {
        const QByteArray name(&entry->d_name[0]);
        if (name.endsWith(suffix) && !name.startsWith('.') && files.size() < mostFiles)
            files.push_back(joinedPath(directory, name));
    }
    if (open != nullptr)
        ::closedir(open);
    std::ranges::sort(files);
    return files;
}

} // namespace

std::vector<QByteArray> formatDirectories()
{
    std::vector<QByteArray> directories;
    const QByteArray home = qgetenv("HOME");
    const QByteArray configuration = qgetenv("XDG_CONFIG_HOME");
    if (configuration.startsWith('/'))
        directories.push_back(joinedPath(configuration, "pipeglass/formats"));
    else if (home.startsWith('/'))
        directories.push_back(joinedPath(home, ".config/pipeglass/formats"));
    directories.emplace_back(PIPEGLASS_FORMAT_DIRECTORY);
    return directories;
}

Result<framing::FramingPtr> framingOf(const FormatPtr &format, const QByteArray &path)
{
    if (!format->frame.client || !format->frame.server)
        return failure(
            ErrorCode::InvalidArgument, path,
            FormatText::tr("the format does not describe the frames of both sides, so it is not a framing"));
    return std::make_shared<const FormatFraming>(format);
}

FormatStore::FormatStore(std::vector<QByteArray> directories)
    : m_directories(std::move(directories))
{
}

FormatStore::~FormatStore() = default;

std::vector<framing::FramingPtr> FormatStore::installed(const std::vector<framing::FramingPtr> &taken) const
{
    std::vector<framing::FramingPtr> framings;
    std::vector<QByteArray> names;
    {
        const std::scoped_lock lock(m_mutex);
        m_problems.clear();
    }
    const auto isTaken = [&](const QByteArray &name) {
        return std::ranges::find(names, name) != names.end()
            || std::ranges::any_of(taken, [&](const framing::FramingPtr &one) { return one->id() == name; });
    };
    for (const QByteArray &directory : m_directories) {
        for (const QByteArray &path : filesOf(directory)) {
            const QByteArrayView leaf = leafOf(path);
            // The descriptions of the program's own framings are installed as examples.
            if (directory == m_directories.back() && isTaken(leaf.chopped(suffix.size()).toByteArray()))
                continue;
            const Result<FormatPtr> format = reload(path);
            if (!format) {
                const std::scoped_lock lock(m_mutex);
                m_problems.push_back(format.error());
                continue;
            }
            if (isTaken((*format)->name)) {
                const std::scoped_lock lock(m_mutex);
                m_problems.push_back({ ErrorCode::InvalidArgument, 0, path,
                                       FormatText::tr("there is another framing with the name %1")
                                           .arg(QString::fromUtf8((*format)->name)) });
                continue;
            }
            names.push_back((*format)->name);
            if (auto framing = framingOf(*format, path))
                framings.push_back(*framing);
        }
    }
    return framings;
}

Result<framing::FramingPtr> FormatStore::open(const QByteArray &path) const
{
    const Result<FormatPtr> format = load(path);
    return format ? framingOf(*format, path) : failure(format.error());
}

Result<framing::FramingPtr> FormatStore::openText(const QByteArray &text, const QByteArray &name) const
{
    const Result<FormatPtr> format = compileFormat(text, name);
    if (!format)
        return failure(format.error());
    {
        const std::scoped_lock lock(m_mutex);
        (void)add({}, *format);
    }
    return framingOf(*format, name);
}

bool FormatStore::isFile(const QByteArray &path) const
{
    struct stat facts = {};
    return ::stat(path.constData(), &facts) == 0 && !S_ISDIR(facts.st_mode);
}

QByteArray FormatStore::descriptionOf(QByteArrayView id) const { return presetDescription(id); }

std::vector<Error> FormatStore::problems() const
{
    const std::scoped_lock lock(m_mutex);
    return m_problems;
}

const FormatStore::Entry *FormatStore::loaded(const QByteArray &path) const
{
    const auto found =
        std::find_if(m_entries.rbegin(), m_entries.rend(), [&](const auto &one) { return one->path == path; });
    return found == m_entries.rend() ? nullptr : found->get();
}

const FormatStore::Entry &FormatStore::add(const QByteArray &path, FormatPtr format) const
{
    auto entry = std::make_unique<Entry>();
    entry->path = path;
    if (format->message.client || format->message.server)
        entry->decoder = std::make_unique<const FormatDecoder>(format);
    entry->format = std::move(format);
    m_entries.push_back(std::move(entry));
    return *m_entries.back();
}

Result<const FormatStore::Entry *> FormatStore::entryOf(const QByteArray &path) const
{
    const std::scoped_lock lock(m_mutex);
    if (const Entry *entry = loaded(path))
        return entry;
    Result<FormatPtr> format = loadFormat(path);
    if (!format)
        return failure(format.error());
    return &add(path, *format);
}

Result<FormatPtr> FormatStore::load(const QByteArray &path) const
{
    const auto entry = entryOf(path);
    return entry ? Result<FormatPtr>((*entry)->format) : failure(entry.error());
}

Result<FormatPtr> FormatStore::reload(const QByteArray &path) const
{
    Result<FormatPtr> format = loadFormat(path);
    if (!format)
        return format;
    const std::scoped_lock lock(m_mutex);
    const Entry *entry = loaded(path);
    return entry != nullptr && entry->format->source == (*format)->source ? entry->format : add(path, *format).format;
}

/// Of formats with the same name, the one that was named last.
const decoding::Decoder *FormatStore::find(QByteArrayView id) const
{
    const std::scoped_lock lock(m_mutex);
    for (auto one = m_entries.rbegin(); one != m_entries.rend(); ++one) {
        if ((*one)->format->name == id && (*one)->decoder)
            return (*one)->decoder.get();
    }
    return nullptr;
}

Result<const decoding::Decoder *> FormatStore::openDecoder(const QByteArray &path) const
{
    const auto entry = entryOf(path);
    if (!entry)
        return failure(entry.error());
    if (!(*entry)->decoder)
        return failure(ErrorCode::InvalidArgument, path, FormatText::tr("the format does not describe messages"));
    return (*entry)->decoder.get();
}

std::vector<QByteArray> FormatStore::ids() const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<QByteArray> all;
    for (const auto &one : m_entries) {
        if (one->decoder)
            all.push_back(one->format->name);
    }
    return all;
}

} // namespace pipeglass::formats

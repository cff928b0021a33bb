// SPDX-License-Identifier: MIT
#include "catalog/kernel/mounttable.h"

#include "catalog/kernel/procfs.h"

#include <QList>

#include <algorithm>

namespace pipeglass::catalog {

namespace {

/// The next word of a line; words are separated by one space.
QByteArrayView takeWord(QByteArrayView &line)
{
    const qsizetype end = line.indexOf(' ');
    const QByteArrayView word = end < 0 ? line : line.first(end);
    line = end < 0 ? QByteArrayView() : line.sliced(end + 1);
    return word;
}

std::optional<quint32> deviceOf(QByteArrayView majorMinor)
{
    const qsizetype colon = majorMinor.indexOf(':');
    if (colon < 0)
        return {};
    const auto majorNumber = numberFrom(majorMinor.first(colon));
    const auto minorNumber = numberFrom(majorMinor.sliced(colon + 1));
    if (!majorNumber || !minorNumber || *majorNumber > 0xfff || *minorNumber > 0xfffff)
        return {};
    return kernelDevice(static_cast<quint32>(*majorNumber), static_cast<quint32>(*minorNumber));
}

/// Undoes the kernel's escapes: three octal digits for space, tab, newline and backslash.
QByteArray unescapedOctal(QByteArrayView text)
{
    const auto digit = [&text](qsizetype at) { return at < text.size() ? text[at] - '0' : -1; };
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int a = digit(i + 1);
        const int b = digit(i + 2);
        const int c = digit(i + 3);
        if (text[i] == '\\' && a >= 0 && a < 4 && b >= 0 && b < 8 && c >= 0 && c < 8) {
            bytes += static_cast<char>(a * 64 + b * 8 + c);
            i += 3;
        } else {
            bytes += text[i];
        }
    }
    return bytes;
}

bool hidesProcesses(QByteArrayView superOptions)
{
    for (const QByteArray &option : superOptions.toByteArray().split(',')) {
        if (option.startsWith("hidepid="))
            return option != "hidepid=0" && option != "hidepid=off";
    }
    return false;
}

/// Parses overlay options: "lowerdir=/a:/b,upperdir=/c,workdir=/d". A backslash escapes a colon or comma.
void addLayers(QByteArrayView options, MountTable &table)
{
    QByteArray key;
    QByteArray word;
    const auto endWord = [&](char end) {
        if (key.isEmpty() && end == '=')
            key = word;
        else if (
            (key.startsWith("lowerdir") || key.startsWith("upperdir") || key.startsWith("datadir"))
            && word.startsWith('/'))
            table.overlayLayers.push_back(word);
        word.clear();
        if (end == ',')
            key.clear();
    };
    for (qsizetype i = 0; i < options.size(); ++i) {
        if (options[i] == '\\' && i + 1 < options.size())
            word += options[++i];
        else if (options[i] == ',' || options[i] == ':' || (options[i] == '=' && key.isEmpty()))
            endWord(options[i]);
        else
            word += options[i];
    }
    endWord(',');
}

void parseLine(QByteArrayView line, MountTable &table)
{
    const auto id = numberFrom(takeWord(line));
    takeWord(line); // parent id
    const auto device = deviceOf(takeWord(line));
    const QByteArrayView root = takeWord(line);
    const QByteArrayView mountPoint = takeWord(line);
    if (!id || !device || mountPoint.isEmpty())
        return;
    table.mounts.push_back({ *id, *device });
    const qsizetype dash = line.indexOf(QByteArrayView(" - "));
    if (dash < 0)
        return;
    line = line.sliced(dash + 3);
    const QByteArrayView type = takeWord(line);
    takeWord(line); // source
    table.mounts.back().sharesInodes = type == "btrfs" || type == "bcachefs";
    if (type == "overlay")
        addLayers(unescapedOctal(line), table);
    if (type == "nsfs" && root.startsWith("net:["))
        table.netNamespaces.push_back(unescapedOctal(mountPoint));
    if (type == "proc" && mountPoint == "/proc")
        table.processesAreHidden = hidesProcesses(line);
}

} // namespace

const MountTable::Mount *MountTable::find(quint64 mountId) const
{
    const auto found = std::lower_bound(
        mounts.begin(), mounts.end(), mountId, [](const Mount &mount, quint64 id) { return mount.id < id; });
    return found != mounts.end() && found->id == mountId ? &*found : nullptr;
}

MountTable MountTable::parse(QByteArrayView text)
{
    MountTable table;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        parseLine(end < 0 ? text : text.first(end), table);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
    std::sort(table.mounts.begin(), table.mounts.end(), [](const Mount &a, const Mount &b) { return a.id < b.id; });
    return table;
}

MountTable MountTable::read(pid_t pid)
{
    const QByteArray process = pid == 0 ? QByteArray("self") : QByteArray::number(pid);
    return parse(readProcFile(("/proc/" + process + "/mountinfo").constData()).value_or(QByteArray()));
}

void MountTable::add(const MountTable &other)
{
    const auto byId = [](const Mount &a, const Mount &b) { return a.id < b.id; };
    const auto middle = static_cast<ptrdiff_t>(mounts.size());
    mounts.insert(mounts.end(), other.mounts.begin(), other.mounts.end());
    std::inplace_merge(mounts.begin(), mounts.begin() + middle, mounts.end(), byId);
}

} // namespace pipeglass::catalog

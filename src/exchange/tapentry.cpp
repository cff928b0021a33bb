// SPDX-License-Identifier: MIT
#include "exchange/tapentry.h"

#include "catalog/kernel/procfs.h"
#include "catalog/naming/spareleaf.h"
#include "core/path.h"
#include "exchange/spare.h"

#include <QFile>
#include <QHash>

#include <algorithm>
#include <limits>

#include <unistd.h>

namespace pipeglass::exchange {

namespace {

constexpr QByteArrayView tapVersion("pipeglass-tap 1");
constexpr qsizetype longestWord = 64;

QByteArray firstWordOf(const char *path)
{
    QFile file(QString::fromLatin1(path));
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.read(longestWord).trimmed() : QByteArray();
    return text.isEmpty() || text.contains(' ') || text.contains('\n') ? QByteArray("-") : text;
}

QByteArray identityText(const FileIdentity &file)
{
    return QByteArray::number(file.id.device) + ' ' + QByteArray::number(file.id.inode) + ' '
        + QByteArray::number(file.birthNanoseconds);
}

QList<QByteArray> fieldsOf(QByteArrayView line) { return line.toByteArray().split(' '); }

std::optional<FileIdentity> identityFrom(const QList<QByteArray> &fields, qsizetype at)
{
    const auto device = catalog::numberFrom(fields.at(at));
    const auto inode = catalog::numberFrom(fields.at(at + 1));
    const auto birth = catalog::numberFrom(fields.at(at + 2));
    if (!device || !inode || !birth || *birth > quint64{ std::numeric_limits<qint64>::max() })
        return {};
    return FileIdentity{ { *device, *inode }, static_cast<qint64>(*birth) };
}

std::optional<QByteArray> bytesFrom(const QByteArray &field)
{
    const auto bytes = QByteArray::fromBase64Encoding(field, QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || (*bytes).contains('\0'))
        return {};
    return *bytes;
}

/// Takes the next whole line off.
std::optional<QByteArrayView> takeLine(QByteArrayView &text)
{
    const qsizetype end = text.indexOf('\n');
    if (end < 0)
        return {};
    const QByteArrayView line = text.first(end);
    text = text.sliced(end + 1);
    return line;
}

/// The fields of a line after its keyword; empty where it is another line.
QList<QByteArray> takeFields(QByteArrayView &text, const char *keyword, qsizetype count)
{
    const auto line = takeLine(text);
    QList<QByteArray> fields = line ? fieldsOf(*line) : QList<QByteArray>();
    if (fields.size() != count + 1 || fields.takeFirst() != keyword || fields.contains(QByteArray()))
        return {};
    return fields;
}

std::optional<TapEntry> takeHead(QByteArrayView &text)
{
    if (takeLine(text) != tapVersion)
        return {};
    const QList<QByteArray> process = takeFields(text, "process", 3);
    const QList<QByteArray> directory = takeFields(text, "directory", 4);
    const QList<QByteArray> name = takeFields(text, "name", 1);
    if (process.isEmpty() || directory.isEmpty() || name.isEmpty())
        return {};
    const auto pid = catalog::numberFrom(process.at(0));
    const auto path = bytesFrom(directory.at(3));
    const auto file = identityFrom(directory, 0);
    const auto leaf = bytesFrom(name.at(0));
    if (!pid || *pid > quint64{ std::numeric_limits<pid_t>::max() } || !path || !path->startsWith('/') || !file || !leaf
        || leaf->isEmpty() || leaf->contains('/') || *leaf == "." || *leaf == "..")
        return {};
    return TapEntry{ static_cast<pid_t>(*pid), process.at(1), process.at(2), *path, *file, *leaf, {} };
}

/// The spares by the lines about them, of which there may be thousands.
class SpareLines {
public:
    /// False where the line makes no sense.
    bool take(const QList<QByteArray> &fields)
    {
        if (fields.size() < 2 || !catalog::isSpareLeaf(fields.at(1)))
            return false;
        const QByteArray &leaf = fields.at(1);
        if (fields.size() == 2 && fields.at(0) == "gone") {
            if (const auto found = m_at.constFind(leaf); found != m_at.constEnd())
                m_spares[*found].leaf.clear();
            m_at.remove(leaf);
            return true;
        }
        if (fields.at(0) != "spare" || (fields.size() != 2 && fields.size() != 5))
            return false;
        const auto file = fields.size() == 5 ? identityFrom(fields, 2) : std::nullopt;
        if (!m_at.contains(leaf)) {
            m_at.insert(leaf, m_spares.size());
            m_spares.push_back({ leaf, {} });
        }
        m_spares[m_at.value(leaf)].file = file;
        return fields.size() == 2 || file;
    }

    std::vector<TapSpare> spares()
    {
        std::erase_if(m_spares, [](const TapSpare &spare) { return spare.leaf.isEmpty(); });
        return std::move(m_spares);
    }

private:
    std::vector<TapSpare> m_spares; ///< an empty leaf: gone
    QHash<QByteArray, size_t> m_at;
};

} // namespace

QByteArray TapEntry::path() const { return joinedPath(directory, leaf); }

TapEntry newTapEntry()
{
    TapEntry entry;
    entry.process = ::getpid();
    entry.machine = firstWordOf("/etc/machine-id");
    entry.boot = firstWordOf("/proc/sys/kernel/random/boot_id");
    return entry;
}

QByteArray headText(const TapEntry &entry)
{
    return tapVersion.toByteArray() + "\nprocess " + QByteArray::number(entry.process) + ' ' + entry.machine + ' '
        + entry.boot + "\ndirectory " + identityText(entry.directoryFile) + ' ' + entry.directory.toBase64() + "\nname "
        + entry.leaf.toBase64() + '\n';
}

QByteArray spareLine(const TapSpare &spare)
{
    return "spare " + spare.leaf + (spare.file ? ' ' + identityText(*spare.file) : QByteArray()) + '\n';
}

QByteArray goneLine(const QByteArray &leaf) { return "gone " + leaf + '\n'; }

std::optional<TapEntry> parseTapEntry(QByteArrayView text)
{
    std::optional<TapEntry> entry = takeHead(text);
    SpareLines lines;
    while (entry) {
        const auto line = takeLine(text);
        if (!line)
            break;
        if (!lines.take(fieldsOf(*line)))
            return {};
    }
    if (entry)
        entry->spares = lines.spares();
    return entry;
}

} // namespace pipeglass::exchange

// SPDX-License-Identifier: MIT
#include "endpoints/endpointtable.h"

#include "endpoints/builtintable.h"

#include <QCoreApplication>

#include <algorithm>

namespace pipeglass::endpoints {

namespace {

/// Converts each byte to one character, so that patterns match bytes.
QString latin1(const QByteArray &bytes) { return QString::fromLatin1(bytes); }

/// Anchors a pattern and limits the number of match steps: a pattern can be slow, but not hang.
QRegularExpression wholePattern(const QByteArray &pattern)
{
    return QRegularExpression(
        QLatin1String("(*LIMIT_MATCH=20000)\\A(?:") + QString::fromUtf8(pattern) + QLatin1String(")\\z"),
        QRegularExpression::DotMatchesEverythingOption);
}

/// `*` matches any bytes. Backtracks to the last star only.
bool fits(QByteArrayView pattern, QByteArrayView text)
{
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = -1;
    qsizetype starText = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            starText = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++starText;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

bool anyFits(const std::vector<QByteArray> &patterns, const std::vector<Holder> &holders)
{
    return std::any_of(holders.begin(), holders.end(), [&patterns](const Holder &holder) {
        return std::any_of(patterns.begin(), patterns.end(), [&holder](const QByteArray &pattern) {
            return fits(pattern, holder.program);
        });
    });
}

bool mayBeHeldBy(const EndpointRule &rule, const std::vector<Holder> &holders)
{
    return rule.holders.empty() || anyFits(rule.holders, holders);
}

/// Whether a holder confirms the name; `endpoint` has the pid and start time from the name.
bool isConfirmed(const EndpointRule &rule, const Endpoint &endpoint, const std::vector<Holder> &holders)
{
    if (!rule.holders.empty() || anyFits(rule.usual, holders))
        return true;
    return std::any_of(holders.begin(), holders.end(), [&endpoint](const Holder &holder) {
        // The pid is from the process's own pid namespace; the start time is the same in all.
        return endpoint.startTime ? holder.startTime == endpoint.startTime
                                  : endpoint.pid && holder.pid == *endpoint.pid;
    });
}

/// All cheap checks, without pattern and holders.
bool mayFit(const EndpointRule &rule, const QByteArray &fileName, const QByteArray &directory, Kind kind)
{
    return rule.kind == kind && rule.shape.mayFit(fileName)
        && (!rule.directory || rule.directory->match(latin1(directory)).hasMatch());
}

std::optional<quint64> number(const QRegularExpressionMatch &match, const QString &group)
{
    bool good = false;
    const quint64 value = match.captured(group).toULongLong(&good);
    return good ? std::optional(value) : std::nullopt;
}

bool isId(QByteArrayView id)
{
    return !id.isEmpty() && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// The build writes these texts to a file for lupdate.
QString translated(const QByteArray &text) { return QCoreApplication::translate("Endpoint", text.constData()); }

/// Returns what is wrong with a setting, or an empty text.
QString set(EndpointRule &rule, const QByteArray &key, const QByteArray &value)
{
    if (key == "title") {
        rule.endpoint.title = translated(value);
    } else if (key == "explanation") {
        rule.endpoint.explanation = translated(value);
    } else if (key == "framing") {
        rule.endpoint.framing = value;
    } else if (key == "harms") {
        rule.endpoint.attachHarms = translated(value);
    } else if (key == "holder" || key == "usual") {
        for (const QByteArray &word : value.split(' ')) {
            if (!word.isEmpty())
                (key == "holder" ? rule.holders : rule.usual).push_back(word);
        }
    } else if (key == "kind") {
        if (value != "socket" && value != "fifo")
            return QStringLiteral("kind is socket or fifo");
        rule.kind = value == "fifo" ? Kind::Fifo : Kind::Socket;
    } else if (key == "file" || key == "directory") {
        const QRegularExpression pattern = wholePattern(value);
        if (!pattern.isValid())
            return pattern.errorString();
        if (key == "file") {
            rule.file = pattern;
            rule.shape = shapeOf(value);
        } else
            rule.directory = pattern;
    } else {
        return QStringLiteral("unknown setting");
    }
    return value.isEmpty() ? QStringLiteral("setting without a value") : QString();
}

/// Returns what is missing in a section, or an empty text.
QString missing(const EndpointRule &rule)
{
    if (rule.endpoint.title.isEmpty() || rule.endpoint.explanation.isEmpty() || rule.endpoint.framing.isEmpty()
        || rule.file.pattern().isEmpty())
        return QStringLiteral("title, explanation, file or framing is missing");
    return {};
}

} // namespace

Result<EndpointTable> EndpointTable::parse(QByteArrayView text)
{
    EndpointTable table;
    const QList<QByteArray> lines = text.toByteArray().split('\n');
    QStringList seen;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray line = lines[i].trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        QString wrong;
        if (line.startsWith('[')) {
            if (!table.m_rules.empty())
                wrong = missing(table.m_rules.back());
            const QByteArray id = line.endsWith(']') ? line.sliced(1, line.size() - 2) : QByteArray();
            if (!isId(id))
                wrong = QStringLiteral("invalid id");
            table.m_rules.emplace_back().endpoint.id = id;
            seen.clear();
        } else if (const qsizetype equals = line.indexOf('='); equals < 0 || table.m_rules.empty()) {
            wrong = QStringLiteral("not a section or a setting");
        } else {
            const QByteArray key = line.first(equals).trimmed();
            if (seen.contains(QString::fromUtf8(key)))
                wrong = QStringLiteral("given twice");
            seen.append(QString::fromUtf8(key));
            if (wrong.isEmpty())
                wrong = set(table.m_rules.back(), key, line.sliced(equals + 1).trimmed());
        }
        if (!wrong.isEmpty())
            return failure(ErrorCode::InvalidArgument, {}, QStringLiteral("line %1: %2").arg(i + 1).arg(wrong));
    }
    if (table.m_rules.empty() || !missing(table.m_rules.back()).isEmpty())
        return failure(ErrorCode::InvalidArgument, {}, QStringLiteral("the last section is not complete"));
    return table;
}

const EndpointTable &EndpointTable::builtin()
{
    // A test parses the text and fails on errors.
    static const EndpointTable table = parse(builtinText()).value_or(EndpointTable());
    return table;
}

std::optional<Endpoint> EndpointTable::recognize(
    const QByteArray &fileName, const QByteArray &directory, Kind kind, const std::vector<Holder> &holders) const
{
    for (const EndpointRule &rule : m_rules) {
        // Patterns last: they are the most expensive check.
        if (!mayFit(rule, fileName, directory, kind) || !mayBeHeldBy(rule, holders))
            continue;
        const QRegularExpressionMatch match = rule.file.match(latin1(fileName));
        if (!match.hasMatch())
            continue;
        Endpoint endpoint = rule.endpoint;
        endpoint.pid = number(match, QStringLiteral("pid"));
        endpoint.startTime = number(match, QStringLiteral("key"));
        endpoint.isCertain = isConfirmed(rule, endpoint, holders);
        return endpoint;
    }
    return {};
}

bool EndpointTable::mayRecognize(const QByteArray &fileName, const QByteArray &directory, Kind kind) const
{
    return std::any_of(m_rules.begin(), m_rules.end(), [&](const EndpointRule &rule) {
        return mayFit(rule, fileName, directory, kind) && rule.file.match(latin1(fileName)).hasMatch();
    });
}

const Endpoint *EndpointTable::find(QByteArrayView id) const
{
    const auto found =
        std::find_if(m_rules.begin(), m_rules.end(), [id](const EndpointRule &rule) { return rule.endpoint.id == id; });
    return found == m_rules.end() ? nullptr : &found->endpoint;
}

std::optional<Endpoint>
recognize(const QByteArray &fileName, const QByteArray &directory, Kind kind, const std::vector<Holder> &holders)
{
    return EndpointTable::builtin().recognize(fileName, directory, kind, holders);
}

const Endpoint *findEndpoint(QByteArrayView id) { return EndpointTable::builtin().find(id); }

} // namespace pipeglass::endpoints

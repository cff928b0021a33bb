// SPDX-License-Identifier: MIT
#include "doctor/errors/dotneterror.h"

#include "catalog/entries/pipename.h"
#include "core/path.h"
#include "doctor/errors/errorpatterns.h"

#include <QRegularExpression>

namespace pipeglass::doctor {

namespace {

constexpr qsizetype maxText = qsizetype{ 4 } << 20U;

/// One-line logs have "\n" for line ends, and JSON has more escapes.
QString withLines(QStringView text)
{
    QString plain = text.left(maxText).toString();
    plain.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    plain.replace(QLatin1String("\\r\\n"), QLatin1String("\n"));
    plain.replace(QLatin1String("\\n"), QLatin1String("\n"));
    plain.replace(QLatin1String("\\u0027"), QLatin1String("'"));
    plain.replace(QLatin1String("\\u0022"), QLatin1String("\""));
    plain.replace(QLatin1String("\\\""), QLatin1String("\""));
    return plain;
}

/// Where the exception ends whose message is at `at`: at the next one that is not its inner exception.
qsizetype endOfException(const QString &text, qsizetype at)
{
    static const QRegularExpression header(
        QStringLiteral("^(?!\\s*--->).*\\b[A-Z][\\w.]*Exception(?: \\(\\d+\\))?:"),
        QRegularExpression::MultilineOption);
    const qsizetype line = text.indexOf(QLatin1Char('\n'), at);
    if (line < 0)
        return text.size();
    const QRegularExpressionMatch next = header.match(text, line + 1);
    return next.hasMatch() ? next.capturedStart() : text.size();
}

qsizetype startOfLine(const QString &text, qsizetype at)
{
    return at == 0 ? 0 : text.lastIndexOf(QLatin1Char('\n'), at - 1) + 1;
}

bool hasFrames(QStringView exception) { return exception.contains(QLatin1String("   at ")); }

bool isOfPipe(QStringView exception)
{
    return exception.contains(QLatin1String("System.IO.Pipes")) || exception.contains(QLatin1String("CoreFxPipe_"))
        || exception.contains(QLatin1String("NamedPipe"));
}

/// The path after a message: to the end of the line.
QString pathAfter(const QString &text, qsizetype end, bool inParentheses)
{
    if (end + 1 >= text.size() || text[end] != QLatin1Char(' ') || text[end + 1] != QLatin1Char('/'))
        return {};
    qsizetype last = text.indexOf(QLatin1Char('\n'), end);
    QString path = text.mid(end + 1, (last < 0 ? text.size() : last) - end - 1);
    for (const QLatin1String &cut : { QLatin1String("   at "), QLatin1String(" ---> "), QLatin1String(") (") }) {
        if (const qsizetype at = path.indexOf(cut); at >= 0)
            path.truncate(at);
    }
    // In a text in quotes, such as JSON, the path ends with the quote.
    const QStringView before = QStringView(text).sliced(startOfLine(text, end), end - startOfLine(text, end));
    if (const qsizetype quote = path.indexOf(QLatin1Char('"')); before.count(QLatin1Char('"')) % 2 != 0 && quote >= 0)
        path.truncate(quote);
    path = path.trimmed();
    while (path.endsWith(QLatin1Char('"')) || path.endsWith(QLatin1Char('\'')))
        path.chop(1);
    if (inParentheses && path.endsWith(QLatin1Char(')')))
        path.chop(1);
    return path;
}

/// A match of a pattern in the text.
struct Hit {
    const ErrorPattern *pattern = nullptr;
    qsizetype at = -1;
    QString path;
};

class Search {
public:
    explicit Search(const QString &text)
        : m_text(text)
    {
    }

    /// The first hit; of several at one exception the one that names a path.
    [[nodiscard]] Hit first() const
    {
        Hit best;
        for (const ErrorPattern &pattern : errorPatterns()) {
            QRegularExpressionMatchIterator all = pattern.message.globalMatch(m_text);
            while (all.hasNext()) {
                const Hit hit = judged(pattern, all.next());
                if (hit.at < 0)
                    continue;
                if (best.at < 0 || hit.at < best.at)
                    best = hit;
                break;
            }
        }
        return best;
    }

private:
    [[nodiscard]] Hit judged(const ErrorPattern &pattern, const QRegularExpressionMatch &match) const
    {
        const qsizetype at = match.capturedStart();
        const qsizetype line = startOfLine(m_text, at);
        const QStringView exception = QStringView(m_text).sliced(line, endOfException(m_text, at) - line);
        if (pattern.frame != nullptr && !exception.contains(QLatin1String(pattern.frame)))
            return {};
        if (pattern.notFrame != nullptr && exception.contains(QLatin1String(pattern.notFrame)))
            return {};
        Hit hit{ &pattern, at, match.captured(QStringLiteral("path")) };
        if (pattern.isAnyProgram) {
            const bool inParentheses = at > 0 && m_text[at - 1] == QLatin1Char('(');
            if (hit.path.isEmpty())
                hit.path = pathAfter(m_text, match.capturedEnd(), inParentheses);
            if (hit.path.isEmpty() && !isOfPipe(exception) && !isAlone(match))
                return {};
        }
        return hit;
    }

    /// The text is the message, perhaps with the type of the exception: nothing says that it is of something else.
    [[nodiscard]] bool isAlone(const QRegularExpressionMatch &match) const
    {
        static const QRegularExpression type(QStringLiteral(
            "^(Unhandled exception\\. )?(System\\.)?(\\w+\\.)*(SocketException|IOException|TimeoutException)?"
            "( ?\\(\\d+\\))?:? ?$"));
        const QString before = m_text.left(match.capturedStart()).trimmed();
        const QString after = m_text.mid(match.capturedEnd()).trimmed();
        return (before.isEmpty() || type.match(before).hasMatch()) && (after.isEmpty() || after == QLatin1String("."))
            && !hasFrames(m_text);
    }

    const QString &m_text;
};

/// A path of a pipe anywhere in the text.
QString pathIn(const QString &text)
{
    static const QRegularExpression path(
        QStringLiteral("(?<![\\w.])(?<path>/(?:[^\\s'\"/]+/)*CoreFxPipe_[^\\s'\",;]+)"));
    return path.match(text).captured(QStringLiteral("path"));
}

/// The name of a pipe in quotes, as logs have it: pipe "orders", PipeName='orders'.
QString nameIn(const QString &text)
{
    static const QRegularExpression name(
        QStringLiteral(
            "\\bpipe(?:[ _-]?name)?(?:\\s*[:=]\\s*|\\s+)[\"'\\x{201c}\\x{2018}](?<name>[^\"'\\x{201d}\\x{2019}\\n]{1,"
            "200})[\"'\\x{201d}\\x{2019}]"),
        QRegularExpression::CaseInsensitiveOption);
    return name.match(text).captured(QStringLiteral("name"));
}

QByteArray nameOfPath(const QByteArray &path)
{
    const QByteArrayView leaf = leafOf(path);
    return (leaf.startsWith(catalog::filePrefix) ? leaf.sliced(catalog::filePrefix.size()) : leaf).toByteArray();
}

} // namespace

DotNetError errorAt(DotNetErrorId id, const QByteArray &path) { return { id, path, nameOfPath(path) }; }

std::optional<DotNetError> findDotNetError(QStringView text)
{
    const QString plain = withLines(text);
    const Hit hit = Search(plain).first();
    if (hit.at < 0)
        return {};
    DotNetError error{ hit.pattern->id, (hit.path.isEmpty() ? pathIn(plain) : hit.path).toUtf8(), {} };
    error.name = error.path.isEmpty() ? nameIn(plain).toUtf8() : nameOfPath(error.path);
    // A rooted name is the path.
    if (error.path.isEmpty() && error.name.startsWith('/')) {
        error.path = error.name;
        error.name = nameOfPath(error.path);
    }
    return error;
}

} // namespace pipeglass::doctor

// SPDX-License-Identifier: MIT
#include "formats/format.h"

#include "core/bytetext.h"
#include "core/files/readfile.h"
#include "formats/formattext.h"
#include "formats/language/compiler.h"
#include "formats/language/parser.h"

namespace pipeglass::formats {

namespace {

/// Of the source, as one printable line. Tabs become blanks, so that the mark stands below its character.
QString shownLine(QByteArrayView source, int number)
{
    qsizetype begin = 0;
    for (int line = 1; line < number; ++line) {
        const qsizetype end = source.indexOf('\n', begin);
        if (end < 0)
            return {};
        begin = end + 1;
    }
    const qsizetype end = source.indexOf('\n', begin);
    QByteArray line = source.sliced(begin, (end < 0 ? source.size() : end) - begin).toByteArray();
    line.replace('\t', ' ');
    if (line.endsWith('\r'))
        line.chop(1);
    return escapedText(line);
}

tl::unexpected<Error> invalidFormat(QByteArrayView source, const QByteArray &file, const Diagnostic &diagnostic)
{
    const Position at = diagnostic.at;
    QString text = QStringLiteral("%1:%2:%3: %4")
                       .arg(escapedText(file), QString::number(at.line), QString::number(at.column), diagnostic.text);
    const QString line = shownLine(source, at.line);
    constexpr qsizetype longestShown = 400;
    if (!line.isEmpty() && line.size() <= longestShown)
        text += QLatin1Char('\n') + line + u'\n' + QString(at.column - 1, u' ') + u'^';
    return failure(ErrorCode::InvalidArgument, {}, text);
}

/// The steps for both sides; the same where they are described together.
std::optional<Diagnostic> compileSides(
    const FormatSyntax &syntax, const PerSide<std::optional<BlockSyntax>> &blocks, Use use, PerSide<ProgramPtr> &to)
{
    for (const Side side : { Side::Client, Side::Server }) {
        if (!blocks[side])
            continue;
        const auto program = compileBlock(syntax, *blocks[side], use);
        if (!program)
            return program.error();
        to[side] = *program;
    }
    return std::nullopt;
}

Result<QByteArray> contentsOf(const QByteArray &path)
{
    Result<QByteArray> bytes = readRegularFile(path, largestFormatFile);
    if (!bytes && bytes.error().code == ErrorCode::InvalidArgument)
        bytes.error().detail = FormatText::tr("expected a regular file");
    return bytes;
}

} // namespace

Result<FormatPtr> compileFormat(QByteArrayView source, const QByteArray &file, Position *errorAt)
{
    const auto fail = [&](const Diagnostic &diagnostic) {
        if (errorAt != nullptr)
            *errorAt = diagnostic.at;
        return invalidFormat(source, file, diagnostic);
    };
    if (source.size() > largestFormatFile)
        return fail({ {}, FormatText::tr("the text is too long") });
    auto syntax = parseSyntax(source);
    if (!syntax)
        return fail(syntax.error());
    auto format = std::make_shared<Format>();
    if (const auto error = compileSides(*syntax, syntax->frame, Use::Frame, format->frame))
        return fail(*error);
    if (const auto error = compileSides(*syntax, syntax->message, Use::Message, format->message))
        return fail(*error);
    format->name = syntax->name;
    format->title = syntax->title.isEmpty() ? QString::fromUtf8(syntax->name) : syntax->title;
    format->description = syntax->description;
    format->source = source.toByteArray();
    format->match = std::move(syntax->match);
    return format;
}

Result<FormatPtr> loadFormat(const QByteArray &path)
{
    const auto source = contentsOf(path);
    if (!source)
        return failure(source.error());
    return compileFormat(*source, path);
}

} // namespace pipeglass::formats

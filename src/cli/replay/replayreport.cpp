// SPDX-License-Identifier: MIT
#include "cli/replay/replayreport.h"

#include "cli/commandtext.h"
#include "cli/messages/messagejson.h"
#include "cli/replay/differencetext.h"
#include "text/sizetext.h"

namespace pipeglass::cli {

void ReplayReport::answer(const engine::ReplayedAnswer &answer, std::optional<quint64> number)
{
    if (m_json) {
        writeObject(answer, number);
        return;
    }
    if (answer.same)
        return;
    const QString connection = QString::number(answer.connection.value);
    const QString from = exporting::directionText(answer.from, std::nullopt);
    QByteArray text;
    if (!answer.expected) {
        text = CommandText::tr("extra (%1, connection %2)").arg(from, connection).toUtf8()
            + exporting::payloadLines(answer.got->view(), false);
    } else if (!answer.got) {
        text =
            CommandText::tr("%1 missing (%2, connection %3)").arg(QString::number(*number), from, connection).toUtf8()
            + exporting::payloadLines(answer.expected->view(), false);
    } else {
        text =
            CommandText::tr("%1 differs (%2, connection %3):").arg(QString::number(*number), from, connection).toUtf8()
            + '\n' + differenceText(answer.expected->toByteArray(), answer.got->toByteArray());
    }
    m_out.write(text);
    m_out.flush();
}

void ReplayReport::writeObject(const engine::ReplayedAnswer &answer, std::optional<quint64> number)
{
    const auto payload = [](exporting::JsonWriter &json, const std::optional<Slice> &bytes) {
        if (bytes)
            json.base64(bytes->view());
        else
            json.null();
    };
    QByteArray text;
    exporting::JsonWriter json(text);
    json.beginObject();
    json.key("number");
    if (number)
        json.number(*number);
    else
        json.null();
    json.key("connection").number(answer.connection.value);
    json.key("from").string(QLatin1String(sideName(answer.from)));
    json.key("same").boolean(answer.same);
    payload(json.key("expected"), answer.expected);
    payload(json.key("got"), answer.got);
    json.endObject();
    m_out.write(text + '\n');
    m_out.flush();
}

void ReplayReport::end(const engine::ReplayCounts &counts)
{
    if (m_json)
        return;
    const quint64 answers = counts.same + counts.differences();
    QString text = CommandText::tr("%n message(s) sent", nullptr, text::plural(counts.sent)) + QStringLiteral(", ")
        + CommandText::tr("%n answer(s)", nullptr, text::plural(answers));
    if (counts.differences() == 0) {
        text += answers == 0 ? QString() : QStringLiteral(", ") + CommandText::tr("all as recorded");
    } else {
        text += QStringLiteral(": ")
            + CommandText::tr("%1 same, %2 different, %3 missing, %4 extra")
                  .arg(counts.same)
                  .arg(counts.different)
                  .arg(counts.missing)
                  .arg(counts.extra);
    }
    m_out.line(text);
}

QString incompleteSentence(const engine::ReplayCounts &counts)
{
    QStringList sentences;
    if (counts.timedOut)
        sentences += CommandText::tr("An answer did not come in time, and its connection was ended.");
    if (counts.notSent > 0)
        sentences += CommandText::tr("%n message(s) were not sent.", nullptr, text::plural(counts.notSent));
    if (counts.unconnected > 0)
        sentences += CommandText::tr("%n connection(s) were not replayed.", nullptr, text::plural(counts.unconnected));
    return sentences.join(QLatin1Char(' '));
}

} // namespace pipeglass::cli

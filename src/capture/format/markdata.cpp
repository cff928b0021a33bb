// SPDX-License-Identifier: MIT
#include "capture/format/markdata.h"

#include "capture/format/keyedtext.h"

namespace pipeglass::capture {

QByteArray markData(quint64 item, const Mark &mark)
{
    KeyedText text;
    text.append("item", item + 1);
    text.append("marked", quint64{ mark.isMarked ? 1U : 0U });
    if (!mark.note.isEmpty())
        text.append("note", mark.note.left(Mark::maxNoteSize).toUtf8());
    return text.text();
}

std::optional<std::pair<quint64, Mark>> readMarkData(QByteArrayView data)
{
    const KeyedValues values(data);
    const auto item = values.number("item");
    if (!item || *item == 0)
        return {};
    Mark mark;
    mark.isMarked = values.number("marked").value_or(0) != 0;
    mark.note = QString::fromUtf8(values.bytes("note").value_or(QByteArray())).left(Mark::maxNoteSize);
    return std::pair(*item - 1, mark);
}

QByteArray markComment(quint64 item, const Mark &mark)
{
    const QByteArray number = QByteArray::number(item + 1);
    const QByteArray start = mark.isMarked ? "item " + number + " is marked" : "item " + number + " is not marked";
    return mark.note.isEmpty() ? start : start + ": " + mark.note.toUtf8();
}

} // namespace pipeglass::capture

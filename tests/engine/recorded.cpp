// SPDX-License-Identifier: MIT
#include "engine/recorded.h"

#include <QByteArrayList>

namespace pipeglass::test {

namespace {

template <typename Visitor>
void forEachRecord(const capture::Recording &recording, Visitor visit)
{
    for (quint64 number = 0; number < recording.count(); ++number) {
        if (recording.summary(number).isEvent)
            continue;
        const Result<capture::Record> record = recording.read(number);
        if (!record)
            qFatal("a record cannot be read back");
        visit(*record);
    }
}

} // namespace

QByteArray streamOf(const capture::Recording &recording, ConnectionId id, Side from)
{
    QByteArray stream;
    forEachRecord(recording, [&](const capture::Record &record) {
        if (record.connection == id && record.from == from)
            stream += record.wire.view();
    });
    return stream;
}

QByteArrayList payloadsOf(const capture::Recording &recording, Side from)
{
    QByteArrayList payloads;
    forEachRecord(recording, [&](const capture::Record &record) {
        if (record.from == from && !record.isMalformed())
            payloads.append(record.payload().toByteArray());
    });
    return payloads;
}

qsizetype malformedIn(const capture::Recording &recording)
{
    qsizetype count = 0;
    forEachRecord(recording, [&count](const capture::Record &record) { count += record.isMalformed() ? 1 : 0; });
    return count;
}

qsizetype eventsIn(const capture::Recording &recording)
{
    qsizetype count = 0;
    for (quint64 number = 0; number < recording.count(); ++number)
        count += recording.summary(number).isEvent ? 1 : 0;
    return count;
}

} // namespace pipeglass::test

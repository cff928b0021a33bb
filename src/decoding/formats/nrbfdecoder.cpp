// SPDX-License-Identifier: MIT
#include "decoding/formats/nrbfdecoder.h"

#include "decoding/fields.h"

namespace pipeglass::decoding {

namespace {

enum : quint8 { HeaderRecord = 0, ClassRecord = 5, StringRecord = 6, EndRecord = 11, LibraryRecord = 12 };

constexpr NamedNumber recordTypes[] = {
    { 0, "SerializedStreamHeader" },
    { 1, "ClassWithId" },
    { 2, "SystemClassWithMembers" },
    { 3, "ClassWithMembers" },
    { 4, "SystemClassWithMembersAndTypes" },
    { ClassRecord, "ClassWithMembersAndTypes" },
    { StringRecord, "BinaryObjectString" },
    { 7, "BinaryArray" },
    { 8, "MemberPrimitiveTyped" },
    { 9, "MemberReference" },
    { 10, "ObjectNull" },
    { EndRecord, "MessageEnd" },
    { LibraryRecord, "BinaryLibrary" },
    { 15, "ArraySinglePrimitive" },
    { 16, "ArraySingleObject" },
    { 17, "ArraySingleString" },
};

void readClass(Fields &fields)
{
    (void)fields.little<qint32>("objectId");
    (void)fields.counted("name");
    const auto count = fields.little<qint32>("memberCount");
    for (qint32 member = 0; member < count && fields.ok(); ++member)
        (void)fields.counted("member");
}

/// Whether another record can be read after it.
bool readRecord(Fields &fields)
{
    fields.open(QStringLiteral("record"), "record");
    const auto type = fields.choice<quint8>("type", recordTypes);
    switch (type) {
    case HeaderRecord:
        (void)fields.little<qint32>("rootId");
        (void)fields.little<qint32>("headerId");
        (void)fields.little<qint32>("majorVersion");
        (void)fields.little<qint32>("minorVersion");
        break;
    case LibraryRecord:
        (void)fields.little<qint32>("libraryId");
        (void)fields.counted("name");
        break;
    case StringRecord:
        (void)fields.little<qint32>("objectId");
        (void)fields.counted("value");
        break;
    case ClassRecord:
        readClass(fields);
        break;
    default:
        break;
    }
    fields.close();
    return fields.ok() && (type == HeaderRecord || type == LibraryRecord || type == StringRecord);
}

} // namespace

bool NrbfDecoder::mayBe(QByteArrayView payload) const
{
    // A header of version 1.0.
    const QByteArrayView version("\1\0\0\0\0\0\0\0", 8);
    return payload.size() > 17 && payload.front() == '\0' && payload.sliced(9, 8) == version;
}

bool NrbfDecoder::decode(QByteArrayView payload, const Hint & /*hint*/, TreeBuilder &tree) const
{
    if (!mayBe(payload))
        return false;
    Fields fields(payload, tree);
    fields.open(QString(), "nrbf");
    while (!fields.atEnd() && readRecord(fields)) { }
    fields.rest("rest");
    return fields.finish();
}

} // namespace pipeglass::decoding

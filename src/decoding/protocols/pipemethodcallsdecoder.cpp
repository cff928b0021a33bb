// SPDX-License-Identifier: MIT
#include "decoding/protocols/pipemethodcallsdecoder.h"

#include "decoding/fields.h"

namespace pipeglass::decoding {

namespace {

void blob(Fields &fields, const char *name) { (void)fields.bytes(name, fields.in().varint()); }

bool call(Fields &fields)
{
    fields.open(QString(), "request");
    (void)fields.little<quint8>("type");
    (void)fields.varint("callId");
    (void)fields.untilNul("method");
    const quint64 arguments = fields.varint("argumentCount");
    for (quint64 argument = 0; argument < arguments && fields.ok(); ++argument)
        blob(fields, "argument");
    const quint64 types = fields.varint("genericArgumentCount");
    for (quint64 type = 0; type < types && fields.ok(); ++type)
        (void)fields.untilNul("genericArgument");
    return fields.ok() && fields.atEnd();
}

bool result(Fields &fields)
{
    fields.open(QString(), "response");
    (void)fields.little<quint8>("type");
    (void)fields.varint("callId");
    const bool succeeded = !fields.in().rest().startsWith('\0');
    fields.boolean("succeeded");
    if (succeeded)
        blob(fields, "result");
    else
        (void)fields.untilNul("error");
    return fields.finish();
}

} // namespace

bool PipeMethodCallsDecoder::mayBe(QByteArrayView /*payload*/) const { return false; }

bool PipeMethodCallsDecoder::decode(QByteArrayView payload, const Hint & /*hint*/, TreeBuilder &tree) const
{
    const TreeBuilder::Mark before = tree.mark();
    Fields request(payload, tree);
    if (call(request)) {
        request.close();
        return true;
    }
    tree.rollBack(before);
    Fields response(payload, tree);
    return result(response);
}

} // namespace pipeglass::decoding

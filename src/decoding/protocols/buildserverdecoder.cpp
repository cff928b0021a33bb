// SPDX-License-Identifier: MIT
#include "decoding/protocols/buildserverdecoder.h"

#include "decoding/fields.h"

namespace pipeglass::decoding {

namespace {

constexpr NamedNumber languages[] = { { 0x44532521, "C#" }, { 0x44532522, "Visual Basic" } };

constexpr NamedNumber argumentIds[] = {
    { 0x51147221, "CurrentDirectory" }, { 0x51147222, "CommandLineArgument" },
    { 0x51147223, "LibEnvVariable" },   { 0x51147224, "KeepAlive" },
    { 0x51147225, "Shutdown" },         { 0x51147226, "TempDirectory" },
};

enum : qint32 { Completed = 1, AnalyzerInconsistency = 2, Shutdown = 3, Rejected = 4 };

constexpr NamedNumber responseTypes[] = {
    { 0, "MismatchedVersion" }, { Completed, "Completed" }, { AnalyzerInconsistency, "AnalyzerInconsistency" },
    { Shutdown, "Shutdown" },   { Rejected, "Rejected" },   { 5, "IncorrectHash" },
    { 6, "CannotConnect" },
};

/// A count of UTF-16 units, then those.
void string(Fields &fields, const char *name)
{
    const qsizetype start = fields.in().at();
    const auto units = fields.in().little<qint32>();
    (void)fields.utf16From(name, units < 0 ? 0 : static_cast<quint64>(units) * 2, start);
}

enum class IdForm { Text, Guid, Version };

/// Newer SDKs send the id of the request as text, older ones as a GUID, the oldest a version instead.
bool request(Fields &fields, IdForm form)
{
    fields.open(QString(), "request");
    if (form == IdForm::Text)
        (void)fields.countedUtf16("requestId");
    else if (form == IdForm::Guid)
        fields.guid("requestId");
    else
        (void)fields.little<quint32>("protocolVersion");
    const auto language = fields.choice<quint32>("language", languages);
    if (!fields.ok() || nameOf(languages, language) == nullptr)
        return false;
    if (form != IdForm::Version)
        (void)fields.countedUtf16("compilerHash");
    const auto count = fields.little<qint32>("argumentCount");
    for (qint32 argument = 0; argument < count && fields.ok(); ++argument) {
        fields.open(QString::number(argument), "argument");
        (void)fields.choice<quint32>("id", argumentIds);
        (void)fields.little<qint32>("index");
        string(fields, "value");
        fields.close();
    }
    return fields.ok() && fields.atEnd();
}

void response(Fields &fields)
{
    fields.open(QString(), "response");
    switch (fields.choice<qint32>("type", responseTypes)) {
    case Completed:
        (void)fields.little<qint32>("exitCode");
        fields.boolean("utf8Output");
        string(fields, "output");
        break;
    case AnalyzerInconsistency: {
        const auto count = fields.little<qint32>("errorCount");
        for (qint32 error = 0; error < count && fields.ok(); ++error)
            string(fields, "error");
        break;
    }
    case Shutdown:
        (void)fields.little<qint32>("pid");
        break;
    case Rejected:
        string(fields, "reason");
        break;
    default:
        break;
    }
    if (fields.ok())
        fields.rest("rest");
}

} // namespace

bool BuildServerDecoder::mayBe(QByteArrayView /*payload*/) const { return false; }

bool BuildServerDecoder::decode(QByteArrayView payload, const Hint & /*hint*/, TreeBuilder &tree) const
{
    const TreeBuilder::Mark before = tree.mark();
    for (const IdForm form : { IdForm::Text, IdForm::Guid, IdForm::Version }) {
        Fields fields(payload, tree);
        if (request(fields, form)) {
            fields.close();
            return true;
        }
        tree.rollBack(before);
    }
    if (payload.size() < 4 || qFromLittleEndian<quint32>(payload.data()) > 6)
        return false;
    Fields fields(payload, tree);
    response(fields);
    return fields.finish();
}

} // namespace pipeglass::decoding

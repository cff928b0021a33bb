// SPDX-License-Identifier: MIT
#include "decoding/protocols/testingplatformdecoder.h"

#include "decoding/fields.h"
#include "decoding/formats/printable.h"

namespace pipeglass::decoding {

namespace {

constexpr qint32 handshakeId = 9;

constexpr NamedNumber messageIds[] = {
    { 0, "Void" },
    { 1, "TestHostCompleted" },
    { 2, "TestHostProcessId" },
    { 3, "CommandLineOptions" },
    { 5, "DiscoveredTests" },
    { 6, "TestResults" },
    { 7, "FileArtifacts" },
    { 8, "TestSessionEvent" },
    { 9, "Handshake" },
    { 10, "TestInProgress" },
    { 11, "AzureDevOpsLog" },
    { 12, "DisplayMessage" },
    { 13, "WaitForControl" },
    { 14, "ServerControl" },
};

constexpr NamedNumber handshakeKeys[] = {
    { 0, "processId" },        { 1, "architecture" }, { 2, "framework" },  { 3, "operatingSystem" },
    { 4, "protocolVersions" }, { 5, "hostType" },     { 6, "modulePath" }, { 7, "executionId" },
    { 8, "instanceId" },       { 9, "isIde" },        { 10, "mode" },      { 12, "controlPipe" },
    { 13, "attempt" },
};

void handshakeBody(Fields &fields)
{
    const auto count = fields.little<quint16>("count");
    for (quint16 entry = 0; entry < count && fields.ok(); ++entry) {
        const qsizetype start = fields.in().at();
        const quint8 key = fields.in().byte();
        const char *name = nameOf(handshakeKeys, key);
        const auto size = fields.in().little<qint32>();
        (void)fields.utf8From(name == nullptr ? "unknown" : name, static_cast<quint64>(qint64{ size }), start);
    }
}

/// Fields: an id and a size, then the value. Lists have a count and the same within.
class FieldsWalker {
public:
    explicit FieldsWalker(Fields &fields)
        : m_fields(fields)
    {
    }

    bool message()
    {
        const auto count = m_fields.in().little<quint16>();
        for (quint16 field = 0; field < count && m_fields.ok(); ++field) {
            const qsizetype start = m_fields.in().at();
            const auto id = m_fields.in().little<quint16>();
            const auto size = m_fields.in().little<qint32>();
            if (!m_fields.ok() || size < 0 || size > m_fields.in().left())
                return false;
            value(QByteArray::number(id), size, start);
        }
        return m_fields.ok();
    }

private:
    void value(const QByteArray &name, qint32 size, qsizetype start)
    {
        const QByteArrayView content = m_fields.in().rest().first(size);
        if (isPrintableUtf8(content)) {
            (void)m_fields.utf8From(name.constData(), static_cast<quint64>(size), start);
            return;
        }
        const Fields::Place before = m_fields.place();
        if (m_depth < 4 && m_fields.tree().spend(size) && list(name, size, start))
            return;
        m_fields.returnTo(before);
        if (size == 8)
            m_fields.integerFrom(name.constData(), m_fields.in().little<qint64>(), start);
        else if (size == 4)
            m_fields.integerFrom(name.constData(), m_fields.in().little<qint32>(), start);
        else if (size == 2)
            m_fields.integerFrom(name.constData(), m_fields.in().little<qint16>(), start);
        else if (size == 1)
            m_fields.integerFrom(name.constData(), m_fields.in().byte(), start);
        else
            (void)m_fields.bytes(name.constData(), static_cast<quint64>(size));
    }

    bool list(const QByteArray &name, qint32 size, qsizetype start)
    {
        const qsizetype end = m_fields.in().at() + size;
        m_fields.tree().open(QLatin1String(name), "list", start);
        ++m_depth;
        const auto count = m_fields.in().little<qint32>();
        bool isRead = count > 0 && m_fields.ok();
        for (qint32 entry = 0; isRead && entry < count; ++entry) {
            m_fields.open(QString::number(entry), "message");
            isRead = message() && m_fields.in().at() <= end;
            m_fields.close();
        }
        --m_depth;
        m_fields.close();
        return isRead && m_fields.in().at() == end;
    }

    Fields &m_fields;
    int m_depth = 0;
};

} // namespace

bool TestingPlatformDecoder::mayBe(QByteArrayView /*payload*/) const { return false; }

bool TestingPlatformDecoder::decode(QByteArrayView payload, const Hint & /*hint*/, TreeBuilder &tree) const
{
    Fields fields(payload, tree);
    fields.open(QString(), "message");
    const auto id = fields.choice<qint32>("serializer", messageIds);
    if (id == handshakeId)
        handshakeBody(fields);
    else if (fields.in().left() > 0)
        (void)FieldsWalker(fields).message();
    return fields.finish();
}

} // namespace pipeglass::decoding

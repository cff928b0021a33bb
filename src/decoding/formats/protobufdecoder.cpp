// SPDX-License-Identifier: MIT
#include "decoding/formats/protobufdecoder.h"

#include "decoding/bytecursor.h"
#include "decoding/formats/itemwalker.h"
#include "decoding/formats/printable.h"
#include "decoding/text/protobuftext.h"

#include <cmath>

namespace pipeglass::decoding {

namespace {

constexpr int maxDepth = 32;

/// Adds the fields of a message; `base` is the offset of `bytes`. Recursive, up to maxDepth.
class ProtobufWalker {
public:
    explicit ProtobufWalker(TreeBuilder &tree)
        : m_tree(tree)
    {
    }

    /// False: not a message; what was added must be rolled back.
    bool message(ByteCursor &in, qsizetype base, quint64 group = 0)
    {
        while (!in.atEnd()) {
            const qsizetype start = in.at();
            const quint64 tag = in.varint();
            const quint64 number = tag >> 3U;
            if (!in.ok() || number == 0 || number >= (quint64{ 1 } << 29U))
                return false;
            if ((tag & 7U) == 4)
                return number == group;
            if (!field(in, QString::number(number), number, tag & 7U, base, start))
                return false;
        }
        return group == 0;
    }

private:
    bool field(ByteCursor &in, const QString &name, quint64 number, quint64 wireType, qsizetype base, qsizetype start)
    {
        switch (wireType) {
        case 0: {
            const auto value = static_cast<qint64>(in.varint());
            m_tree.literal(name, "varint", QString::number(value), base + start, base + in.at());
            return in.ok();
        }
        case 1: {
            const auto bits = in.little<quint64>();
            real(name, { "double", "fixed64" }, qFromLittleEndian<double>(&bits), bits, base + start, base + in.at());
            return in.ok();
        }
        case 5: {
            const auto bits = in.little<quint32>();
            real(
                name, { "float", "fixed32" }, static_cast<double>(qFromLittleEndian<float>(&bits)), bits, base + start,
                base + in.at());
            return in.ok();
        }
        case 2: {
            const QByteArrayView content = in.take(in.varint());
            if (in.ok())
                delimited(name, content, base + start, base + in.at());
            return in.ok();
        }
        case 3:
            return group(in, name, number, base, start);
        default:
            return false;
        }
    }

    bool group(ByteCursor &in, const QString &name, quint64 number, qsizetype base, qsizetype start)
    {
        if (m_depth >= maxDepth)
            return false;
        ++m_depth;
        m_tree.open(name, "group", base + start);
        const bool isRead = message(in, base, number);
        m_tree.close(base + in.at());
        --m_depth;
        return isRead;
    }

    struct RealTypes {
        const char *real;
        const char *whole;
    };

    /// A plausible floating-point number, else the bits as an integer.
    void real(const QString &name, RealTypes types, double value, quint64 bits, qsizetype offset, qsizetype end)
    {
        constexpr double smallest = 1e-12;
        constexpr double largest = 1e15;
        const double magnitude = std::abs(value);
        const bool isReal = bits != 0 && magnitude > smallest && magnitude < largest;
        m_tree.literal(
            name, isReal ? types.real : types.whole, isReal ? numberText(value) : QString::number(bits), offset, end);
    }

    void delimited(const QString &name, QByteArrayView content, qsizetype offset, qsizetype end)
    {
        const bool isShown = m_tree.spend(content.size()) && isPrintableUtf8(content);
        // A message may begin like text with a line break: field 1 of 10 bytes.
        const bool mayBeMessage = !content.isEmpty() && (!isShown || content.front() < ' ');
        if (mayBeMessage && m_depth < maxDepth) {
            const TreeBuilder::Mark before = m_tree.mark();
            ++m_depth;
            m_tree.open(name, "message", offset);
            ByteCursor inner(content);
            const bool isMessage = message(inner, end - content.size());
            --m_depth;
            if (isMessage) {
                m_tree.close(end);
                return;
            }
            m_tree.rollBack(before);
        }
        if (isShown)
            m_tree.utf8(name, "string", content, offset, end);
        else
            m_tree.bytes(name, "bytes", content, offset, end);
    }

    TreeBuilder &m_tree;
    int m_depth = 0;
};

} // namespace

bool ProtobufDecoder::mayBe(QByteArrayView payload) const
{
    // A first field up to 15 is written in one byte.
    const auto tag = static_cast<quint8>(payload.isEmpty() ? 0 : payload[0]);
    const unsigned wireType = tag & 7U;
    return payload.size() >= 2 && tag >= 8 && tag < 0x80 && wireType != 3 && wireType != 4 && wireType < 6;
}

bool ProtobufDecoder::decode(QByteArrayView payload, const Hint & /*hint*/, TreeBuilder &tree) const
{
    tree.open(QString(), "message", 0);
    ByteCursor in(payload);
    if (!payload.isEmpty() && ProtobufWalker(tree).message(in, 0)) {
        tree.close(payload.size());
        return true;
    }
    tree.stop(in.rest(), in.at());
    return false;
}

Result<QByteArray> ProtobufDecoder::toText(QByteArrayView payload, const Hint & /*hint*/) const
{
    const auto text = protobufText(payload);
    return text ? Result<QByteArray>(*text) : failure(notOfFormat(id()));
}

Result<QByteArray> ProtobufDecoder::fromText(const QByteArray &text, const Hint & /*hint*/, qsizetype *errorAt) const
{
    return protobufFromText(text, errorAt);
}

} // namespace pipeglass::decoding

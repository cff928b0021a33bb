// SPDX-License-Identifier: MIT
#include "samples.h"
#include "support/testmain.h"
#include "treetext.h"

#include <QRandomGenerator>

namespace tst_invariants {

using namespace pipeglass;
using namespace pipeglass::decoding;
using namespace pipeglass::test;

/// Any bytes, with any decoder: a valid tree with ranges within the payload.
class TestInvariants : public QObject {
    Q_OBJECT

    DecoderRegistry m_decoders;

    static bool isValid(const Tree &tree, qsizetype size)
    {
        for (size_t index = 0; index < tree.nodes.size(); ++index) {
            const Node &node = tree.nodes[index];
            if (node.offset < 0 || node.size < 0 || node.offset + node.size > size)
                return false;
            if ((node.parent < 0) != (index == 0) || node.parent >= static_cast<int>(index))
                return false;
            if (index == 0)
                continue;
            const Node &parent = tree.nodes[static_cast<size_t>(node.parent)];
            if (node.depth != parent.depth + 1 || node.offset < parent.offset
                || node.offset + node.size > parent.offset + parent.size)
                return false;
        }
        return true;
    }

    void check(const QByteArray &payload)
    {
        QVERIFY2(isValid(m_decoders.decode(payload, {}).tree, payload.size()), payload.toHex().constData());
        for (const auto &decoder : m_decoders.all()) {
            const Tree tree = m_decoders.decodeAs(*decoder, payload, {}).tree;
            QVERIFY2(isValid(tree, payload.size()), (decoder->id() + ' ' + payload.toHex()).constData());
        }
    }

private Q_SLOTS:
    void samples()
    {
        for (const DecodingSample &one : decodingSamples)
            check(one.payload);
    }

    void cutSamples()
    {
        for (const DecodingSample &one : decodingSamples) {
            for (qsizetype size = 0; size < one.payload.size(); ++size)
                check(one.payload.first(size));
        }
    }

    void changedSamples()
    {
        QRandomGenerator random(1);
        for (const DecodingSample &one : decodingSamples) {
            for (int round = 0; round < 50; ++round) {
                QByteArray changed = one.payload;
                for (quint32 change = random.bounded(1U, 4U); change > 0 && !changed.isEmpty(); --change)
                    changed[random.bounded(static_cast<int>(changed.size()))] = static_cast<char>(random.bounded(256));
                check(changed);
            }
        }
    }

    void randomBytes()
    {
        QRandomGenerator random(2);
        for (int round = 0; round < 500; ++round) {
            QByteArray bytes(random.bounded(64), '\0');
            for (char &byte : bytes)
                byte = static_cast<char>(random.bounded(256));
            check(bytes);
        }
    }
};

QTEST_GUILESS_MAIN(TestInvariants)

} // namespace tst_invariants

#include "tst_invariants.moc"

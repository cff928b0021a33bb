// SPDX-License-Identifier: MIT
#include "decoding/decoderregistry.h"
#include "decoding/pairing.h"
#include "framing/feeding.h"
#include "framing/framingregistry.h"
#include "framing/guess.h"
#include "recorded.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QSet>

namespace tst_recorded {

using namespace pipeglass;
using namespace pipeglass::framing;
using namespace pipeglass::test;

constexpr Side sides[] = { Side::Client, Side::Server };
const auto streamsDirectory = QStringLiteral(PIPEGLASS_RECORDED "/");

QByteArray streamOf(const QByteArray &name, Side from)
{
    QFile file(
        streamsDirectory + QString::fromLatin1(name)
        + (from == Side::Client ? QStringLiteral(".client") : QStringLiteral(".server")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Appends the leaves of a tree as "name=value".
void appendValues(QByteArrayList &to, const decoding::Tree &tree)
{
    for (const decoding::Node &node : tree.nodes) {
        if (node.kind != decoding::Node::Kind::Container)
            to.append((node.name + QLatin1Char('=') + node.value).toUtf8());
    }
}

/// The first of `wanted` that is not in `all`, after those before it.
QByteArray missingValue(const QByteArrayList &wanted, const QByteArrayList &all)
{
    auto from = all.begin();
    for (const QByteArray &value : wanted) {
        from = std::find(from, all.end(), value);
        if (from == all.end())
            return value;
        ++from;
    }
    return {};
}

QByteArray expectedGuess(const RecordedPeer &peer) { return peer.guessed[0] != '\0' ? peer.guessed : peer.framing; }

/// Lengths below 128 are the same in both.
bool isRight(const RecordedPeer &peer, const QByteArray &guess)
{
    return guess == expectedGuess(peer) || (expectedGuess(peer) == "uint8" && guess == "binarywriter");
}

int countOfMessages(const Frames &frames)
{
    return static_cast<int>(std::count_if(frames.begin(), frames.end(), [](const Frame &one) { return !one.isChunk; }));
}

/// The streams of recordedPeers, with the built-in framings and decoders.
class TestRecorded : public QObject {
    Q_OBJECT

    FramingRegistry m_framings;
    decoding::DecoderRegistry m_decoders;

    void eachPeer()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const RecordedPeer &peer : recordedPeers)
            QTest::newRow(peer.name) << index++;
    }

    [[nodiscard]] QByteArray guess(const QByteArray &client, const QByteArray &server) const
    {
        return guessFraming(m_framings, { {}, {}, client, server }).front().framing->id();
    }

    [[nodiscard]] Frames framesOf(const RecordedPeer &peer, Side from) const
    {
        const QByteArray stream = streamOf(peer.name, from);
        return feedInPieces(*m_framings.find(peer.framing)->makeFramer(from), stream, stream.size());
    }

    void checkFrames(const RecordedPeer &peer, Side from)
    {
        constexpr qsizetype smallStream = 700;
        const QByteArray stream = streamOf(peer.name, from);
        const Frames frames = framesOf(peer, from);
        QCOMPARE(countOfMessages(frames), peer.messages[from]);
        QCOMPARE(joinedWires(frames), stream);
        QVERIFY(std::none_of(frames.begin(), frames.end(), [](const Frame &one) { return one.isMalformed(); }));
        const auto framer = m_framings.find(peer.framing)->makeFramer(from);
        for (const qsizetype piece : { 1, 3, 1000 })
            QCOMPARE(described(feedInPieces(*framer, stream, piece)), described(frames));
        for (qsizetype cut = 0; cut <= qMin(stream.size(), smallStream); ++cut)
            QCOMPARE(described(feedCutAt(*framer, stream, cut)), described(frames));
    }

private Q_SLOTS:
    void allAreListed()
    {
        QSet<QString> listed;
        for (const RecordedPeer &peer : recordedPeers)
            listed += { QString::fromLatin1(peer.name) + QStringLiteral(".client"),
                        QString::fromLatin1(peer.name) + QStringLiteral(".server") };
        const QStringList files = QDir(streamsDirectory).entryList(QDir::Files);
        QCOMPARE(QSet<QString>(files.begin(), files.end()), listed);
    }

    void cuts_data() { eachPeer(); }
    void cuts()
    {
        QFETCH(const int, index);
        for (const Side from : sides)
            checkFrames(recordedPeers[index], from);
    }

    void decodes_data() { eachPeer(); }
    void decodes()
    {
        QFETCH(const int, index);
        const RecordedPeer &peer = recordedPeers[index];
        QByteArrayList values;
        for (const Side from : sides) {
            for (const Frame &frame : framesOf(peer, from)) {
                const auto decoded = m_decoders.decode(frame.payload().view(), { peer.framing, from });
                appendValues(values, decoded.tree);
                if (!frame.isChunk && !frame.payload().isEmpty() && peer.decoder[0] != '\0')
                    QCOMPARE(decoded.decoder, QByteArray(peer.decoder));
            }
        }
        QVERIFY2(
            missingValue(peer.values, values).isEmpty(),
            (missingValue(peer.values, values) + " is not in " + values.join('\n')).constData());
    }

    void encodes_data() { eachPeer(); }
    void encodes()
    {
        QFETCH(const int, index);
        const RecordedPeer &peer = recordedPeers[index];
        const FramingPtr framing = m_framings.find(peer.framing);
        for (const Side from : sides) {
            for (const Frame &frame : framesOf(peer, from)) {
                if (frame.isChunk)
                    continue;
                const auto sent = framing->encode(frame.payload(), from);
                if (!sent) // the preface of HTTP/2
                    QCOMPARE(frame.headSize, qsizetype{ 0 });
                else
                    QCOMPARE(
                        described(framing->makeFramer(from)->feed(sent->wire)),
                        QByteArrayList{ "good(" + frame.payload().toByteArray() + ')' });
            }
        }
    }

    /// Values as text that can be edited, and back.
    void isTheSameThroughText_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const RecordedPeer &peer : recordedPeers) {
            const decoding::Decoder *decoder = m_decoders.find(peer.decoder);
            if (decoder != nullptr && decoder->hasText())
                QTest::newRow(peer.name) << index;
            ++index;
        }
    }
    void isTheSameThroughText()
    {
        QFETCH(const int, index);
        const RecordedPeer &peer = recordedPeers[index];
        const decoding::Decoder &decoder = *m_decoders.find(peer.decoder);
        for (const Side from : sides) {
            for (const Frame &frame : framesOf(peer, from)) {
                const decoding::Hint hint{ peer.framing, from };
                const auto text = decoder.toText(frame.payload().view(), hint);
                QVERIFY(text.has_value());
                const auto again = decoder.fromText(*text, hint);
                QVERIFY(again.has_value());
                // Not always the same bytes: integers and lengths are written in their shortest form.
                QCOMPARE(decoder.toText(*again, hint).value_or(QByteArray()), *text);
            }
        }
    }

    /// The answers and their requests, by number in their direction.
    void pairs_data()
    {
        QTest::addColumn<QByteArray>("peer");
        QTest::addColumn<QList<int>>("requests"); ///< of each message of the server; 0: none
        const QList<int> around{ 1, 3, 4 }; // the client's second message is a notification
        for (const char *peer : { "jsonrpc-headers", "jsonrpc-headers-newtonsoft", "jsonrpc-length",
                                  "jsonrpc-length-messagepack", "jsonrpc-lines", "vscode-jsonrpc" })
            QTest::newRow(peer) << QByteArray(peer) << around;
        QTest::newRow("testing-platform") << QByteArray("testing-platform") << QList<int>{ 1, 2, 3, 4, 5, 6 };
        QTest::newRow("http1") << QByteArray("http1") << QList<int>{ 1, 2, 3, 4 };
        for (const char *peer : { "compiler-server-1", "diagnostics-processinfo2", "diagnostics-eventpipe-stop" })
            QTest::newRow(peer) << QByteArray(peer) << QList<int>{ 1 };
        QTest::newRow("psrp") << QByteArray("psrp") << QList<int>(13, 0);
    }
    void pairs()
    {
        QFETCH(const QByteArray, peer);
        const auto *found =
            std::find_if(std::begin(recordedPeers), std::end(recordedPeers), [&](const RecordedPeer &one) {
                return peer == one.name;
            });
        QVERIFY(found != std::end(recordedPeers));
        decoding::Pairing pairing;
        QList<int> requests;
        for (const Side from : sides) {
            quint64 number = 0;
            for (const Frame &frame : framesOf(*found, from)) {
                const auto request =
                    pairing.add({ { ++number, {} }, ConnectionId{ 1 }, from, frame.payload().view(), found->framing });
                if (from == Side::Server)
                    requests += request ? static_cast<int>(request->number) : 0;
            }
        }
        QTEST(requests, "requests");
    }

    void isGuessed_data() { eachPeer(); }
    void isGuessed()
    {
        QFETCH(const int, index);
        const RecordedPeer &peer = recordedPeers[index];
        const QByteArray client = streamOf(peer.name, Side::Client);
        const QByteArray server = streamOf(peer.name, Side::Server);
        QCOMPARE(guess(client, server), expectedGuess(peer));
        QVERIFY2(isRight(peer, guess(client, {})), guess(client, {}).constData());
        QVERIFY2(isRight(peer, guess({}, server)), guess({}, server).constData());
    }

    /// As a tap sees them: one message after the other.
    void isGuessedLive_data() { eachPeer(); }
    void isGuessedLive()
    {
        QFETCH(const int, index);
        const RecordedPeer &peer = recordedPeers[index];
        // Their first message is also one of another framing, or of none.
        if (QByteArrayList{ "binarywriter", "binarywriter-utf16", "uint8", "signalr-messagepack" }.contains(peer.name))
            return;
        for (const Side from : sides) {
            const Frames frames = framesOf(peer, from);
            const auto framer = m_framings.parse("auto").value()->makeFramer(from);
            Frames live;
            for (const Frame &frame : frames)
                append(live, framer->feed(frame.wire));
            append(live, framer->finish());
            QCOMPARE(described(live), described(frames));
        }
    }

    /// Any three messages of one direction, from its beginning or later.
    void threeMessagesAreGuessed()
    {
        QMap<QByteArray, int> windows;
        QMap<QByteArray, QByteArrayList> wrong;
        for (const RecordedPeer &peer : recordedPeers) {
            for (const Side from : sides) {
                const Frames frames = framesOf(peer, from);
                for (size_t first = 0; first + 3 <= frames.size(); ++first) {
                    QByteArray stream;
                    for (size_t i = first; i < first + 3; ++i)
                        stream += frames[i].wire.toByteArray();
                    ++windows[peer.framing];
                    const QByteArray guessed = from == Side::Client ? guess(stream, {}) : guess({}, stream);
                    if (!isRight(peer, guessed))
                        wrong[peer.framing] += QByteArray(peer.name) + ' ' + QByteArray::number(first) + ": " + guessed;
                }
            }
        }
        for (auto one = wrong.cbegin(); one != wrong.cend(); ++one)
            QVERIFY2(one->size() * 20 <= windows[one.key()], (one.key() + '\n' + one->join('\n')).constData());
    }
};

QTEST_GUILESS_MAIN(TestRecorded)

} // namespace tst_recorded

#include "tst_recorded.moc"

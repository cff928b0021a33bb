// SPDX-License-Identifier: MIT
#include "decoding/pairing.h"
#include "support/testmain.h"

namespace tst_pairing {

using namespace pipeglass;
using namespace pipeglass::decoding;

class TestPairing : public QObject {
    Q_OBJECT

    Pairing m_pairing;
    quint64 m_number = 0;

    /// The number of the request, or 0.
    quint64 add(Side from, const QByteArray &payload, const char *framing = "int32le", quint32 connection = 1)
    {
        const auto request = m_pairing.add({ { ++m_number, {} }, ConnectionId{ connection }, from, payload, framing });
        return request ? request->number : 0;
    }

private Q_SLOTS:
    void init()
    {
        m_pairing = {};
        m_number = 0;
    }

    void byOrder()
    {
        QCOMPARE(add(Side::Server, "greeting"), 0U);
        QCOMPARE(add(Side::Client, "a"), 0U);
        QCOMPARE(add(Side::Client, "b"), 0U);
        QCOMPARE(add(Side::Client, "other", "int32le", 2), 0U);
        QCOMPARE(add(Side::Server, "A"), 2U);
        QCOMPARE(add(Side::Server, "B"), 3U);
        QCOMPARE(add(Side::Server, "unasked"), 0U);
        QCOMPARE(add(Side::Server, "OTHER", "int32le", 2), 4U);
    }

    void notByOrder()
    {
        QCOMPARE(add(Side::Client, "a", "raw"), 0U);
        QCOMPARE(add(Side::Server, "A", "raw"), 0U);
    }

    void jsonRpcById()
    {
        QCOMPARE(add(Side::Client, R"({"jsonrpc":"2.0","id":1,"method":"a"})"), 0U);
        QCOMPARE(add(Side::Client, R"({"jsonrpc":"2.0","id":"x","method":"b","params":{"id":9}})"), 0U);
        QCOMPARE(add(Side::Server, R"({"jsonrpc":"2.0","method":"progress"})"), 0U);
        QCOMPARE(add(Side::Server, R"({"jsonrpc":"2.0","id":1,"method":"ask"})"), 0U);
        QCOMPARE(add(Side::Server, R"({"jsonrpc":"2.0","id":"x","result":null})"), 2U);
        QCOMPARE(add(Side::Server, R"({"jsonrpc":"2.0","id":1,"error":{"code":-32601}})"), 1U);
        QCOMPARE(add(Side::Client, R"({"jsonrpc":"2.0","id":1,"result":5})"), 4U);
        QCOMPARE(add(Side::Server, R"({"jsonrpc":"2.0","id":1,"result":5})"), 0U);
    }

    void messagePackById()
    {
        const QByteArray request = QByteArray::fromHex("83a76a736f6e727063a3322e30a2696407a66d6574686f64a16d");
        const QByteArray answer = QByteArray::fromHex("83a76a736f6e727063a3322e30a2696407a6726573756c74c0");
        QCOMPARE(add(Side::Client, request), 0U);
        QCOMPARE(add(Side::Server, answer), 1U);
    }

    void debugAdapter()
    {
        QCOMPARE(add(Side::Client, R"({"seq":1,"type":"request","command":"next"})"), 0U);
        QCOMPARE(add(Side::Server, R"({"seq":1,"type":"event","event":"stopped"})"), 0U);
        QCOMPARE(add(Side::Server, R"({"seq":2,"type":"response","request_seq":1})"), 1U);
    }
};

QTEST_GUILESS_MAIN(TestPairing)

} // namespace tst_pairing

#include "tst_pairing.moc"

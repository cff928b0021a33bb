// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QRandomGenerator>
#include <QString>
#include <QtEndian>

namespace pipeglass::test {

inline QByteArray randomBytes(QRandomGenerator &random, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

inline QByteArray randomText(QRandomGenerator &random, int most)
{
    static const QByteArrayList words{
        "hello", "world", "order 66", "caf\xC3\xA9", "{x}", "a,b;c", "42", "Ready.", "ok"
    };
    QByteArrayList text;
    for (int count = random.bounded(1, most); count > 0; --count)
        text += words.at(random.bounded(words.size()));
    return text.join(' ');
}

inline QByteArray randomJson(QRandomGenerator &random)
{
    return R"({"jsonrpc":"2.0","id":)" + QByteArray::number(random.bounded(1000)) + R"(,"method":")"
        + randomText(random, 3) + R"(","params":[1,-2.5e3,true,null,"a\"]}"]})";
}

inline QByteArray number(qsizetype integer, qsizetype width, bool isBig = false)
{
    const auto value = static_cast<quint32>(integer);
    QByteArray bytes(4, Qt::Uninitialized);
    if (isBig)
        qToBigEndian(value, bytes.data());
    else
        qToLittleEndian(value, bytes.data());
    return isBig ? bytes.last(width) : bytes.first(width);
}

inline QByteArray randomHttp(QRandomGenerator &random)
{
    const QByteArray body = randomJson(random);
    switch (random.bounded(3)) {
    case 0:
        return "GET /path?q=" + QByteArray::number(random.bounded(99)) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    case 1:
        return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    default:
        return "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray::number(body.size(), 16) + "\r\n"
            + body + "\r\n3;x=y\r\nabc\r\n0\r\n\r\n";
    }
}

/// A payload as programs send it with this framing.
inline QByteArray samplePayload(const QByteArray &id, QRandomGenerator &random)
{
    if (QByteArrayList{ "json", "jsonl", "content-length", "discord", "coreipc", "hpipes", "rs" }.contains(id))
        return randomJson(random);
    const QByteArray body = randomBytes(random, random.bounded(40));
    if (id == "dotnet-ipc")
        return QByteArray("\4\4\0\0", 4) + body;
    if (id == "msbuild")
        return QByteArray(1, static_cast<char>(random.bounded(2, 0x16))) + number(body.size(), 4) + body;
    if (id == "http2")
        return QByteArray(1, static_cast<char>(random.bounded(10))) + '\0' + number(random.bounded(9), 4, true) + body;
    if (id == "http1")
        return randomHttp(random);
    if (id == "nerdbank" && random.bounded(2) == 0)
        return "\x93\2\x92\1\xC2\xC4" + QByteArray(1, static_cast<char>(body.size())) + body;
    if (id == "nerdbank")
        return '\2' + number(random.bounded(100), 4, true) + number(body.size(), 2, true) + body;
    if (id == "psrp")
        return "<Data Stream='Default' PSGuid='00000000-0000-0000-0000-000000000000'>" + body.toBase64() + "</Data>";
    if (id == "testing-platform")
        return number(random.bounded(1, 9), 4) + number(1, 2) + number(1, 2) + number(body.size(), 4) + body;
    if (id == "build-server")
        return randomBytes(random, 16) + number(0x44532521, 4) + body;
    if (id == "pipemethodcalls")
        return QByteArray("\0\1Method\0\0\0", 11);
    if (id == "protobuf" || id == "protobuf-net")
        return "\x08\x96\x01\x12" + QByteArray(1, static_cast<char>(body.size())) + body;
    if (id == "streamstring") {
        const QString text = QString::fromUtf8(randomText(random, 8));
        return { reinterpret_cast<const char *>(text.utf16()), text.size() * 2 };
    }
    return randomText(random, 8);
}

} // namespace pipeglass::test

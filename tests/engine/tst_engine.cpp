// SPDX-License-Identifier: MIT
#include "capture/keptrecordings.h"
#include "engine/engine.h"
#include "engine/sessionfixture.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QFile>
#include <QThread>

#include <algorithm>

namespace tst_engine {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;

/// As the window uses it: in a thread of its own, by calls and signals of this one.
class TestEngine : public QObject {
    Q_OBJECT

private:
    PrivateDirectory m_directory;
    QThread m_thread;
    Engine *m_engine = nullptr;
    std::map<quint64, SessionInfo> m_opened;
    std::map<quint64, Error> m_failed;
    std::map<quint64, SessionInfo> m_sessions; ///< by the session's number
    std::map<quint64, quint64> m_records; ///< by the session's number
    int m_reports = 0;
    int m_sent = 0;
    bool m_allClosed = false;

    void attach(quint64 ticket, const QByteArray &name) { m_engine->open(ticket, attaching(name)); }
    void host(quint64 ticket, const QByteArray &name) { m_engine->open(ticket, hosting(name)); }

private Q_SLOTS:
    void init()
    {
        m_engine = new Engine;
        m_engine->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_engine, &Engine::discard, Qt::DirectConnection);
        connect(m_engine, &Engine::opened, this, [this](quint64 ticket, const SessionInfo &session) {
            m_opened[ticket] = session;
        });
        connect(
            m_engine, &Engine::failed, this, [this](quint64 ticket, const Error &error) { m_failed[ticket] = error; });
        connect(m_engine, &Engine::sessionChanged, this, [this](const SessionInfo &session) {
            m_sessions[session.id.value] = session;
        });
        connect(m_engine, &Engine::recordingGrew, this, [this](SessionId session) {
            const auto opened = std::find_if(
                m_opened.begin(), m_opened.end(), [session](const auto &one) { return one.second.id == session; });
            ++m_reports;
            if (opened != m_opened.end()) // it may come before `opened`, or after cleanup()
                m_records[session.value] = opened->second.recording->count();
        });
        connect(m_engine, &Engine::sent, this, [this] { ++m_sent; });
        connect(m_engine, &Engine::allClosed, this, [this] { m_allClosed = true; });
        m_thread.start();
    }

    void cleanup()
    {
        m_thread.quit();
        QVERIFY(m_thread.wait());
        delete m_engine;
        m_opened.clear();
        m_failed.clear();
        m_sessions.clear();
        m_records.clear();
        m_reports = 0;
        m_sent = 0;
        m_allClosed = false;
    }

    void hostsAttachesAndTalks()
    {
        host(1, "talk");
        QTRY_VERIFY(m_opened.count(1) == 1);
        attach(2, "talk");
        QTRY_VERIFY(m_opened.count(2) == 1);
        const SessionInfo hosting = m_opened.at(1);
        const SessionInfo attached = m_opened.at(2);
        QVERIFY(hosting.ours == Side::Server && hosting.hasMany && hosting.canSend);
        QVERIFY(attached.ours == Side::Client && !attached.hasMany && attached.canSend);
        QCOMPARE(attached.connections.size(), size_t{ 1 });
        QTRY_VERIFY(m_sessions[hosting.id.value].connections.size() == 1);
        constexpr int count = 2000;
        for (int i = 0; i < count; ++i)
            m_engine->send(7, attached.id, QByteArray::number(i), {});
        // Both recordings are read here while the engine's thread appends to them.
        QTRY_VERIFY_WITH_TIMEOUT(m_records[attached.id.value] >= 2 * count + 1, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_records[hosting.id.value] >= 2 * count + 1, 60'000);
        QCOMPARE(m_sent, count);
        const quint64 last = attached.recording->count() - 1;
        QVERIFY(attached.recording->summary(last).wireSize > 0);
        QVERIFY(attached.recording->read(last));
        QVERIFY(m_reports < count); // told together
        m_engine->close(attached.id);
        QTRY_VERIFY(m_sessions[attached.id.value].ended);
        QCOMPARE(m_records[attached.id.value], attached.recording->count()); // the last event too
        QTRY_VERIFY(m_sessions[hosting.id.value].connections.empty());
        m_engine->closeAll();
        QTRY_VERIFY(m_allClosed);
        QVERIFY(m_sessions[hosting.id.value].ended);
        QVERIFY(!QFile::exists(QString::fromLatin1(hosting.path)));
    }

    void limitOfAPrivateRecording_data()
    {
        QTest::addColumn<int>("policy");
        QTest::newRow("delete the oldest") << int(LimitPolicy::DeleteOldest);
        QTest::newRow("stop") << int(LimitPolicy::Stop);
        QTest::newRow("ask") << int(LimitPolicy::Ask);
    }

    void limitOfAPrivateRecording()
    {
        QFETCH(int, policy);
        constexpr qint64 limit = 1 << 20;
        constexpr int count = 30;
        const capture::KeptRecordings kept(m_directory.filePath("kept" + QByteArray::number(policy)));
        m_engine->setStorage(
            PrivateStorage{ m_directory.filePath("kept" + QByteArray::number(policy)), limit, LimitPolicy(policy) });
        host(1, "limited");
        QTRY_VERIFY(m_opened.count(1) == 1);
        attach(2, "limited");
        QTRY_VERIFY(m_opened.count(2) == 1);
        const SessionInfo hosting = m_opened.at(1);
        const SessionInfo attached = m_opened.at(2);
        for (int i = 0; i < count; ++i)
            m_engine->send(7, attached.id, QByteArray(50'000, static_cast<char>('a' + i % 26)), {});
        if (LimitPolicy(policy) == LimitPolicy::Ask) {
            QTRY_VERIFY(m_sessions[hosting.id.value].isAtLimit || m_sessions[attached.id.value].isAtLimit);
            for (const SessionId one : { hosting.id, attached.id })
                m_engine->setLimitPolicy(one, LimitPolicy::DeleteOldest);
        }
        if (LimitPolicy(policy) == LimitPolicy::Stop) {
            const auto seen = [&] { return attached.recording->count() + m_sessions[attached.id.value].lost.messages; };
            QTRY_VERIFY(seen() >= 2 * count);
            QVERIFY(m_sessions[attached.id.value].lost.messages > 0);
            QVERIFY(!m_sessions[attached.id.value].isStalled);
            QVERIFY(attached.recording->read(1).has_value());
        } else {
            QTRY_VERIFY(attached.recording->count() >= 2 * count + 1);
            QTRY_VERIFY(!m_sessions[attached.id.value].isStalled);
            QCOMPARE(attached.recording->read(1).error().code, ErrorCode::RecordDeleted);
        }
        QVERIFY(attached.recording->sizeOnDisk() <= limit);
        QCOMPARE(kept.list().size(), size_t(2));
        m_engine->setSaved(hosting.id, 2 * count);
        m_engine->closeAll();
        QTRY_VERIFY(m_allClosed);
        QCOMPARE(kept.list().size(), size_t(1)); // the other one was saved
        QVERIFY(!kept.list()[0].isInUse && !kept.list()[0].isUnfinished);
        QCOMPARE(kept.list()[0].pipe, "CoreFxPipe_limited");
    }

    void opensFiles()
    {
        const QByteArray path = m_directory.filePath("opened.pcapng");
        const capture::RecordingPtr writer = capture::Recording::create(path).value();
        capture::ConnectionInfo info;
        info.framing = { "line", "raw" };
        const ConnectionId connection = writer->addConnection(info).value();
        m_engine->openFile(1, path);
        QTRY_VERIFY(m_opened.count(1) == 1);
        const SessionInfo file = m_opened.at(1);
        QVERIFY(file.file && file.file->hasWriter && !file.ended && !file.canSend);
        QCOMPARE(file.framing.client->id(), QByteArray("line"));
        QVERIFY(writer->append(capture::Event{ { 1 }, connection, capture::EventKind::Connected }).has_value());
        QTRY_COMPARE(m_records[file.id.value], quint64(1));
        writer->finishWriting();
        QVERIFY(writer->append(capture::Event{ { 2 }, connection, capture::EventKind::Closed }).has_value());
        QTRY_VERIFY(m_sessions[file.id.value].ended);
        QCOMPARE(file.recording->count(), quint64(2));
        m_engine->openFile(2, m_directory.filePath("missing"));
        QTRY_VERIFY(m_failed.count(2) == 1);
        m_engine->close(file.id);
        m_engine->closeAll();
        QTRY_VERIFY(m_allClosed);
    }

    void saysWhatFailed()
    {
        attach(1, "nothing");
        host(2, "in/valid");
        m_engine->send(3, SessionId{ 77 }, "x", {});
        QTRY_COMPARE(m_failed.size(), size_t{ 3 });
        QCOMPARE(m_failed.at(1).code, ErrorCode::NoSuchPipe);
        QCOMPARE(m_failed.at(2).code, ErrorCode::InvalidName);
        QCOMPARE(m_failed.at(3).code, ErrorCode::PeerClosed);
        QVERIFY(m_opened.empty());
    }

    void aClientCanBeClosed()
    {
        host(1, "kick");
        QTRY_VERIFY(m_opened.count(1) == 1);
        attach(2, "kick");
        const SessionId hosting = m_opened.at(1).id;
        QTRY_VERIFY(m_sessions[hosting.value].connections.size() == 1);
        const ConnectionId client = m_sessions[hosting.value].connections.front().id;
        m_engine->closeConnection(hosting, client);
        QTRY_VERIFY(m_opened.count(2) == 1);
        QTRY_VERIFY(m_sessions[m_opened.at(2).id.value].ended);
        QTRY_VERIFY(m_sessions[hosting.value].connections.empty());
    }

    void connectingCanBeCancelled()
    {
        host(1, "cancel");
        QTRY_VERIFY(m_opened.count(1) == 1);
        attach(2, "cancel");
        m_engine->cancel(2);
        attach(3, "cancel");
        QTRY_VERIFY(m_opened.count(3) == 1);
        QVERIFY(m_opened.count(2) == 0);
        QVERIFY(m_failed.empty());
    }

    void theThreadMayEndWithSessionsOpen()
    {
        host(1, "left");
        QTRY_VERIFY(m_opened.count(1) == 1);
        attach(2, "left");
        QTRY_VERIFY(m_opened.count(2) == 1);
        const QByteArray path = m_opened.at(1).path;
        m_thread.quit();
        QVERIFY(m_thread.wait());
        QVERIFY(!QFile::exists(QString::fromLatin1(path)));
    }
};

QTEST_GUILESS_MAIN(TestEngine)

} // namespace tst_engine

#include "tst_engine.moc"

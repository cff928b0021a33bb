// SPDX-License-Identifier: MIT
#include "core/fileaside.h"
#include "engine/liveness.h"
#include "engine/plainsocket.h"
#include "support/privatedirectory.h"

#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace pipeglass;
using namespace pipeglass::test;
using catalog::PipeState;

class TestLiveness : public QObject {
    Q_OBJECT

private:
    PrivateDirectory m_directory;
    UniqueFd m_fd{ ::open(m_directory.path().constData(), O_PATH | O_DIRECTORY | O_CLOEXEC) };

    [[nodiscard]] FileIdentity identityOf(const QByteArray &leaf) const
    {
        return factsOf(openLeaf(m_fd.get(), leaf)->get())->file;
    }

private Q_SLOTS:
    void tellsWhoIsAlive()
    {
        const UniqueFd listening = listeningAt(m_directory.filePath("listening"));
        const UniqueFd bound = boundAt(m_directory.filePath("bound"));
        boundAt(m_directory.filePath("stale")).reset();
        const auto stateOf = [this](const QByteArray &leaf) {
            return engine::livenessOf(m_directory.path(), leaf, identityOf(leaf));
        };
        QCOMPARE(stateOf("listening"), PipeState::Listening);
        QCOMPARE(stateOf("bound"), PipeState::Bound);
        QCOMPARE(stateOf("stale"), PipeState::Stale);
    }

    void anotherFileIsUnknown()
    {
        boundAt(m_directory.filePath("one")).reset();
        boundAt(m_directory.filePath("two")).reset();
        QCOMPARE(engine::livenessOf(m_directory.path(), "one", identityOf("two")), PipeState::Unknown);
        QCOMPARE(engine::livenessOf(m_directory.path(), "nothing", identityOf("two")), PipeState::Unknown);
    }
};

QTEST_APPLESS_MAIN(TestLiveness)
#include "tst_liveness.moc"

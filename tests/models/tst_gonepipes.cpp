// SPDX-License-Identifier: MIT
#include "models/gonepipes.h"
#include "models/pipeentries.h"
#include "support/testmain.h"

namespace tst_gonepipes {

using namespace pipeglass;
using models::GonePipes;
using test::pipe;

class TestGonePipes : public QObject {
    Q_OBJECT

private:
    static catalog::PipeEntryPtr some(const QByteArray &name)
    {
        return std::make_shared<catalog::PipeEntry>(pipe(name));
    }

private Q_SLOTS:
    void removedAndCreatedAgain()
    {
        GonePipes gone;
        gone.take({ { some("a"), some("b") }, {}, {} }, { 5 });
        QCOMPARE(gone.of(pipe("a"))->since.unixNanoseconds, 5);
        gone.take({ { some("c") }, {}, { some("a"), some("c") } }, { 6 });
        QVERIFY(gone.of(pipe("a")) == nullptr);
        QVERIFY(gone.of(pipe("c")) == nullptr); // bound again
        QCOMPARE(gone.all().size(), size_t{ 1 });
        gone.forget({ some("b") });
        QVERIFY(gone.all().empty());
    }

    void aListenerWithoutANameIsNotMissed()
    {
        auto lost = std::make_shared<catalog::PipeEntry>(pipe("a"));
        lost->hasFile = false;
        GonePipes gone;
        gone.take({ { lost }, {}, {} }, { 5 });
        QVERIFY(gone.all().empty());
    }

    void theOldestAreForgotten()
    {
        GonePipes gone;
        for (int number = 0; number < 5'000; ++number)
            gone.take({ { some("p" + QByteArray::number(number)) }, {}, {} }, { number });
        QVERIFY(gone.all().size() <= 2'000);
        QVERIFY(gone.of(pipe("p4999")) != nullptr);
        QVERIFY(gone.of(pipe("p0")) == nullptr);
    }

    void limitsRemovalsAtTheSameTime()
    {
        std::vector<catalog::PipeEntryPtr> all;
        for (int number = 0; number < 5'000; ++number)
            all.push_back(some("p" + QByteArray::number(number)));
        GonePipes gone;
        gone.take({ { some("before") }, {}, {} }, { 1 });
        gone.take({ all, {}, {} }, { 2 });
        QVERIFY(gone.all().size() <= 2'000);
        QVERIFY(gone.all().size() >= 1'000);
        QVERIFY(gone.of(pipe("before")) == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestGonePipes)

} // namespace tst_gonepipes

#include "tst_gonepipes.moc"

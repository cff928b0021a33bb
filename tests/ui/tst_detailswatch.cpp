// SPDX-License-Identifier: MIT
#include "overview/detailswatch.h"
#include "support/testmain.h"
#include "ui/topologyvalues.h"

#include <QSignalSpy>

namespace tst_detailswatch {

using namespace pipeglass;
using catalog::PipeEntry;
using catalog::PipeEntryPtr;
using ui::DetailsWatch;
using ui::PipeDetails;

class TestDetailsWatch : public QObject {
    Q_OBJECT

private:
    struct Question {
        PipeEntryPtr about;
        DetailsWatch::Done done;
    };
    /// Answers on request.
    struct Answerer {
        explicit Answerer(DetailsWatch &watch)
        {
            watch.setAsk([this](QObject *, const PipeEntryPtr &pipe, DetailsWatch::Done done) {
                questions.push_back({ pipe, std::move(done) });
            });
        }
        void answerLast() const
        {
            const Question last = questions.back();
            last.done({ last.about, std::vector<catalog::Connection>(), {}, {}, {}, 0 });
        }
        std::vector<Question> questions;
    };

    static PipeEntryPtr pipe(const QByteArray &name, quint64 inode = 1, quint32 clients = 0)
    {
        PipeEntry entry = test::listeningPipe();
        entry.fileName = name;
        entry.file.id.inode = inode;
        entry.clients = clients;
        return std::make_shared<PipeEntry>(entry);
    }

private Q_SLOTS:
    void asksOnlyWhileItIsShown()
    {
        DetailsWatch watch;
        Answerer answerer(watch);
        watch.setEntry(pipe("a"));
        QCOMPARE(answerer.questions.size(), size_t{ 0 });
        watch.setShown(true);
        QCOMPARE(answerer.questions.size(), size_t{ 1 });
        QSignalSpy arrived(&watch, &DetailsWatch::arrived);
        answerer.answerLast();
        QCOMPARE(arrived.count(), 1);
        watch.setShown(false);
        watch.setEntry(pipe("b", 2));
        QTest::qWait(1200);
        QCOMPARE(answerer.questions.size(), size_t{ 1 });
    }

    void asksNowAndThen()
    {
        DetailsWatch watch;
        Answerer answerer(watch);
        watch.setShown(true);
        watch.setEntry(pipe("a"));
        answerer.answerLast();
        watch.setEntry(pipe("a")); // an equal row
        QTest::qWait(1200); // longer than the interval for changes
        QCOMPARE(answerer.questions.size(), size_t{ 1 });
        QTRY_COMPARE_WITH_TIMEOUT(answerer.questions.size(), size_t{ 2 }, 15'000);
    }

    void refreshesWhenBytesArrive()
    {
        DetailsWatch watch;
        Answerer answerer(watch);
        watch.setShown(true);
        watch.setEntry(pipe("a", 1, 1));
        answerer.answerLast();
        PipeEntry entry = *pipe("a", 1, 1);
        entry.unreadByServer = 700;
        watch.setEntry(std::make_shared<PipeEntry>(entry));
        QTRY_COMPARE_WITH_TIMEOUT(answerer.questions.size(), size_t{ 2 }, 2500);
    }

    void neverTwoQuestionsAtOnce()
    {
        DetailsWatch watch;
        Answerer answerer(watch);
        QSignalSpy arrived(&watch, &DetailsWatch::arrived);
        watch.setShown(true);
        watch.setEntry(pipe("a"));
        watch.setEntry(pipe("b", 2));
        watch.setEntry(pipe("c", 3));
        watch.refresh();
        QCOMPARE(answerer.questions.size(), size_t{ 1 });
        answerer.answerLast(); // about a previous row
        QCOMPARE(arrived.count(), 0);
        QCOMPARE(answerer.questions.size(), size_t{ 2 });
        QCOMPARE(answerer.questions.back().about->fileName, QByteArray("c"));
        answerer.answerLast();
        QCOMPARE(arrived.count(), 1);
    }

    void aChangedRowDoesNotHurryIt()
    {
        DetailsWatch watch;
        Answerer answerer(watch);
        watch.setShown(true);
        watch.setEntry(pipe("a"));
        answerer.answerLast();
        for (quint32 clients = 1; clients < 50; ++clients)
            watch.setEntry(pipe("a", 1 + clients, clients)); // bound again for each client
        QCOMPARE(answerer.questions.size(), size_t{ 1 });
        QTRY_COMPARE(answerer.questions.size(), size_t{ 2 });
        QCOMPARE(answerer.questions.back().about->clients, quint32{ 49 });
        // An answer about the previous socket is accepted for this row.
        watch.setEntry(pipe("a", 100, 1));
        QSignalSpy arrived(&watch, &DetailsWatch::arrived);
        answerer.answerLast();
        QCOMPARE(arrived.count(), 1);
    }

    void anotherPipeIsAskedAboutAtOnce()
    {
        DetailsWatch watch;
        Answerer answerer(watch);
        watch.setShown(true);
        watch.setEntry(pipe("a"));
        answerer.answerLast();
        watch.setEntry(pipe("b", 2));
        QCOMPARE(answerer.questions.size(), size_t{ 2 });
        watch.setEntry({});
        QSignalSpy arrived(&watch, &DetailsWatch::arrived);
        answerer.answerLast();
        QCOMPARE(arrived.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestDetailsWatch)

} // namespace tst_detailswatch

#include "tst_detailswatch.moc"

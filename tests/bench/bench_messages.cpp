// SPDX-License-Identifier: MIT
// bench_messages [COUNT|FILE]: the list of messages with a million of them, or of a recording: how long filtering
// takes, and how long the thread of the window is busy at a time meanwhile.
#include "capture/recording.h"
#include "conversation/trafficoverview.h"
#include "models/conversation/conversationmodel.h"
#include "models/conversation/messagefilter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <cstdio>
#include <ctime>

using namespace pipeglass;

namespace {

/// CPU time of all threads of the program in milliseconds.
long long cpuMs() { return static_cast<long long>(std::clock()) * 1000 / CLOCKS_PER_SEC; }

capture::RecordingPtr made(int count)
{
    auto recording = capture::Recording::create().value();
    const ConnectionId link = recording->addConnection({}).value();
    for (int i = 0; i < count; ++i) {
        capture::Record record;
        record.time = { qint64{ i } * 1000 };
        record.connection = link;
        record.from = i % 2 == 0 ? Side::Client : Side::Server;
        record.wire = QByteArray(R"({"jsonrpc":"2.0","id":)") + QByteArray::number(i / 2) + R"(,"method":"work"})";
        (void)recording->append(record);
    }
    return recording;
}

/// Reads and indexes a file.
capture::RecordingPtr opened(const char *path)
{
    QElapsedTimer timer;
    timer.start();
    const long long cpu = cpuMs();
    auto recording = capture::Recording::open(path).value();
    std::printf(
        "index of %llu items             %8lld ms, %lld ms of CPU time\n",
        static_cast<unsigned long long>(recording->count()), static_cast<long long>(timer.elapsed()), cpuMs() - cpu);
    return recording;
}

/// Applies a filter to all messages while a timer beats, and prints time and the longest pause between two beats.
void filterAll(const capture::RecordingPtr &recording, const QString &text)
{
    models::MessageFilter filter(recording);
    models::ConversationModel model(filter.list(), filter.numbers());
    QObject::connect(
        &filter, &models::MessageFilter::listChanged, &model, [&] { model.setList(filter.list(), filter.numbers()); });
    QObject::connect(&filter, &models::MessageFilter::grew, &model, &models::ConversationModel::update);
    QElapsedTimer sinceBeat;
    qint64 longest = 0;
    QTimer beat;
    QObject::connect(&beat, &QTimer::timeout, &beat, [&] { longest = qMax(longest, sinceBeat.restart()); });
    QElapsedTimer whole;
    whole.start();
    const long long cpu = cpuMs();
    sinceBeat.start();
    beat.start(1);
    filter.setFilter(filter::Filter::parse(text).value());
    while (filter.isRunning())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::printf(
        "%-40s %8lld ms, %lld ms of CPU time, %d found, longest pause %lld ms\n", qPrintable(text),
        static_cast<long long>(whole.elapsed()), cpuMs() - cpu, model.rowCount(), static_cast<long long>(longest));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int count = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    const capture::RecordingPtr recording = count > 0 ? made(count) : opened(argv[1]);
    for (const char *text : { "from == server", "text contains \"77\"", "latency > 1us", "number > 500000",
                              "length > 100 and text contains \"needle\"", "text matches \"nee+dle\"" })
        filterAll(recording, QString::fromLatin1(text));
    QElapsedTimer timer;
    timer.start();
    conversation::TrafficOverview overview(recording);
    while (overview.examine(200'000)) { }
    std::printf("overview of all                  %8lld ms\n", static_cast<long long>(timer.restart()));
    const conversation::MessageNumbers numbers(recording);
    (void)numbers.messagesBefore(recording->count());
    std::printf("numbers of all                   %8lld ms\n", static_cast<long long>(timer.elapsed()));
    return 0;
}

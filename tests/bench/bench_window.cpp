// SPDX-License-Identifier: MIT
// The window with many messages: times until something is seen, memory, and stalls of its event loop.
//     bench_window read FILE             opens a recording; goes to rows, filters, searches, scrolls
//     bench_window cut FILE              opens a recording and cuts it with its framing again
//     bench_window live SENDER SECONDS   hosts a pipe to which the program SENDER sends 100,000 messages a second
#include "app/settings.h"
#include "app/theme.h"
#include "app/workers.h"
#include "capture/recording.h"
#include "charts/conversationviews.h"
#include "conversation/conversationpanel.h"
#include "conversation/conversationtable.h"
#include "conversation/conversationtabs.h"
#include "conversation/messagespane.h"
#include "framings/framingbutton.h"
#include "mainwindow/mainwindow.h"
#include "models/conversation/conversationmodel.h"
#include "models/conversation/messagefilter.h"
#include "models/conversation/messagesearch.h"
#include "support/privatedirectory.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTimer>

#include <cstdio>
#include <ctime>

using namespace pipeglass;
using models::ConversationModel;
using ui::ConversationPanel;

namespace {

double cpuMs()
{
    timespec used{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

double allCpuMs() { return static_cast<double>(std::clock()) * 1e3 / CLOCKS_PER_SEC; }

/// The longest time between two beats of a timer in the event loop, by the clock and in CPU time of the thread. The
/// latter does not contain the work of other programs.
class StallProbe : public QObject {
public:
    StallProbe()
    {
        m_beat.setTimerType(Qt::PreciseTimer);
        connect(&m_beat, &QTimer::timeout, this, &StallProbe::beat);
        m_beat.start(1);
        reset();
    }

    void reset()
    {
        m_wall = m_cpu = 0;
        m_since.start();
        m_whole.start();
        m_lastCpu = cpuMs();
    }
    [[nodiscard]] double wall() const { return m_wall; }
    [[nodiscard]] double cpu() const { return m_cpu; }

private:
    void beat()
    {
        m_wall = qMax(m_wall, static_cast<double>(m_since.nsecsElapsed()) / 1e6);
        m_since.start();
        const double used = cpuMs();
        const double busy = used - m_lastCpu;
        if (busy > toPrint)
            std::printf("  busy for %.0f ms of CPU time, %.0f ms after the start\n", busy, wholeMs());
        m_cpu = qMax(m_cpu, busy);
        m_lastCpu = used;
    }

    /// Since reset().
    [[nodiscard]] double wholeMs() const { return static_cast<double>(m_whole.nsecsElapsed()) / 1e6; }

    static constexpr double toPrint = 30;

    QTimer m_beat;
    QElapsedTimer m_since;
    QElapsedTimer m_whole;
    double m_lastCpu = 0;
    double m_wall = 0;
    double m_cpu = 0;
};

/// A line of /proc/self/status in MB.
double memory(const char *line)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &one : status.readAll().split('\n')) {
        if (one.startsWith(line))
            return one.simplified().split(' ').value(1).toDouble() * 1024 / 1e6;
    }
    return 0;
}

class Bench : public QObject {
public:
    Bench()
        : m_settings(QString())
        , m_workers({ { m_directory.path() } })
        , m_window(m_workers, m_settings, m_theme, m_framings)
    {
        m_window.resize(1280, 800);
        m_window.show();
        for (QElapsedTimer timer(started()); timer.elapsed() < 1500;)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        connect(&m_window, &ui::MainWindow::conversationOpened, this, [this](quint64, ConversationPanel *panel) {
            m_panel = panel;
            table()->viewport()->installEventFilter(this);
        });
        connect(&m_workers.engine(), &engine::Engine::failed, this, [](quint64, const Error &) { std::exit(1); });
    }
    ~Bench() override
    {
        bool ended = false;
        connect(&m_workers, &ui::Workers::finished, this, [&ended] { ended = true; });
        connect(&m_window, &ui::MainWindow::closed, &m_workers, &ui::Workers::shutDown);
        m_window.close();
        waitFor([&ended] { return ended; });
    }

    void read(const QByteArray &file)
    {
        std::printf("window before: %.0f MB\n", memory("VmRSS"));
        open(file);
        goToRows();
        filter(QStringLiteral("length > 100 and text contains \"needle\""));
        filter(QStringLiteral("from == server"));
        filter(QStringLiteral("latency > 1s"));
        filter({});
        search();
        scroll();
        for (const auto view :
             { ui::ConversationViews::Rates, ui::ConversationViews::Sequence, ui::ConversationViews::Messages }) {
            begin();
            m_panel->views()->show(view);
            waitFor([wait = started()] { return wait.elapsed() > 700; });
            report("another view");
        }
        std::printf("resident: %.0f MB now, %.0f MB at most\n", memory("VmRSS"), memory("VmHWM"));
    }

    void cutAgain(const QByteArray &file)
    {
        open(file);
        auto *button = m_panel->findChild<ui::FramingButton *>(QStringLiteral("framing"));
        const framing::FramingPtr framing = m_framings.find("int32le");
        begin();
        Q_EMIT button->chosen({ framing, framing });
        const QElapsedTimer timer = started();
        waitFor([this] { return isSeen(); });
        std::printf("cut again: first screen after %lld ms\n", static_cast<long long>(timer.elapsed()));
        const auto all = static_cast<int>(m_panel->session().recording->count());
        waitFor([this, all] { return model()->rowCount() >= all; });
        std::printf("cut again: %d messages after %lld ms\n", all, static_cast<long long>(timer.elapsed()));
        report("meanwhile");
        std::printf("resident: %.0f MB now, %.0f MB at most\n", memory("VmRSS"), memory("VmHWM"));
    }

    int live(const QString &sender, int seconds)
    {
        constexpr int rate = 100'000;
        engine::HostRequest request;
        request.name = "live";
        request.talk.framing = { m_framings.defaultFraming(), m_framings.defaultFraming() };
        m_window.openNamed(request);
        waitFor([this] { return m_panel != nullptr; });
        const double before = memory("VmRSS");
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(
            sender,
            { QFile::decodeName(m_panel->session().path), QString::number(rate), QString::number(seconds),
              QStringLiteral("200") });
        begin();
        waitFor([&process] { return process.state() == QProcess::NotRunning; });
        waitFor([this] { return model()->rowCount() >= rate; });
        waitFor([wait = started()] { return wait.elapsed() > 1000; });
        report("live");
        const double rows = model()->rowCount();
        std::printf(
            "%.0f rows, %.1f bytes of memory a message, follows: %s, read %.0f\n", rows,
            (memory("VmRSS") - before) * 1e6 / rows, table()->isFollowing() ? "yes" : "no",
            static_cast<double>(m_panel->session().recording->count()));
        return 0;
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_isPainted = true;
        return QObject::eventFilter(watched, event);
    }

private:
    static QElapsedTimer started()
    {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }
    [[nodiscard]] ui::ConversationTable *table() const { return m_panel->pane()->table(); }
    [[nodiscard]] ConversationModel *model() const { return m_panel->messages(); }

    template <typename Condition>
    void waitFor(Condition condition)
    {
        while (!condition())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    void begin()
    {
        QCoreApplication::processEvents();
        m_probe.reset();
    }
    void report(const char *what)
    {
        QCoreApplication::processEvents();
        std::printf("%s: longest stall %.1f ms, %.1f ms of CPU time\n", what, m_probe.wall(), m_probe.cpu());
        std::fflush(stdout);
    }

    /// Whether the visible rows were painted with all that is known of them.
    [[nodiscard]] bool isSeen() const
    {
        const int last = table()->rowAt(table()->viewport()->height() - 2);
        const int row = last < 0 ? model()->rowCount() - 1 : last;
        return m_isPainted && row >= 0 && !model()->index(row, ConversationModel::Preview).data().toString().isEmpty();
    }

    void open(const QByteArray &file)
    {
        const QElapsedTimer timer = started();
        const double cpu = allCpuMs();
        begin();
        m_window.openFile(file);
        waitFor([this] { return m_panel != nullptr && isSeen(); });
        std::printf("open: first screen after %lld ms\n", static_cast<long long>(timer.elapsed()));
        waitFor([this] { return m_panel->session().ended; });
        const auto items = m_panel->session().recording->count();
        waitFor([this, items] { return static_cast<quint64>(model()->rowCount()) >= items; });
        std::printf(
            "open: %d messages indexed after %lld ms, %.0f ms of CPU time in all threads\n", model()->rowCount(),
            static_cast<long long>(timer.elapsed()), allCpuMs() - cpu);
        report("open");
        std::printf("resident: %.0f MB now, %.0f MB at most\n", memory("VmRSS"), memory("VmHWM"));
    }

    void goToRows()
    {
        QRandomGenerator random(1);
        qint64 longest = 0;
        begin();
        table()->choose(0);
        for (int i = 0; i < 30; ++i) {
            const int row = i == 1 ? model()->rowCount() - 1 : random.bounded(model()->rowCount());
            QCoreApplication::processEvents();
            const QElapsedTimer timer = started();
            m_isPainted = false;
            table()->choose(row);
            waitFor([this] { return isSeen(); });
            longest = qMax(longest, timer.nsecsElapsed() / 1000);
            if (i == 1)
                std::printf("go to the last row: %.1f ms\n", static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        std::printf("go to a row: %.1f ms at most\n", static_cast<double>(longest) / 1e3);
        const QElapsedTimer timer = started();
        const auto item = model()->numbers()->item(static_cast<quint64>(model()->rowCount()) / 3);
        std::printf(
            "find a number: %.1f ms (%llu)\n", static_cast<double>(timer.nsecsElapsed()) / 1e6,
            static_cast<unsigned long long>(item.value_or(0)));
        report("go to rows");
    }

    void filter(const QString &text)
    {
        begin();
        const QElapsedTimer timer = started();
        const double cpu = allCpuMs();
        ui::MessagesPane *pane = m_panel->pane();
        qint64 first = -1;
        int steps = 0;
        pane->setFilter(text);
        // The list is another one at once; it is complete when the label of the count says so.
        auto *filter = pane->findChild<models::MessageFilter *>();
        const auto steady = connect(filter, &models::MessageFilter::progressed, this, [&steps] { ++steps; });
        waitFor([&] {
            first = first < 0 && model()->rowCount() > 0 ? timer.elapsed() : first;
            return !filter->isRunning();
        });
        disconnect(steady);
        std::printf(
            "filter \"%s\": %lld ms, %.0f ms of CPU time, first result after %lld ms, %d found, %d steps of progress\n",
            qPrintable(text), static_cast<long long>(timer.elapsed()), allCpuMs() - cpu, static_cast<long long>(first),
            model()->rowCount(), steps);
        report("filter");
    }

    void search()
    {
        const auto wanted = filter::Filter::parse(QStringLiteral("text contains \"no message has this\""));
        for (const auto direction :
             { models::MessageSearch::Direction::Forward, models::MessageSearch::Direction::Backward }) {
            models::MessageSearch search;
            begin();
            const QElapsedTimer timer = started();
            search.start(*wanted, model()->list(), model()->numbers(), 1000, direction);
            waitFor([&search] { return !search.isRunning(); });
            std::printf("search of all: %lld ms\n", static_cast<long long>(timer.elapsed()));
            report("search");
        }
    }

    void scroll()
    {
        constexpr int steps = 400;
        QScrollBar *bar = table()->verticalScrollBar();
        begin();
        qint64 longest = 0;
        for (int i = 0; i <= steps; ++i) {
            const QElapsedTimer timer = started();
            bar->setValue(static_cast<int>(qint64{ bar->maximum() } * i / steps));
            QCoreApplication::processEvents();
            longest = qMax(longest, timer.nsecsElapsed() / 1000);
        }
        std::printf("scrolling: %.1f ms a step at most\n", static_cast<double>(longest) / 1e3);
        report("scrolling");
    }

    test::PrivateDirectory m_directory;
    ui::Settings m_settings;
    ui::Theme m_theme;
    ui::Workers m_workers;
    framing::FramingRegistry m_framings;
    ui::MainWindow m_window;
    ConversationPanel *m_panel = nullptr;
    StallProbe m_probe;
    bool m_isPainted = false;
};

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_NO_GLIB", "1");
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    Bench bench;
    if (words.size() == 3 && words[1] == QStringLiteral("read"))
        bench.read(QFile::encodeName(words[2]));
    else if (words.size() == 3 && words[1] == QStringLiteral("cut"))
        bench.cutAgain(QFile::encodeName(words[2]));
    else if (words.size() == 4 && words[1] == QStringLiteral("live"))
        return bench.live(words[2], words[3].toInt());
    else
        return 2;
    return 0;
}

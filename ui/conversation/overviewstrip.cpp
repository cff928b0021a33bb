// SPDX-License-Identifier: MIT
#include "conversation/overviewstrip.h"

#include "models/pooljob.h"
#include "text/timetext.h"
#include "widgets/colors.h"

#include <QActionGroup>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>

namespace pipeglass::ui {

using conversation::TrafficOverview;

namespace {

constexpr quint64 itemsPerJob = 200'000;
constexpr int pauseMs = 150;
constexpr int stripWidth = 28;
constexpr int leastFrame = 6; ///< height of the frame around what is visible

/// The share of the width, by the logarithm: small messages are to be seen beside large ones.
double share(quint64 bytes, quint64 most)
{
    return most == 0 ? 0 : std::log2(1.0 + static_cast<double>(bytes)) / std::log2(1.0 + static_cast<double>(most));
}

} // namespace

struct OverviewStrip::Run {
    explicit Run(const conversation::SelectedMessagesPtr &examined)
        : list(examined)
        , overview(examined)
    {
    }

    conversation::SelectedMessagesPtr list;
    TrafficOverview overview;
    std::vector<quint64> marks;
};

OverviewStrip::OverviewStrip(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Overview of the messages"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &OverviewStrip::examine);
}

OverviewStrip::~OverviewStrip() = default;

QSize OverviewStrip::sizeHint() const { return { stripWidth, 40 }; }

void OverviewStrip::setList(const conversation::SelectedMessagesPtr &list)
{
    m_list = list;
    m_run = std::make_shared<Run>(list);
    m_shown = {};
    m_isExamining = false; // a running job works for a list that is no longer shown
    m_wantsMarks = true;
    examine();
    QWidget::update();
}

void OverviewStrip::update()
{
    if (!m_pause.isActive())
        m_pause.start();
}

void OverviewStrip::marksChanged()
{
    m_wantsMarks = true;
    update();
}

void OverviewStrip::setVisibleRows(int first, int last)
{
    if (m_first == first && m_last == last)
        return;
    m_first = first;
    m_last = last;
    QWidget::update();
}

void OverviewStrip::setAxis(Axis axis)
{
    m_axis = axis;
    QWidget::update();
}

void OverviewStrip::examine()
{
    if (m_run == nullptr || m_isExamining)
        return;
    m_isExamining = true;
    const auto work = [run = m_run, wantsMarks = std::exchange(m_wantsMarks, false)] {
        Shown shown;
        shown.hasMore = run->overview.examine(itemsPerJob);
        if (wantsMarks)
            run->marks = run->list->markedItems();
        shown.parts = run->overview.parts();
        shown.itemsPerPart = run->overview.itemsPerPart();
        shown.timeParts = run->overview.timeParts();
        shown.nanosecondsPerPart = run->overview.nanosecondsPerPart();
        shown.begin = run->overview.begin();
        shown.end = run->overview.end();
        shown.examined = run->overview.examined();
        shown.marks = run->marks;
        return shown;
    };
    models::runInPool(this, work, [this, run = m_run](const Shown &shown) {
        if (run != m_run)
            return;
        m_isExamining = false;
        m_shown = shown;
        QWidget::update();
        if (m_shown.hasMore || m_wantsMarks)
            examine();
    });
}

int OverviewStrip::rowAt(int y) const
{
    const quint64 count = m_shown.examined;
    if (count == 0)
        return -1;
    const auto place = static_cast<quint64>(std::clamp(y, 0, height() - 1));
    quint64 row = place * count / static_cast<quint64>(qMax(1, height()));
    if (m_axis == Axis::Time) {
        // The first one that is not older.
        const qint64 time = timeAt(static_cast<int>(place));
        quint64 from = 0;
        quint64 to = count - 1;
        while (from < to) {
            const quint64 middle = (from + to) / 2;
            if (m_list->summary(middle).time.unixNanoseconds < time)
                from = middle + 1;
            else
                to = middle;
        }
        row = from;
    }
    return static_cast<int>(std::min<quint64>(row, std::numeric_limits<int>::max()));
}

int OverviewStrip::yOf(quint64 row) const
{
    const quint64 count = std::max<quint64>(m_shown.examined, 1);
    if (m_axis == Axis::Time)
        return row < m_shown.examined ? yOfTime(m_list->summary(row).time.unixNanoseconds) : height();
    return static_cast<int>(std::min(row, count) * static_cast<quint64>(height()) / count);
}

int OverviewStrip::yOfTime(qint64 time) const
{
    const double all = static_cast<double>(m_shown.end - m_shown.begin) + 1;
    const double since = static_cast<double>(time - m_shown.begin);
    return qBound(0, static_cast<int>(since * height() / all), height());
}

qint64 OverviewStrip::timeAt(int y) const
{
    const double all = static_cast<double>(m_shown.end - m_shown.begin) + 1;
    return m_shown.begin + static_cast<qint64>(std::ceil(y * all / qMax(1, height())));
}

const std::vector<TrafficOverview::Part> &OverviewStrip::shownParts() const
{
    return m_axis == Axis::Time ? m_shown.timeParts : m_shown.parts;
}

int OverviewStrip::topOfPart(size_t part) const
{
    return m_axis == Axis::Time ? yOfTime(m_shown.begin + static_cast<qint64>(part) * m_shown.nanosecondsPerPart)
                                : yOf(part * m_shown.itemsPerPart);
}

/// For each line of pixels what is there; the client's bytes grow from the left, the server's from the right.
void OverviewStrip::paintTraffic(QPainter &painter) const
{
    std::vector<TrafficOverview::Part> lines(static_cast<size_t>(height()));
    const std::vector<TrafficOverview::Part> &parts = shownParts();
    for (size_t i = 0; i < parts.size(); ++i) {
        const int from = topOfPart(i);
        const int to = qMax(from + 1, topOfPart(i + 1));
        for (int y = from; y < to && y < height(); ++y) {
            TrafficOverview::Part &line = lines[static_cast<size_t>(y)];
            for (const Side side : { Side::Client, Side::Server })
                line.bytes[side] += parts[i].bytes[side];
        }
    }
    quint64 most = 0;
    for (const TrafficOverview::Part &line : lines)
        most = std::max({ most, line.bytes.client, line.bytes.server });
    const QColor ground = palette().color(QPalette::Base);
    const QColor client = mixed(ground, infoColor(), 0.75);
    const QColor server = mixed(ground, goodColor(), 0.75);
    const double half = width() / 2.0 - 1;
    for (int y = 0; y < height(); ++y) {
        const auto &bytes = lines[static_cast<size_t>(y)].bytes;
        const auto left = static_cast<int>(std::lround(half * share(bytes.client, most)));
        const auto right = static_cast<int>(std::lround(half * share(bytes.server, most)));
        painter.fillRect(0, y, left, 1, client);
        painter.fillRect(width() - right, y, right, 1, server);
    }
}

/// Malformed messages are triangles, marks diamonds.
void OverviewStrip::paintSigns(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(mixed(palette().color(QPalette::Base), Qt::black, 0.6));
    const double middle = width() / 2.0;
    int lastY = -1;
    painter.setBrush(errorColor());
    const std::vector<TrafficOverview::Part> &parts = shownParts();
    for (size_t i = 0; i < parts.size(); ++i) {
        const int y = topOfPart(i);
        if (parts[i].malformed == 0 || y == lastY)
            continue;
        lastY = y;
        const double top = qMin(y, height() - 9);
        painter.drawPolygon(QPolygonF{ { middle, top }, { middle + 5, top + 8 }, { middle - 5, top + 8 } });
    }
    lastY = -1;
    painter.setBrush(warningColor());
    for (const quint64 mark : m_shown.marks) {
        const double y = qBound(4, yOf(mark), qMax(4, height() - 5));
        if (static_cast<int>(y) == lastY)
            continue;
        lastY = static_cast<int>(y);
        painter.drawPolygon(QPolygonF{ { 5, y - 4 }, { 9, y }, { 5, y + 4 }, { 1, y } });
    }
}

void OverviewStrip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_shown.examined > 0) {
        paintTraffic(painter);
        const int from = yOf(static_cast<quint64>(qMax(0, m_first)));
        const int to = qMax(from + leastFrame, yOf(static_cast<quint64>(qMax(0, m_last)) + 1));
        QColor inside = palette().color(QPalette::Text);
        inside.setAlpha(38);
        painter.setBrush(inside);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawRect(0, qMin(from, height() - leastFrame), width() - 1, qMin(to, height()) - from - 1);
        paintSigns(painter);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void OverviewStrip::mousePressEvent(QMouseEvent *event)
{
    if (const int row = rowAt(event->pos().y()); row >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT rowRequested(row);
}

void OverviewStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (const int row = rowAt(event->pos().y()); row >= 0 && event->buttons().testFlag(Qt::LeftButton))
        Q_EMIT rowRequested(row);
}

void OverviewStrip::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *axes = new QActionGroup(menu);
    const auto add = [&](const QString &text, Axis axis) {
        QAction *action = menu->addAction(text, this, [this, axis] { Q_EMIT axisChosen(axis); });
        action->setCheckable(true);
        action->setChecked(m_axis == axis);
        axes->addAction(action);
    };
    add(tr("Traffic over &time"), Axis::Time);
    add(tr("Traffic by &position in the list"), Axis::Position);
    menu->popup(event->globalPos());
}

bool OverviewStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = rowAt(help->pos().y());
    if (row >= 0 && static_cast<quint64>(row) < m_list->count()) {
        const auto number = static_cast<quint64>(row);
        QToolTip::showText(
            help->globalPos(),
            tr("Row %1 of %2, %3")
                .arg(
                    QLocale().toString(row + 1), QLocale().toString(m_list->count()),
                    text::dateAndTimeText(m_list->summary(number).time)),
            this);
    }
    return true;
}

} // namespace pipeglass::ui

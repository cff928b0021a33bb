// SPDX-License-Identifier: MIT
#include "overview/drawinglayout.h"

#include "overview/drawingitems.h"

#include <algorithm>

namespace pipeglass::ui {

using catalog::PipeEntry;

namespace {

using Box = DrawingLayout::Box;
using Item = DrawingItem;
using Arrow = DrawingLayout::Arrow;
using Style = DrawingLayout::Style;

constexpr double between = 8; ///< vertical distance of boxes
constexpr double widestBox = 230;
constexpr double headRoom = 34; ///< minimum length of an arrow besides its text

/// As characterWidth(), not rounded.
double unitOf(const QFontMetricsF &metrics)
{
    return qMin(metrics.averageCharWidth(), metrics.horizontalAdvance(u'0'));
}

/// Computes the positions.
class Placing {
public:
    Placing(DrawingLayout &layout, const QFontMetricsF &metrics)
        : m_layout(layout)
        , m_metrics(metrics)
    {
    }

    void sideBySide(std::vector<Item> clients, Box pipe, std::vector<Item> servers, double width);
    void oneBelowTheOther(std::vector<Item> clients, Box pipe, std::vector<Item> servers, double width);

    [[nodiscard]] double gapFor(const std::vector<Item> &items) const
    {
        double widest = unitOf(m_metrics) * 3;
        for (const Item &item : items)
            widest = std::max({ widest, m_metrics.horizontalAdvance(item.arrow.above),
                                m_metrics.horizontalAdvance(item.arrow.below) });
        return widest + headRoom;
    }

private:
    [[nodiscard]] double heightOf(const Box &box) const
    {
        return static_cast<double>(qMax(box.lines.size(), qsizetype{ 2 })) * m_metrics.height() + 10;
    }
    [[nodiscard]] double heightOf(const std::vector<Item> &items) const
    {
        double height = between * static_cast<double>(items.size() - 1);
        for (const Item &item : items)
            height += heightOf(item.box);
        return height;
    }
    double stack(std::vector<Item> &items, QPointF from, double width) const
    {
        for (Item &item : items) {
            item.box.place = QRectF(from, QSizeF(width, heightOf(item.box)));
            from.ry() += item.box.place.height() + between;
        }
        return from.y() - between;
    }
    void keep(std::vector<Item> items)
    {
        for (Item &item : items) {
            m_layout.boxes.push_back(std::move(item.box));
            m_layout.arrows.push_back(std::move(item.arrow));
        }
    }
    void sideways(std::vector<Item> &items, bool withText) const;

    DrawingLayout &m_layout;
    const QFontMetricsF &m_metrics;
};

void Placing::sideBySide(std::vector<Item> clients, Box pipe, std::vector<Item> servers, double width)
{
    const double left = gapFor(clients);
    const double right = gapFor(servers);
    const double wide = qMin((width - left - right - 2) / 3, widestBox);
    const double height = std::max({ heightOf(clients), heightOf(servers), heightOf(pipe) });
    stack(clients, { 1, 1 + (height - heightOf(clients)) / 2 }, wide);
    pipe.place = QRectF(1 + wide + left, 1, wide, height);
    stack(servers, { pipe.place.right() + right, 1 + (height - heightOf(servers)) / 2 }, wide);
    for (Item &item : clients) {
        const double y = item.box.place.center().y();
        item.arrow.line = QLineF(item.box.place.right() + 3, y, pipe.place.left() - 3, y);
    }
    for (Item &item : servers) {
        const double y = item.box.place.center().y();
        item.arrow.line = QLineF(pipe.place.right() + 3, y, item.box.place.left() - 3, y);
    }
    m_layout.size = QSizeF(width, height + 2);
    keep(std::move(clients));
    m_layout.boxes.push_back(std::move(pipe));
    keep(std::move(servers));
}

void Placing::sideways(std::vector<Item> &items, bool withText) const
{
    for (Item &item : items) {
        if (withText) {
            item.box.side = QStringList{ item.arrow.above };
            if (!item.arrow.below.isEmpty())
                item.box.side.append(item.arrow.below);
        }
        item.arrow.above.clear();
        item.arrow.below.clear();
    }
}

void Placing::oneBelowTheOther(std::vector<Item> clients, Box pipe, std::vector<Item> servers, double width)
{
    constexpr double rail = 30; // width of the shared line left of the clients
    constexpr double step = 22;
    sideways(clients, true);
    sideways(servers, true);
    const double clientsEnd = stack(clients, { 1 + rail, 1 }, width - 2 - rail);
    pipe.place = QRectF(1, clientsEnd + step, width - 2, heightOf(pipe));
    for (Item &item : clients) {
        const double y = item.box.place.center().y();
        item.arrow.line = QLineF(item.box.place.left(), y, 1 + rail / 2, y);
        item.arrow.hasHead = false;
    }
    const double serversEnd = stack(servers, { 1 + rail, pipe.place.bottom() + between }, width - 2 - rail);
    for (Item &item : servers) {
        const double y = item.box.place.center().y();
        item.arrow.line = QLineF(1 + rail / 2, y, item.box.place.left() - 2, y);
    }
    // Refused clients have a cross before the shared line; do not draw a second one there.
    const Style first = clients.front().arrow.style;
    Arrow down = plainArrow(first == Style::Blocked ? Style::Dashed : first, first == Style::Solid);
    for (const Item &item : clients) {
        if (item.arrow.style == Style::Solid)
            down = plainArrow(Style::Solid);
    }
    down.line = QLineF(1 + rail / 2, clients.front().arrow.line.y2(), 1 + rail / 2, pipe.place.top() - 3);
    Arrow on = plainArrow(servers.front().arrow.style, false);
    on.line = QLineF(1 + rail / 2, pipe.place.bottom(), 1 + rail / 2, servers.back().arrow.line.y1());
    m_layout.size = QSizeF(width, serversEnd + 1);
    keep(std::move(clients));
    m_layout.boxes.push_back(std::move(pipe));
    keep(std::move(servers));
    m_layout.arrows.push_back(std::move(down));
    m_layout.arrows.push_back(std::move(on));
}

} // namespace

DrawingLayout::DrawingLayout(
    const PipeEntry &entry, const Topology &topology, double width, const QFontMetricsF &metrics)
{
    std::vector<Item> clients = clientItems(entry, topology);
    std::vector<Item> servers = serverItems(topology);
    Placing placing(*this, metrics);
    const double least = unitOf(metrics) * 13 + 2 * padding;
    isNarrow = 3 * least + placing.gapFor(clients) + placing.gapFor(servers) + 2 > width;
    if (isNarrow)
        placing.oneBelowTheOther(std::move(clients), pipeBox(entry), std::move(servers), width);
    else
        placing.sideBySide(std::move(clients), pipeBox(entry), std::move(servers), width);
}

const DrawingLayout::Box *DrawingLayout::boxAt(QPointF place) const
{
    const auto found =
        std::find_if(boxes.begin(), boxes.end(), [place](const Box &box) { return box.place.contains(place); });
    return found == boxes.end() ? nullptr : &*found;
}

QString DrawingLayout::toolTipAt(QPointF place) const
{
    if (const Box *box = boxAt(place))
        return box->toolTip;
    constexpr double reach = 20;
    for (const Arrow &arrow : arrows) {
        const QRectF around = QRectF(arrow.line.p1(), arrow.line.p2()).normalized().adjusted(0, -reach, 0, reach);
        if (around.contains(place) && !arrow.toolTip.isEmpty())
            return arrow.toolTip;
    }
    return {};
}

} // namespace pipeglass::ui

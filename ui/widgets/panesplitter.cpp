// SPDX-License-Identifier: MIT
#include "widgets/panesplitter.h"

#include <QApplication>

#include <utility>

namespace pipeglass::ui {

namespace {

class PaneHandle : public QSplitterHandle {
public:
    explicit PaneHandle(PaneSplitter *splitter)
        : QSplitterHandle(splitter->orientation(), splitter)
    {
        setToolTip(PaneSplitter::tr("Double click hides or shows the pane after this line"));
    }

protected:
    void mouseDoubleClickEvent(QMouseEvent *) override
    {
        auto *panes = static_cast<PaneSplitter *>(splitter());
        for (int at = 1; at < panes->count(); ++at) {
            if (panes->handle(at) == this)
                panes->toggleAfter(at);
        }
    }
};

} // namespace

PaneSplitter::PaneSplitter(QWidget *parent)
    : PaneSplitter(Qt::Horizontal, parent)
{
}

PaneSplitter::PaneSplitter(Qt::Orientation orientation, QWidget *parent)
    : QSplitter(orientation, parent)
{
    connect(this, &QSplitter::splitterMoved, this, [this] { m_before.clear(); });
    // A hidden pane that gets the focus (by Tab, or because it shows something) is opened.
    connect(qApp, &QApplication::focusChanged, &m_untilDestroyed, [this](QWidget *, QWidget *now) {
        if (const int pane = paneOf(now); pane >= 0 && isPaneHidden(pane))
            reveal(widget(pane));
    });
}

QSplitterHandle *PaneSplitter::createHandle() { return new PaneHandle(this); }

int PaneSplitter::paneOf(const QWidget *widget) const
{
    while (widget != nullptr && widget->parentWidget() != this)
        widget = widget->parentWidget();
    return widget == nullptr ? -1 : indexOf(const_cast<QWidget *>(widget));
}

bool PaneSplitter::isPaneHidden(int pane) const { return !widget(pane)->isHidden() && sizes().at(pane) == 0; }

void PaneSplitter::hidePanes(const QList<int> &panes)
{
    const QList<int> before = sizes();
    QList<int> after = before;
    for (const int pane : panes)
        after[pane] = 0;
    setSizes(after);
    m_before = before;
}

void PaneSplitter::showOnly(const QWidget *widget)
{
    const int only = paneOf(widget);
    QList<int> others;
    for (int pane = 0; pane < count(); ++pane) {
        if (pane != only && !this->widget(pane)->isHidden() && !isPaneHidden(pane))
            others += pane;
    }
    if (only >= 0 && !others.isEmpty())
        hidePanes(others);
}

void PaneSplitter::reopen()
{
    if (!m_before.isEmpty())
        setSizes(std::exchange(m_before, {}));
}

void PaneSplitter::reveal(const QWidget *pane)
{
    const int at = indexOf(const_cast<QWidget *>(pane));
    if (m_before.value(at) > 0) {
        reopen();
    } else if (isPaneHidden(at)) {
        // Half of the size of the others.
        QList<int> wanted = sizes();
        int half = 0;
        for (int &size : wanted)
            half += std::exchange(size, size - size / 2) / 2;
        wanted[at] = half;
        setSizes(wanted);
        m_before.clear();
    }
}

void PaneSplitter::toggleAfter(int handle)
{
    for (const int pane : { handle - 1, handle }) {
        if (isPaneHidden(pane)) {
            reveal(widget(pane));
            return;
        }
    }
    const QWidget *focus = QApplication::focusWidget();
    hidePanes({ handle });
    if (paneOf(focus) == handle) {
        QWidget *other = widget(handle - 1);
        QWidget *last = other->focusWidget();
        (last != nullptr ? last : other)->setFocus();
    }
}

} // namespace pipeglass::ui

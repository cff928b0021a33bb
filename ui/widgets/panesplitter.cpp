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
    connect(this, &QSplitter::splitterMoved, this, [this] {
        m_before.clear();
        m_isOneAlone = false;
        m_wasDragged = true;
        Q_EMIT hiddenPanesChanged();
    });
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
    Q_EMIT hiddenPanesChanged();
}

bool PaneSplitter::lacksRoom() const
{
    int shown = 0;
    for (int pane = 0; pane < count(); ++pane)
        shown += widget(pane)->isHidden() ? 0 : 1;
    return shown > 1 && !m_wasDragged && (orientation() == Qt::Vertical ? height() : width()) < m_roomForAll;
}

void PaneSplitter::showAlone(int pane)
{
    const QList<int> before = m_before.isEmpty() ? sizes() : m_before;
    QList<int> after(count(), 0);
    after[pane] = orientation() == Qt::Vertical ? height() : width();
    setSizes(after);
    m_before = before;
    m_isOneAlone = true;
    Q_EMIT hiddenPanesChanged();
}

void PaneSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    if (!lacksRoom()) {
        m_wasDragged = false;
        if (std::exchange(m_isOneAlone, false))
            reopen();
    } else if (!m_isOneAlone && !hasHiddenPanes() && isVisible()) {
        const int focused = paneOf(QApplication::focusWidget());
        showAlone(focused >= 0 ? focused : count() - 1);
    }
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
    if (m_before.isEmpty())
        return;
    setSizes(std::exchange(m_before, {}));
    m_isOneAlone = false;
    Q_EMIT hiddenPanesChanged();
}

void PaneSplitter::reveal(const QWidget *pane)
{
    const int at = indexOf(const_cast<QWidget *>(pane));
    if (lacksRoom()) {
        showAlone(at);
    } else if (isPaneHidden(at) && m_before.value(at) > 0) {
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
        Q_EMIT hiddenPanesChanged();
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

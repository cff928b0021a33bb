// SPDX-License-Identifier: MIT
#include "conversation/messagefinding.h"

#include "conversation/conversationtable.h"
#include "conversation/findbar.h"
#include "models/conversation/conversationmodel.h"
#include "widgets/expressionfield.h"

#include <QInputDialog>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace pipeglass::ui {

using models::MessageSearch;

MessageFinding::MessageFinding(FindBar *bar, ConversationTable *table, models::ConversationModel *model)
    : QObject(table)
    , m_bar(bar)
    , m_table(table)
    , m_model(model)
    , m_search(new MessageSearch(this))
{
    const auto next = [this] { find(Direction::Forward); };
    connect(bar, &FindBar::nextRequested, this, next);
    connect(bar, &FindBar::previousRequested, this, [this] { find(Direction::Backward); });
    connect(bar->field(), &FilterField::left, this, next);
    connect(bar, &FindBar::closed, this, [this] {
        m_search->stop();
        m_table->setFocus();
    });
    connectSearch();
}

void MessageFinding::open() { m_bar->open(); }

void MessageFinding::stop() { m_search->stop(); }

void MessageFinding::findMark(Direction direction)
{
    static const auto marked = filter::Filter::parse(QStringLiteral("marked or note != \"\""));
    search(*marked, direction);
}

void MessageFinding::connectSearch()
{
    connect(m_search, &MessageSearch::found, this, [this](quint64 number, bool wrapped) {
        m_bar->setState(wrapped ? tr("from the other end") : QString());
        if (number < static_cast<quint64>(m_model->rowCount()))
            m_table->choose(static_cast<int>(number));
    });
    connect(m_search, &MessageSearch::notFound, this, [this] { m_bar->setState(tr("no match")); });
    connect(m_search, &MessageSearch::progressed, this, [this](int percent) {
        m_bar->setState(tr("searched %1 %").arg(percent));
    });
    connect(m_search, &MessageSearch::failed, this, &MessageFinding::failed);
}

void MessageFinding::find(Direction direction)
{
    const filter::Filter &wanted = m_bar->field()->filter();
    if (wanted.isEmpty() || !m_bar->isVisible()) {
        m_bar->open();
        if (wanted.isEmpty())
            return;
    }
    m_bar->setState({});
    search(wanted, direction);
}

void MessageFinding::search(const filter::Filter &wanted, Direction direction)
{
    const int current = m_table->currentIndex().row();
    const bool isForward = direction == Direction::Forward;
    // Without a chosen message the search begins at an end.
    const quint64 from = current >= 0 ? static_cast<quint64>(current)
        : isForward                   ? std::numeric_limits<quint64>::max()
                                      : 0;
    m_search->start(wanted, m_model->list(), m_model->numbers(), from, direction);
}

void MessageFinding::askForNumber()
{
    const quint64 last = m_model->numbers()->messagesBefore(m_model->list()->source()->count());
    if (last == 0)
        return;
    auto *dialog = new QInputDialog(m_table);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Go to message"));
    dialog->setLabelText(tr("Number of the message, up to %1:").arg(QLocale().toString(last)));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(1, static_cast<int>(std::min<quint64>(last, std::numeric_limits<int>::max())));
    connect(dialog, &QInputDialog::intValueSelected, this, &MessageFinding::goToNumber);
    dialog->open();
}

void MessageFinding::goToNumber(int number)
{
    const auto item = m_model->numbers()->item(static_cast<quint64>(number));
    if (!item)
        return;
    // The next one that is shown, if the filter hides it.
    const quint64 shown = m_model->list()->firstFrom(*item);
    if (shown < static_cast<quint64>(m_model->rowCount()))
        m_table->choose(static_cast<int>(shown));
    m_table->setFocus();
}

} // namespace pipeglass::ui

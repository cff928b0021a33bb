// SPDX-License-Identifier: MIT
#include "pipes/staledeletion.h"

#include "app/catalogservice.h"
#include "core/bytetext.h"
#include "core/errortext.h"
#include "widgets/messagebar.h"
#include "widgets/tabledialog.h"

#include <algorithm>

namespace pipeglass::ui {

using catalog::PipeEntryPtr;

namespace {

/// Batch size: between batches the progress is shown, and it can be stopped.
constexpr size_t batchSize = 256;

} // namespace

bool isDeletable(const catalog::PipeEntry &entry)
{
    return entry.kind == catalog::FileKind::Socket && entry.state == catalog::PipeState::Stale && entry.hasFile
        && entry.namespaceLabel.isEmpty();
}

StaleDeletion::StaleDeletion(CatalogService &service, MessageBar &bar, QWidget *window)
    : QObject(window)
    , m_service(service)
    , m_bar(bar)
    , m_window(window)
{
}

void StaleDeletion::ask(const std::vector<PipeEntryPtr> &pipes)
{
    if (m_isBusy || pipes.empty())
        return;
    QList<QStringList> rows;
    for (const PipeEntryPtr &pipe : pipes)
        rows.append({ escapedText(pipe->name()), pipe->owner, escapedText(pipe->path()) });
    const int count = static_cast<int>(pipes.size());
    const QString question = tr("Delete %Ln stale file(s)?", nullptr, count);
    auto *dialog = new TableDialog(
        question + u' ' + tr("Each file is checked again first; one with a server is not deleted.", nullptr, count),
        { tr("Pipe"), tr("Owner"), tr("File") }, rows, m_window);
    dialog->setObjectName(QStringLiteral("deleteStale"));
    dialog->setWindowTitle(tr("Delete stale files"));
    dialog->setAnswer(tr("&Delete %n file(s)", nullptr, count));
    connect(dialog, &QDialog::accepted, this, [this, pipes] { start(pipes); });
    dialog->open();
}

void StaleDeletion::start(const std::vector<PipeEntryPtr> &pipes)
{
    if (m_isBusy)
        return;
    m_pipes = pipes;
    m_outcomes.clear();
    m_isBusy = true;
    m_isStopped = false;
    next();
}

void StaleDeletion::next()
{
    const size_t first = m_outcomes.size();
    if (m_isStopped || first == m_pipes.size()) {
        conclude();
        return;
    }
    const QString progress = tr("Deleting stale files: %1 of %2 …").arg(first).arg(m_pipes.size());
    if (first == 0)
        m_bar.offer(MessageBar::Kind::Info, progress, tr("Stop"), [this] { m_isStopped = true; });
    else if (!m_bar.text().isEmpty()) // not dismissed by the user
        m_bar.setText(progress);
    const size_t end = std::min(m_pipes.size(), first + batchSize);
    const auto at = [this](size_t place) { return m_pipes.begin() + static_cast<ptrdiff_t>(place); };
    m_service.deleteStale(this, { at(first), at(end) }, [this](const std::vector<Status> &outcomes) {
        m_outcomes.insert(m_outcomes.end(), outcomes.begin(), outcomes.end());
        next();
    });
}

void StaleDeletion::conclude()
{
    m_isBusy = false;
    const auto left = std::count_if(m_outcomes.begin(), m_outcomes.end(), [](const Status &one) { return !one; });
    const auto deleted = static_cast<qsizetype>(m_outcomes.size()) - left;
    QString text = tr("%Ln stale file(s) deleted.", nullptr, static_cast<int>(deleted));
    if (m_isStopped && m_outcomes.size() < m_pipes.size())
        text += u' ' + tr("Stopped; not examined: %1.").arg(m_pipes.size() - m_outcomes.size());
    if (left > 0)
        text += u' ' + tr("%n left.", nullptr, static_cast<int>(left));
    if (left == 1) {
        const auto one = std::find_if(m_outcomes.begin(), m_outcomes.end(), [](const Status &any) { return !any; });
        text += u' ' + errorText(one->error());
    }
    const auto kind = left > 0 ? MessageBar::Kind::Warning : MessageBar::Kind::Info;
    if (m_outcomes.size() > 1)
        m_bar.offer(kind, text, tr("Details…"), [this] { showDetails(); });
    else
        m_bar.show(kind, text);
    Q_EMIT finished();
}

void StaleDeletion::showDetails()
{
    QList<QStringList> rows;
    for (size_t at = 0; at < m_pipes.size(); ++at) {
        QString outcome = tr("not examined");
        if (at < m_outcomes.size())
            outcome = m_outcomes[at] ? tr("deleted") : errorText(m_outcomes[at].error());
        rows.append({ escapedText(m_pipes[at]->name()), outcome });
    }
    auto *dialog = new TableDialog(tr("Results:"), { tr("Pipe"), tr("Outcome") }, rows, m_window);
    dialog->setObjectName(QStringLiteral("deletionDetails"));
    dialog->setWindowTitle(tr("Deleted stale files"));
    dialog->open();
}

} // namespace pipeglass::ui

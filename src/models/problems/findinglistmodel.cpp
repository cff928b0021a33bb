// SPDX-License-Identifier: MIT
#include "models/problems/findinglistmodel.h"

#include "core/bytetext.h"
#include "text/findingtext.h"
#include "text/pipetext.h"

#include <algorithm>
#include <tuple>

namespace pipeglass::models {

using doctor::Finding;

namespace {

bool findingLess(const Finding &one, const Finding &other)
{
    const auto firstPid = [](const QList<ProcessInfo> &list) { return list.isEmpty() ? 0 : list.front().pid; };
    const auto key = [&firstPid](const Finding &finding) {
        const pid_t server = finding.pipe && finding.pipe->server ? firstPid(*finding.pipe->server) : 0;
        return std::tuple(
            finding.severity, finding.path, finding.id, server, firstPid(finding.processes), firstPid(finding.others),
            finding.directory);
    };
    return key(one) < key(other);
}

} // namespace

FindingListModel::FindingListModel(QObject *parent)
    : MergingModel(parent)
{
}

void FindingListModel::apply(std::vector<Finding> findings)
{
    std::sort(findings.begin(), findings.end(), findingLess);
    const auto isSame = [](const Finding &a, const Finding &b) { return !findingLess(a, b) && !findingLess(b, a); };
    findings.erase(std::unique(findings.begin(), findings.end(), isSame), findings.end());
    mergeRows(m_rows, std::move(findings), {}, findingLess, [this](int row, Finding &now) {
        Finding &before = m_rows[static_cast<size_t>(row)];
        const bool isChanged = before.count != now.count || before.processes != now.processes;
        before = std::move(now);
        return isChanged;
    });
}

int FindingListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FindingListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant FindingListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Finding &one = finding(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Pipe ? escapedText(one.name) : text::findingTitle(one.id);
    case Qt::ToolTipRole:
        return text::toolTip(escapedText(one.path) + QLatin1Char('\n') + text::findingSentence(one));
    case Qt::AccessibleDescriptionRole:
        return text::findingSentence(one);
    case SeverityRole:
        return QString(word(one.severity));
    default:
        return {};
    }
}

QVariant FindingListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Pipe ? tr("Pipe") : tr("Problem");
}

} // namespace pipeglass::models

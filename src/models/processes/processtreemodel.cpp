// SPDX-License-Identifier: MIT
#include "models/processes/processtreemodel.h"

#include "core/bytetext.h"
#include "text/peertext.h"
#include "text/pipetext.h"
#include "text/processtext.h"

#include <algorithm>

namespace pipeglass::models {

using catalog::DotNetProcess;
using catalog::PipeEntryPtr;

namespace {

using Identity = std::pair<pid_t, QByteArray>;

Identity identity(const DotNetProcess &process) { return { process.process.pid, process.process.program }; }

QString nameText(const DotNetProcess &process)
{
    return process.process.program.isEmpty() ? ProcessTreeModel::tr("unknown program")
                                             : escapedText(process.process.program);
}

QString cellText(const DotNetProcess &process, int column)
{
    switch (column) {
    case ProcessTreeModel::Name:
        return nameText(process);
    case ProcessTreeModel::Pid:
        return QString::number(process.process.pid);
    case ProcessTreeModel::User:
        return process.process.user;
    case ProcessTreeModel::What:
        return text::processSummary(process);
    default:
        return {};
    }
}

QString cellText(const ProcessFact &fact, int column)
{
    switch (column) {
    case ProcessTreeModel::Name:
        return fact.title;
    case ProcessTreeModel::Pid:
        return fact.other ? QString::number(fact.other->pid) : QString();
    case ProcessTreeModel::User:
        return fact.other ? fact.other->user : QString();
    case ProcessTreeModel::What:
        return fact.what;
    default:
        return {};
    }
}

QString tipText(const ProcessFact &fact)
{
    QStringList lines{ fact.title + QLatin1String(": ") + fact.what };
    if (fact.pipe && fact.kind != ProcessFact::Kind::Diagnostics)
        lines.append(escapedText(fact.pipe->path()));
    if (fact.pipe && !fact.pipe->namespaceLabel.isEmpty())
        lines.append(ProcessTreeModel::tr("in %1").arg(fact.pipe->namespaceLabel));
    if (fact.pipe)
        lines.append(text::stateSentence(*fact.pipe));
    return lines.join(QLatin1Char('\n'));
}

template <typename Row>
QString rowText(const Row &row)
{
    QStringList cells;
    for (int column = 0; column < ProcessTreeModel::ColumnCount; ++column)
        cells.append(cellText(row, column));
    return cells.join(QLatin1Char('\n'));
}

} // namespace

ProcessTreeModel::Node::Node(DotNetProcess of)
    : process(std::move(of))
    , facts(processFacts(process))
{
}

ProcessTreeModel::ProcessTreeModel(QObject *parent)
    : MergingModel(parent)
{
}

ProcessTreeModel::~ProcessTreeModel() = default;

void ProcessTreeModel::apply(const std::vector<DotNetProcess> &processes)
{
    std::vector<std::unique_ptr<Node>> now;
    now.reserve(processes.size());
    for (const DotNetProcess &process : processes)
        now.push_back(std::make_unique<Node>(process));
    const auto less = [](const std::unique_ptr<Node> &a, const std::unique_ptr<Node> &b) {
        return identity(a->process) < identity(b->process);
    };
    std::sort(now.begin(), now.end(), less);
    mergeRows(
        m_nodes, std::move(now), {}, less, [this](int row, std::unique_ptr<Node> &node) { return update(row, *node); });
}

bool ProcessTreeModel::update(int row, Node &now)
{
    Node &node = *m_nodes[static_cast<size_t>(row)];
    const bool isOther = rowText(node.process) != rowText(now.process);
    node.process = std::move(now.process);
    std::vector<ProcessFact> &shown = node.facts;
    mergeRows(shown, std::move(now.facts), index(row, 0), factLess, [&shown](int nth, ProcessFact &fact) {
        return std::exchange(shown[static_cast<size_t>(nth)], fact) != fact;
    });
    return isOther;
}

const DotNetProcess *ProcessTreeModel::process(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const auto *node = static_cast<const Node *>(index.internalPointer());
    return node != nullptr ? &node->process : &m_nodes[static_cast<size_t>(index.row())]->process;
}

QModelIndex ProcessTreeModel::indexOf(qint64 pid) const
{
    const auto found = std::find_if(
        m_nodes.begin(), m_nodes.end(), [pid](const auto &node) { return node->process.process.pid == pid; });
    return found == m_nodes.end() ? QModelIndex() : index(static_cast<int>(found - m_nodes.begin()), 0);
}

const ProcessFact *ProcessTreeModel::fact(const QModelIndex &index) const
{
    const auto *node = index.isValid() ? static_cast<const Node *>(index.internalPointer()) : nullptr;
    return node != nullptr ? &node->facts[static_cast<size_t>(index.row())] : nullptr;
}

int ProcessTreeModel::rowOf(const Node *node) const
{
    const auto found =
        std::lower_bound(m_nodes.begin(), m_nodes.end(), identity(node->process), [](const auto &one, const auto &of) {
            return identity(one->process) < of;
        });
    return static_cast<int>(found - m_nodes.begin());
}

QModelIndex ProcessTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_nodes[static_cast<size_t>(parent.row())].get() : nullptr);
}

QModelIndex ProcessTreeModel::parent(const QModelIndex &child) const
{
    const auto *node = child.isValid() ? static_cast<const Node *>(child.internalPointer()) : nullptr;
    return node != nullptr ? createIndex(rowOf(node), 0) : QModelIndex();
}

int ProcessTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_nodes.size());
    const bool isProcess = parent.internalPointer() == nullptr && parent.column() == 0;
    return isProcess ? static_cast<int>(m_nodes[static_cast<size_t>(parent.row())]->facts.size()) : 0;
}

int ProcessTreeModel::columnCount(const QModelIndex &) const { return ColumnCount; }

QVariant ProcessTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DotNetProcess &process = *this->process(index);
    const ProcessFact *fact = this->fact(index);
    const int column = index.column();
    switch (role) {
    case SortRole:
        if (column == Pid)
            return process.process.pid;
        [[fallthrough]];
    case Qt::DisplayRole:
        return fact != nullptr ? cellText(*fact, column) : cellText(process, column);
    case Qt::ToolTipRole:
        return text::toolTip(
            fact != nullptr
                ? tipText(*fact)
                : QStringLiteral("%1: %2").arg(text::processText(process.process), text::processSummary(process)));
    case Qt::TextAlignmentRole:
        return column == Pid ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case FilterRole:
        return fact != nullptr ? rowText(*fact) + QLatin1Char('\n') + rowText(process) : rowText(process);
    case KindRole:
        return fact != nullptr ? static_cast<int>(fact->kind) : -1;
    case EntryRole:
        return QVariant::fromValue(fact != nullptr ? fact->pipe : PipeEntryPtr());
    default:
        return {};
    }
}

QVariant ProcessTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Pid)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Process");
    case Pid:
        return tr("Pid");
    case User:
        return tr("User");
    case What:
        return tr("What");
    default:
        return {};
    }
}

} // namespace pipeglass::models

// SPDX-License-Identifier: MIT
#include "host/rulemodel.h"

#include "text/pipetext.h"
#include "widgets/colors.h"

#include <QGuiApplication>

#include <algorithm>

namespace pipeglass::ui {

using rules::Condition;
using rules::ReplyKind;
using rules::Rule;

namespace {

QVariant valueIn(const Rule &rule, int column)
{
    switch (column) {
    case RuleModel::When:
        return static_cast<int>(rule.condition);
    case RuleModel::Pattern:
        return rule.pattern;
    case RuleModel::Answer:
        return static_cast<int>(rule.replyKind);
    case RuleModel::Reply:
        return rule.reply;
    case RuleModel::Delay:
        return rule.delayMs;
    case RuleModel::Then:
        return static_cast<int>(rule.then);
    default:
        return rule.once;
    }
}

void setValue(Rule &rule, int column, const QVariant &value)
{
    switch (column) {
    case RuleModel::When:
        rule.condition = static_cast<Condition>(value.toInt());
        if (rule.condition == Condition::Any)
            rule.pattern.clear();
        break;
    case RuleModel::Pattern:
        rule.pattern = value.toString();
        break;
    case RuleModel::Answer:
        rule.replyKind = static_cast<ReplyKind>(value.toInt());
        if (rule.replyKind == ReplyKind::None)
            rule.reply.clear();
        break;
    case RuleModel::Reply:
        rule.reply = value.toString();
        break;
    case RuleModel::Delay:
        rule.delayMs = value.toInt();
        break;
    case RuleModel::Then:
        rule.then = static_cast<rules::Then>(value.toInt());
        break;
    default:
        rule.once = value.toInt() == Qt::Checked;
        break;
    }
}

/// Whether the cell has a meaning: no pattern belongs to "any", and no text to no reply.
bool isUsed(const Rule &rule, int column)
{
    return (column != RuleModel::Pattern || rule.condition != Condition::Any)
        && (column != RuleModel::Reply || rule.replyKind != ReplyKind::None);
}

} // namespace

RuleModel::RuleModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RuleModel::setRules(std::vector<Rule> rules)
{
    beginResetModel();
    m_rules = std::move(rules);
    endResetModel();
    check();
}

void RuleModel::check()
{
    const auto set = rules::RuleSet::compile(m_rules);
    m_problem = set ? std::nullopt : std::optional(set.error());
    Q_EMIT rulesChanged();
}

QString RuleModel::problemText() const
{
    return m_problem ? tr("Rule %1: %2.").arg(m_problem->rule + 1).arg(m_problem->text) : QString();
}

void RuleModel::insertRule(int row)
{
    beginInsertRows({}, row, row);
    m_rules.insert(
        m_rules.begin() + row,
        Rule{ Condition::Any, {}, ReplyKind::Template, QStringLiteral("{text}"), 0, false, rules::Then::GoOn });
    endInsertRows();
    check();
}

void RuleModel::removeRule(int row)
{
    beginRemoveRows({}, row, row);
    m_rules.erase(m_rules.begin() + row);
    endRemoveRows();
    check();
}

void RuleModel::moveRule(int row, int by)
{
    const int to = row + by;
    if (to < 0 || to >= rowCount() || !beginMoveRows({}, row, row, {}, by > 0 ? to + 1 : to))
        return;
    std::swap(m_rules[static_cast<size_t>(row)], m_rules[static_cast<size_t>(to)]);
    endMoveRows();
    check();
}

QStringList RuleModel::choices(int column)
{
    switch (column) {
    case When:
        return { tr("any message"), tr("text is"), tr("matches regex"), tr("JSON field") };
    case Answer:
        return { tr("nothing"), tr("text"), tr("hex bytes") };
    case Then:
        return { tr("go on"), tr("end sending"), tr("close") };
    default:
        return {};
    }
}

int RuleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

int RuleModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

bool RuleModel::isWrong(const QModelIndex &index) const
{
    using Part = rules::Problem::Part;
    if (!m_problem || static_cast<size_t>(index.row()) != m_problem->rule)
        return false;
    const Column column = m_problem->part == Part::Pattern ? Pattern : m_problem->part == Part::Reply ? Reply : Delay;
    return index.column() == column;
}

QVariant RuleModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Rule &rule = m_rules[static_cast<size_t>(index.row())];
    const int column = index.column();
    const QVariant value = valueIn(rule, column);
    if (column == Once)
        return role == Qt::CheckStateRole    ? QVariant(rule.once ? Qt::Checked : Qt::Unchecked)
            : role == Qt::AccessibleTextRole ? QVariant(rule.once ? tr("once") : tr("always"))
                                             : QVariant();
    switch (role) {
    case Qt::EditRole:
        return value;
    case Qt::DisplayRole:
        if (const QStringList words = choices(column); !words.isEmpty())
            return words.value(value.toInt());
        if (column == Delay)
            return tr("%1 ms").arg(rule.delayMs);
        return isUsed(rule, column) ? value : QStringLiteral("—");
    case Qt::ToolTipRole:
        return isWrong(index) ? QVariant(text::toolTip(problemText())) : QVariant();
    case Qt::ForegroundRole:
        return isWrong(index)
            ? QVariant::fromValue(readable(errorColor(), QGuiApplication::palette().color(QPalette::Base)))
            : QVariant();
    case Qt::TextAlignmentRole:
        return column == Delay ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant RuleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::DisplayRole && orientation == Qt::Vertical)
        return section + 1;
    const QString titles[] = { tr("Message"), tr("Pattern"), tr("Answer"), tr("Reply"),
                               tr("Delay"),   tr("Once"),    tr("Then") };
    const QString tips[] = {
        tr("Which messages the rule matches"),
        tr("The whole text, a Perl regular expression, or a condition such as method == 'ping'"),
        tr("What is sent"),
        tr("May contain {text}, {upper}, {lower}, {count}, {time}, {json.FIELD} and {hex:00 ff}"),
        tr("From the message to the answer"),
        tr("The rule matches one message only, over all clients"),
        tr("What happens to the connection after the answer"),
    };
    if (orientation != Qt::Horizontal || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole)
        return titles[section];
    return role == Qt::ToolTipRole ? QVariant(text::toolTip(tips[section])) : QVariant();
}

Qt::ItemFlags RuleModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid() || !isUsed(m_rules[static_cast<size_t>(index.row())], index.column()))
        return flags;
    return flags | (index.column() == Once ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

bool RuleModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != (index.column() == Once ? Qt::CheckStateRole : Qt::EditRole))
        return false;
    setValue(m_rules[static_cast<size_t>(index.row())], index.column(), value);
    check();
    Q_EMIT dataChanged(this->index(0, 0), this->index(rowCount() - 1, ColumnCount - 1)); // problems too
    return true;
}

} // namespace pipeglass::ui

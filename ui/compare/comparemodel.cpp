// SPDX-License-Identifier: MIT
#include "compare/comparemodel.h"

#include "core/bytetext.h"

#include <QSize>

#include <algorithm>
#include <limits>

namespace pipeglass::ui {

using compare::Block;
using compare::Change;

namespace {

constexpr qsizetype longestShown = 2000; ///< characters of a cell

enum LineColumn { LeftNumber = 1, LeftLine, RightNumber, RightLine, LineColumns };
enum ByteColumn { LeftOffset = 1, LeftHex, LeftText, RightOffset, RightHex, RightText, ByteColumns };
enum ValueColumn { Path = 1, LeftValue, RightValue, ValueColumns };

Change changeOf(const Block &row)
{
    if (row.isSame)
        return Change::Same;
    if (row.leftSize == 0)
        return Change::OnlyRight;
    return row.rightSize == 0 ? Change::OnlyLeft : Change::Changed;
}

QString characters(QByteArrayView bytes)
{
    QString text;
    for (const char byte : bytes)
        text += byte >= ' ' && byte <= '~' ? QChar(QLatin1Char(byte)) : QChar(u'·');
    return text;
}

} // namespace

CompareModel::CompareModel(ComparisonPtr comparison, Kind kind, QObject *parent)
    : QAbstractTableModel(parent)
    , m_comparison(std::move(comparison))
    , m_kind(kind)
{
    const qsizetype count =
        m_kind == Kind::Values ? static_cast<qsizetype>(m_comparison->values->rows.size()) : rows().count();
    m_rows = static_cast<int>(qMin<qsizetype>(count, std::numeric_limits<int>::max()));
    if (m_kind != Kind::Values) {
        const auto &blocks = rows().blocks();
        m_differences = static_cast<int>(
            std::count_if(blocks.begin(), blocks.end(), [](const Block &block) { return !block.isSame; }));
        return;
    }
    for (int row = nextDifference(-1); row >= 0; row = nextDifference(row))
        ++m_differences;
}

const compare::Rows &CompareModel::rows() const
{
    return m_kind == Kind::Lines ? m_comparison->lines : m_comparison->bytes;
}

Change CompareModel::change(int row) const
{
    if (m_kind == Kind::Values)
        return m_comparison->values->rows[static_cast<size_t>(row)].change;
    return changeOf(rows().row(row));
}

int CompareModel::nextDifference(int row) const
{
    if (m_kind != Kind::Values)
        return static_cast<int>(rows().nextDifference(row));
    for (int next = row + 1; next < m_rows; ++next) {
        if (change(next) != Change::Same)
            return next;
    }
    return -1;
}

int CompareModel::previousDifference(int row) const
{
    if (m_kind != Kind::Values)
        return static_cast<int>(rows().previousDifference(row));
    for (int next = qMin(row, m_rows) - 1; next >= 0; --next) {
        if (change(next) != Change::Same)
            return next;
    }
    return -1;
}

int CompareModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_rows; }

int CompareModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_kind == Kind::Lines ? int{ LineColumns }
        : m_kind == Kind::Bytes  ? int{ ByteColumns }
                                 : int{ ValueColumns };
}

QString CompareModel::markText(int row) const
{
    switch (change(row)) {
    case Change::Changed:
        return QStringLiteral("≠");
    case Change::OnlyLeft:
        return QStringLiteral("−");
    case Change::OnlyRight:
        return QStringLiteral("+");
    default:
        return {};
    }
}

QString CompareModel::lineText(int row, int column) const
{
    const Block block = rows().row(row);
    const bool isLeft = column <= LeftLine;
    if ((isLeft ? block.leftSize : block.rightSize) == 0)
        return {};
    const qsizetype number = isLeft ? block.left : block.right;
    if (column == LeftNumber || column == RightNumber)
        return QString::number(number + 1);
    const compare::Lines &lines = isLeft ? m_comparison->leftLines : m_comparison->rightLines;
    return previewText(lines.line(number), longestShown);
}

QString CompareModel::byteText(int row, int column) const
{
    const Block block = rows().row(row);
    const bool isLeft = column <= LeftText;
    const qsizetype at = isLeft ? block.left : block.right;
    const qsizetype size = isLeft ? block.leftSize : block.rightSize;
    if (size == 0)
        return {};
    const QByteArrayView bytes = (isLeft ? m_comparison->left : m_comparison->right).view().sliced(at, size);
    if (column == LeftOffset || column == RightOffset)
        return QStringLiteral("%1").arg(at, 8, 16, QLatin1Char('0'));
    if (column == LeftHex || column == RightHex)
        return QString::fromLatin1(QByteArray(bytes.data(), bytes.size()).toHex(' '));
    return characters(bytes);
}

QString CompareModel::valueText(int row, int column) const
{
    const compare::JsonRow &value = m_comparison->values->rows[static_cast<size_t>(row)];
    const auto shown = [](const QString &text) { return previewText(text.toUtf8(), longestShown); };
    if (column == Path)
        return value.path.isEmpty() ? tr("(the whole)") : shown(value.path);
    return shown(column == LeftValue ? value.left : value.right);
}

QVariant CompareModel::sideOf(int column) const
{
    const int lastOfLeft = m_kind == Kind::Lines ? int{ LeftLine }
        : m_kind == Kind::Bytes                  ? int{ LeftText }
                                                 : int{ LeftValue };
    if (column == markColumn || (m_kind == Kind::Values && column == Path))
        return {};
    return column <= lastOfLeft;
}

/// Of a line or value that is on both sides.
QVariant CompareModel::changedPart(int row, int column) const
{
    const bool isText = m_kind == Kind::Lines ? column == LeftLine || column == RightLine
                                              : m_kind == Kind::Values && column >= LeftValue;
    if (!isText || change(row) != Change::Changed)
        return {};
    const auto textAt = [&](int at) { return m_kind == Kind::Lines ? lineText(row, at) : valueText(row, at); };
    const int leftColumn = m_kind == Kind::Lines ? int{ LeftLine } : int{ LeftValue };
    const int rightColumn = m_kind == Kind::Lines ? int{ RightLine } : int{ RightValue };
    const QByteArray left = textAt(leftColumn).toUtf8();
    const QByteArray right = textAt(rightColumn).toUtf8();
    const compare::ChangedPart part = compare::changedPart(left, right);
    const QByteArray &own = column == leftColumn ? left : right;
    const qsizetype end = column == leftColumn ? part.leftEnd : part.rightEnd;
    const auto inCharacters = [&](qsizetype bytes) {
        return static_cast<int>(QString::fromUtf8(own.first(bytes)).size());
    };
    return QSize(inCharacters(part.start), inCharacters(end));
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        if (column == markColumn)
            return markText(row);
        return m_kind == Kind::Lines ? lineText(row, column)
            : m_kind == Kind::Bytes  ? byteText(row, column)
                                     : valueText(row, column);
    case Qt::TextAlignmentRole:
        if (column == markColumn)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignCenter));
        if (m_kind == Kind::Lines && (column == LeftNumber || column == RightNumber))
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case ChangeRole:
        return static_cast<int>(change(row));
    case IsLeftRole:
        return sideOf(column);
    case PartRole:
        return changedPart(row, column);
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section == markColumn)
        return {};
    if (m_kind == Kind::Values)
        return section == Path ? tr("Value") : section == LeftValue ? tr("Left") : tr("Right");
    if (m_kind == Kind::Lines)
        return section == LeftLine ? tr("Left") : section == RightLine ? tr("Right") : tr("Line");
    const bool isLeft = section <= LeftText;
    if (section == LeftOffset || section == RightOffset)
        return tr("Offset");
    if (section == LeftHex || section == RightHex)
        return isLeft ? tr("Left") : tr("Right");
    return tr("Text");
}

} // namespace pipeglass::ui

// SPDX-License-Identifier: MIT
#include "models/conversation/heldlistmodel.h"

#include "core/bytetext.h"
#include "text/sizetext.h"

#include <algorithm>
#include <tuple>

namespace pipeglass::models {

namespace {

constexpr qsizetype heldPreviewLength = 200;

/// A copy has the time of its original, and a later number.
bool comesBefore(const HeldListModel::Row &one, const HeldListModel::Row &other)
{
    const auto key = [](const HeldListModel::Row &row) {
        return std::tuple(row.message.received, row.connection, row.message.from, row.message.id);
    };
    return key(one) < key(other);
}

} // namespace

HeldListModel::HeldListModel(QObject *parent)
    : MergingModel(parent)
{
}

void HeldListModel::apply(const std::vector<engine::ConnectionState> &connections)
{
    std::vector<Row> now;
    for (const engine::ConnectionState &connection : connections) {
        for (const engine::HeldMessage &message : connection.held)
            now.push_back({ connection.id, message });
    }
    std::sort(now.begin(), now.end(), comesBefore);
    mergeRows(m_rows, std::move(now), {}, comesBefore, [this](int row, Row &changed) {
        Row &before = m_rows[static_cast<size_t>(row)];
        const bool isSame = before.message.isDelayed == changed.message.isDelayed
            && before.message.payload.view() == changed.message.payload.view();
        before = std::move(changed);
        return !isSame;
    });
}

int HeldListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HeldListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant HeldListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)
        || role != Qt::DisplayRole)
        return {};
    const Row &held = row(index.row());
    const QByteArrayView payload = held.message.payload.view();
    switch (index.column()) {
    case Sender: {
        const QString sender = held.message.from == Side::Client ? tr("client #%1") : tr("server #%1");
        return sender.arg(held.connection.value);
    }
    case Size:
        return text::wholeSizeText(payload.size());
    case Message: {
        const QString preview = previewText(payload, heldPreviewLength);
        return held.message.isDelayed ? tr("(delayed) %1").arg(preview) : preview;
    }
    default:
        return {};
    }
}

QVariant HeldListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Sender:
        return tr("From");
    case Size:
        return tr("Size");
    case Message:
        return tr("Held message");
    default:
        return {};
    }
}

} // namespace pipeglass::models

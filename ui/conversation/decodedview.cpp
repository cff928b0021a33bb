// SPDX-License-Identifier: MIT
#include "conversation/decodedview.h"

#include "core/bytetext.h"
#include "hexview/hexview.h"
#include "models/conversation/decodedmodel.h"
#include "models/pooljob.h"
#include "widgets/characterwidth.h"
#include "widgets/emptytext.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTreeView>

namespace pipeglass::ui {

using models::DecodedModel;

DecodedView::DecodedView(QWidget *parent)
    : QSplitter(parent)
    , m_tree(new QTreeView(this))
    , m_hex(new HexView(this))
    , m_model(new DecodedModel(this))
{
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setObjectName(QStringLiteral("decodedValues"));
    m_tree->setAccessibleName(tr("Values of the message"));
    QHeaderView *head = m_tree->header();
    head->setStretchLastSection(false);
    head->setSectionResizeMode(DecodedModel::Value, QHeaderView::Stretch);
    const int character = characterWidth(m_tree->fontMetrics());
    head->resizeSection(DecodedModel::Name, 24 * character);
    head->resizeSection(DecodedModel::Type, 12 * character);
    head->resizeSection(DecodedModel::Bytes, 12 * character);
    new EmptyText(tr("No format was recognized. See the bytes in hex."), m_tree);
    m_hex->setAccessibleName(tr("Bytes of the chosen value"));
    setStretchFactor(0, 1);
    setStretchFactor(1, 1);
    setChildrenCollapsible(true);
    addActions();
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &DecodedView::markBytes);
    connect(m_hex, &HexView::cursorMoved, this, &DecodedView::markValue);
}

void DecodedView::addActions()
{
    auto *value = new QAction(tr("Copy &value"), m_tree);
    value->setShortcut(QKeySequence::Copy);
    value->setShortcutContext(Qt::WidgetShortcut);
    connect(value, &QAction::triggered, this, &DecodedView::copyValue);
    auto *path = new QAction(tr("Copy &path"), m_tree);
    connect(path, &QAction::triggered, this, &DecodedView::copyPath);
    auto *expand = new QAction(tr("&Expand all"), m_tree);
    connect(expand, &QAction::triggered, m_tree, &QTreeView::expandAll);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->addActions({ value, path, expand });
}

void DecodedView::clear() { setPayload({}, {}); }

void DecodedView::setPayload(const Slice &payload, const decoding::Hint &hint)
{
    ++m_job;
    m_payload = payload;
    m_hint = hint;
    m_hex->setBytes(payload);
    m_model->setTree({});
    m_isDecoded = payload.isEmpty();
    if (isVisible())
        decode();
}

void DecodedView::showEvent(QShowEvent *event)
{
    QSplitter::showEvent(event);
    decode();
}

void DecodedView::decode()
{
    if (m_isDecoded || m_decoders == nullptr)
        return;
    m_isDecoded = true;
    const quint64 job = ++m_job;
    models::runInPool(
        this,
        [decoders = m_decoders, payload = m_payload, hint = m_hint] {
            return models::DecodedTree(decoders->decode(payload.view(), hint));
        },
        [this, job](const models::DecodedTree &tree) {
            if (m_job != job)
                return;
            m_model->setTree(tree);
            // All values of a small message.
            constexpr int shownAtOnce = 200;
            if (tree.count() <= shownAtOnce)
                m_tree->expandAll();
            else
                m_tree->expandToDepth(0);
        });
}

const decoding::Node *DecodedView::currentNode() const { return m_model->nodeAt(m_tree->currentIndex()); }

void DecodedView::markBytes()
{
    // The bytes that the user selects stay selected.
    if (const decoding::Node *node = currentNode(); node != nullptr && !m_marksValue)
        m_hex->mark(node->offset, node->size);
}

void DecodedView::markValue(qsizetype byte)
{
    const QModelIndex value = m_model->valueAtByte(byte);
    if (!value.isValid())
        return;
    m_marksValue = true;
    m_tree->setCurrentIndex(value);
    m_marksValue = false;
}

void DecodedView::copyValue() const
{
    const decoding::Node *node = currentNode();
    if (node == nullptr)
        return;
    const QByteArrayView bytes = m_payload.view().sliced(node->offset, node->size);
    const bool hasValue = node->kind != decoding::Node::Kind::Container;
    QGuiApplication::clipboard()->setText(hasValue ? node->value : validUtf8(bytes).value_or(escapedText(bytes)));
}

void DecodedView::copyPath() const { QGuiApplication::clipboard()->setText(m_model->path(m_tree->currentIndex())); }

} // namespace pipeglass::ui

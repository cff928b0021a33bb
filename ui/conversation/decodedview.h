// SPDX-License-Identifier: MIT
#pragma once

#include "core/slice.h"
#include "decoding/decoderregistry.h"

#include <QSplitter>

class QTreeView;

namespace pipeglass::models {
class DecodedModel;
} // namespace pipeglass::models

namespace pipeglass::ui {

class HexView;

/// The values of a message as a tree, beside its bytes. Choosing a value marks its bytes, and the reverse. Decodes in
/// the thread pool, and only while it is visible.
class DecodedView : public QSplitter {
    Q_OBJECT

public:
    explicit DecodedView(QWidget *parent = nullptr);

    void setDecoders(const decoding::DecoderRegistryPtr &decoders) { m_decoders = decoders; }
    void setPayload(const Slice &payload, const decoding::Hint &hint);
    void clear();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addActions();
    void decode();
    void markBytes();
    void markValue(qsizetype byte);
    void copyValue() const;
    void copyPath() const;
    [[nodiscard]] const decoding::Node *currentNode() const;

    decoding::DecoderRegistryPtr m_decoders;
    QTreeView *m_tree;
    HexView *m_hex;
    models::DecodedModel *m_model;
    Slice m_payload;
    decoding::Hint m_hint;
    bool m_marksValue = false; ///< the current value follows the hex view
    bool m_isDecoded = true; ///< the tree shows m_payload
    quint64 m_job = 0; ///< results of older ones are dropped
};

} // namespace pipeglass::ui

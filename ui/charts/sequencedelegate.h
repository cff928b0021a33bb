// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QStyledItemDelegate>

namespace pipeglass::ui {

/// The parts of a row of a sequence diagram, from left to right.
struct SequenceLanes {
    int client = 0; ///< x of the lines
    int server = 0;
    QRect time; ///< left of the client
    QRect latency; ///< right of the server

    /// Of a row of that place and size.
    [[nodiscard]] static SequenceLanes in(const QRect &row, const QFontMetrics &metrics);
};

/// Draws a message of a ConversationModel as an arrow from the sender's line to the receiver's, with its time and, of
/// an answer, the time since the message before it. Events stand between the lines.
class SequenceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit SequenceDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// What a row says, without its picture.
    [[nodiscard]] QString displayText(const QVariant &value, const QLocale &locale) const override;

private:
    QIcon m_warning;
    QFont m_fixedFont;
};

} // namespace pipeglass::ui

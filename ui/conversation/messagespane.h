// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoderregistry.h"
#include "models/conversation/messagecopy.h"

#include <QWidget>

#include <optional>
#include <vector>

class QToolButton;

namespace pipeglass::models {
class ConversationModel;
class LiveMessages;
class MessageFilter;
} // namespace pipeglass::models

namespace pipeglass::ui {

class ConversationTable;
class EmptyText;
class FilterBar;
class FindBar;
class MessageColumns;
class MessageFinding;
class OverviewStrip;
class ViewSettings;

/// The list of messages of a conversation with all that chooses what it shows: filter, search, columns, pause.
class MessagesPane : public QWidget {
    Q_OBJECT

public:
    explicit MessagesPane(QWidget *parent = nullptr);
    ~MessagesPane() override;

    /// Call once, first. `live` and `settings` must outlive this; `emptyText` is shown while there are no messages.
    void start(
        models::LiveMessages *live, const decoding::DecoderRegistryPtr &decoders, ViewSettings *settings,
        const QString &emptyText);

    [[nodiscard]] models::ConversationModel *model() const { return m_model; }
    [[nodiscard]] ConversationTable *table() const { return m_table; }
    [[nodiscard]] MessageColumns *columns() const { return m_columns; }
    [[nodiscard]] const models::MessageFilter &filter() const { return *m_filter; }
    void setFilter(const QString &text);
    /// Numbers in the conversation of the selected items, ascending.
    [[nodiscard]] std::vector<quint64> selectedItems() const;
    /// Number in the conversation of the current item, if it is a message.
    [[nodiscard]] std::optional<quint64> currentMessage() const;
    /// Selects a message of the conversation and shows it, if the filter lets it through.
    bool showItem(quint64 item);
    void resetLayout();
    /// Copies the selected messages, read in the thread pool.
    void copySelected(models::CopyFormat format);
    void marksChanged(); ///< of the recording

public Q_SLOTS:
    void focusFilter();
    void openFind();
    void findNext();
    void findPrevious();
    void editColourRules();
    void askForNumber(); ///< of a message to go to
    void setPaused(bool paused);
    void clearView();
    void toggleMark(); ///< of the selected messages
    void askForNote(); ///< on the current message
    void nextMark();
    void previousMark();

Q_SIGNALS:
    void itemChosen(quint64 item); ///< number in the conversation
    void nothingChosen();
    void failed(const pipeglass::Error &error);
    /// `item` is a number in the recording.
    void markRequested(quint64 item, const pipeglass::capture::Mark &mark);
    void sendAgainRequested(const std::vector<quint64> &items);
    void sendEditedRequested(quint64 item);

private:
    void connectBars();
    void listChanged();
    void grew();
    void restoreCurrent();
    void adapt();
    void adaptNewest();
    void adaptStrip();
    void connectStrip();
    void applyColourRules();
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString emptySentence() const;

    models::LiveMessages *m_live = nullptr;
    models::MessageFilter *m_filter = nullptr;
    models::ConversationModel *m_model = nullptr;
    FilterBar *m_bar;
    ConversationTable *m_table;
    OverviewStrip *m_strip;
    ViewSettings *m_settings = nullptr;
    QToolButton *m_newest; ///< shows how many rows came below the visible ones
    FindBar *m_find;
    MessageFinding *m_finding = nullptr;
    MessageColumns *m_columns = nullptr;
    EmptyText *m_empty = nullptr;
    QString m_emptyText;
    int m_seen = 0; ///< rows when the end was visible last
    std::optional<quint64> m_current; ///< the item that was chosen last
    bool m_isRestoring = false; ///< it is to be chosen again as soon as it is found
};

} // namespace pipeglass::ui

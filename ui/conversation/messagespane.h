// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoderregistry.h"
#include "models/conversation/messagesearch.h"

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
    /// Selects a message of the conversation and shows it, if the filter lets it through.
    bool showItem(quint64 item);
    void resetLayout();

public Q_SLOTS:
    void focusFilter();
    void openFind();
    void findNext();
    void findPrevious();
    void askForNumber(); ///< of a message to go to
    void setPaused(bool paused);
    void clearView();

Q_SIGNALS:
    void itemChosen(quint64 item); ///< number in the conversation
    void nothingChosen();
    void failed(const pipeglass::Error &error);

private:
    void connectBars();
    void connectSearch();
    void listChanged();
    void grew();
    void restoreCurrent();
    void adapt();
    void adaptNewest();
    void goToNumber(int number);
    void find(models::MessageSearch::Direction direction);
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString emptySentence() const;

    models::LiveMessages *m_live = nullptr;
    models::MessageFilter *m_filter = nullptr;
    models::ConversationModel *m_model = nullptr;
    models::MessageSearch *m_search;
    FilterBar *m_bar;
    ConversationTable *m_table;
    QToolButton *m_newest; ///< shows how many rows came below the visible ones
    FindBar *m_find;
    MessageColumns *m_columns = nullptr;
    EmptyText *m_empty = nullptr;
    QString m_emptyText;
    int m_seen = 0; ///< rows when the end was visible last
    std::optional<quint64> m_current; ///< the item that was chosen last
    bool m_isRestoring = false; ///< it is to be chosen again as soon as it is found
};

} // namespace pipeglass::ui

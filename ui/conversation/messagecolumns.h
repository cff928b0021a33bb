// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoderregistry.h"

#include <QObject>
#include <QTimer>

class QMenu;

namespace pipeglass::models {
class ConversationModel;
}

namespace pipeglass::ui {

class ConversationTable;
class ViewSettings;

/// The columns of a list of messages: which are shown, their order and width, the format of times, and columns of
/// values of the payload. The menu of the header changes them; all are remembered.
class MessageColumns : public QObject {
    Q_OBJECT

public:
    /// `table` must have its model.
    MessageColumns(
        ConversationTable *table, models::ConversationModel *model, const decoding::DecoderRegistryPtr &decoders,
        ViewSettings *settings);
    ~MessageColumns() override;

    void reset(); ///< to the defaults
    /// Adds a column of a value, before the message. False if the text is not a path.
    bool addValueColumn(const QString &path);
    void fillMenu(QMenu *menu);

private:
    void openMenu(const QPoint &position);
    void addTimeFormats(QMenu *menu);
    void askForPath();
    void removeValueColumn(const QString &path);
    void setValueColumns(const QStringList &paths);
    void setShown(int column, bool shown);
    [[nodiscard]] QStringList paths() const;
    void restore(const QByteArray &state);
    void save();

    ConversationTable *m_table;
    models::ConversationModel *m_model;
    decoding::DecoderRegistryPtr m_decoders;
    ViewSettings *m_settings;
    QTimer m_saving; ///< after the last change
};

} // namespace pipeglass::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "capture/recording.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>

namespace pipeglass::models {

/// What was said in one session: a window onto a recording. Keeps nothing for a row; what a visible row shows is read
/// from the recording when the view asks. Rows only ever come at the end. Events (connected, half-closed, ...) are rows
/// too. Previews are safe to show as plain text. Window's thread; the recording may grow in another meanwhile.
class ConversationModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, Time, Delta, Direction, Peer, Size, Preview, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        RecordRole = Qt::UserRole, ///< quint64: the record's number in the recording
        EventRole, ///< bool: something that happened, no message
        MalformedRole, ///< bool
        OutgoingRole, ///< bool: we sent it
    };

    explicit ConversationModel(capture::RecordingPtr recording, QObject *parent = nullptr);

    [[nodiscard]] const capture::RecordingPtr &recording() const { return m_recording; }
    /// The peer of a connection in words: "echo 4242"; "#2 worker 991" where there can be many.
    [[nodiscard]] QString peerText(ConnectionId connection) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

public Q_SLOTS:
    /// Records up to `last` are there. What lies before `first` and was never told of is shown too.
    void recordsAdded(quint64 first, quint64 last);

private:
    [[nodiscard]] QString cellText(quint64 number, const capture::RecordSummary &summary, int column) const;
    [[nodiscard]] QString deltaText(quint64 number, const capture::RecordSummary &summary) const;
    [[nodiscard]] QString previewOf(quint64 number, const capture::RecordSummary &summary) const;

    capture::RecordingPtr m_recording;
    int m_count = 0;
    mutable QCache<quint64, QString> m_previews; ///< the few that are on the screen
    mutable QHash<ConnectionId, QString> m_peers;
};

} // namespace pipeglass::models

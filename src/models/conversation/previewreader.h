// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"

#include <QCache>
#include <QObject>

#include <vector>

namespace pipeglass::models {

/// Reads previews of messages in the thread pool: requested ones and those around them. Caches the last few. Window's
/// thread.
class PreviewReader : public QObject {
    Q_OBJECT

public:
    explicit PreviewReader(capture::MessageListPtr list, QObject *parent = nullptr);

    /// Safe to show as plain text. Null if it is not read yet: `arrived` follows.
    [[nodiscard]] QString preview(quint64 number);

Q_SIGNALS:
    void arrived(quint64 first, quint64 last);

private:
    struct Preview {
        quint64 number = 0;
        QString text;
    };

    [[nodiscard]] static QString read(const capture::MessageList &list, quint64 number);
    void want(quint64 number);
    void readWanted();
    void add(const std::vector<Preview> &previews);

    capture::MessageListPtr m_list;
    QCache<quint64, QString> m_previews;
    quint64 m_first = 1; ///< the range to read next; empty if first > last
    quint64 m_last = 0;
    bool m_isReading = false;
};

} // namespace pipeglass::models

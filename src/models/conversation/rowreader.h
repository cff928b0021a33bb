// SPDX-License-Identifier: MIT
#pragma once

#include "models/conversation/rowdetails.h"

#include <QCache>
#include <QObject>

#include <functional>

namespace pipeglass::models {

/// Reads details of rows in the thread pool: requested ones and those around them. Caches the last few. Window's
/// thread.
class RowReader : public QObject {
    Q_OBJECT

public:
    /// Called in the pool, with ascending numbers.
    using Read = std::function<std::vector<RowDetails>(const std::vector<quint64> &numbers)>;

    RowReader(capture::MessageListPtr list, Read read, QObject *parent = nullptr);

    /// Null if the row is not read yet: `arrived` follows.
    [[nodiscard]] const RowDetails *row(quint64 number);

Q_SIGNALS:
    void arrived(quint64 first, quint64 last);

private:
    void want(quint64 number);
    void readWanted();
    void add(const std::vector<RowDetails> &rows);

    capture::MessageListPtr m_list;
    Read m_read;
    QCache<quint64, RowDetails> m_rows;
    quint64 m_first = 1; ///< the range to read next; empty if first > last
    quint64 m_last = 0;
    bool m_isReading = false;
};

} // namespace pipeglass::models

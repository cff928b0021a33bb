// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

#include <utility>

namespace pipeglass::ui {

class Settings;

/// What the conversations of a window have in common, and remember: filters, columns. Window's thread.
class ViewSettings : public QObject {
    Q_OBJECT

public:
    struct SavedFilter {
        QString name;
        QString text;

        friend bool operator==(const SavedFilter &, const SavedFilter &) = default;
    };

    /// `settings` may be null: then nothing is remembered. Otherwise it must outlive this.
    explicit ViewSettings(Settings *settings, QObject *parent = nullptr);

    [[nodiscard]] const QStringList &recentFilters() const { return m_recent; } ///< the last one first
    void addRecentFilter(const QString &text);
    [[nodiscard]] const QList<SavedFilter> &savedFilters() const { return m_saved; } ///< sorted by name
    void saveFilter(const SavedFilter &filter); ///< replaces one with that name
    void removeFilter(const QString &name);

    [[nodiscard]] QByteArray columns() const; ///< as MessageColumns saves them
    void setColumns(const QByteArray &state);

private:
    void load();
    void store();

    Settings *m_settings;
    QStringList m_recent;
    QList<SavedFilter> m_saved;
    QByteArray m_columns;
};

} // namespace pipeglass::ui

// SPDX-License-Identifier: MIT
#pragma once

#include "app/settings.h"
#include "core/side.h"

#include <QByteArray>
#include <QColor>
#include <QList>
#include <QObject>
#include <QString>

#include <utility>

namespace pipeglass::ui {

/// What the conversations of a window have in common, and remember: filters, columns. Window's thread.
class ViewSettings : public QObject {
    Q_OBJECT

public:
    struct SavedFilter {
        QString name;
        QString text;

        friend bool operator==(const SavedFilter &, const SavedFilter &) = default;
    };

    struct ColourRule {
        QString text; ///< an expression
        int colour = 0; ///< index in ruleColours()

        friend bool operator==(const ColourRule &, const ColourRule &) = default;
    };

    /// `settings` may be null: then nothing is remembered. Otherwise it must outlive this.
    explicit ViewSettings(Settings *settings, QObject *parent = nullptr);

    [[nodiscard]] const QStringList &recentFilters() const { return m_recent; } ///< the last one first
    void addRecentFilter(const QString &text);
    [[nodiscard]] const QList<SavedFilter> &savedFilters() const { return m_saved; } ///< sorted by name
    void saveFilter(const SavedFilter &filter); ///< replaces one with that name
    void removeFilter(const QString &name);

    [[nodiscard]] const QList<ColourRule> &colourRules() const { return m_rules; } ///< valid expressions
    void setColourRules(const QList<ColourRule> &rules);

    /// Where the types of a pipe's messages are.
    struct TypesChoice {
        QByteArray file; ///< a descriptor set; empty: none
        PerSide<QByteArray> types{}; ///< names; empty: the type that fits best

        friend bool operator==(const TypesChoice &, const TypesChoice &) = default;
    };
    [[nodiscard]] TypesChoice typesOf(const QByteArray &pipe) const;
    void setTypesOf(const QByteArray &pipe, const TypesChoice &choice); ///< keeps those of the last hundred pipes

    [[nodiscard]] QByteArray columns() const; ///< as MessageColumns saves them
    void setColumns(const QByteArray &state);

    [[nodiscard]] Settings::Times times() const { return m_times; } ///< how times are shown
    void setTimes(Settings::Times times);
    void applyTimes(); ///< the settings were changed

    /// Whether the overview beside the list shows positions in it instead of time.
    [[nodiscard]] bool overviewByPosition() const { return m_overviewByPosition; }
    void setOverviewByPosition(bool byPosition);

    /// Whether conversations attach again by themselves.
    [[nodiscard]] bool reattaches() const { return m_reattaches; }
    void setReattaches(bool reattaches);

Q_SIGNALS:
    void timesChanged();
    void overviewChanged();
    void colourRulesChanged();

private:
    void load();
    void store();

    Settings *m_settings;
    QStringList m_recent;
    QList<SavedFilter> m_saved;
    QList<ColourRule> m_rules;
    QList<std::pair<QByteArray, TypesChoice>> m_types; ///< by pipe, the last one first
    QByteArray m_columns;
    Settings::Times m_times = Settings::Times::Local;
    bool m_overviewByPosition = false;
    bool m_reattaches = false;
};

struct RuleColour {
    QString name;
    QColor colour;
};
/// The colours that a rule can give a row.
[[nodiscard]] const QList<RuleColour> &ruleColours();

} // namespace pipeglass::ui

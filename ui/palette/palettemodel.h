// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractListModel>

#include <functional>
#include <vector>

namespace pipeglass::ui {

/// Something that the command palette can do or go to.
struct PaletteItem {
    QString key; ///< identifies it in the list of what was used last
    QString title;
    QString detail; ///< where it is found, or what it is
    QString shortcut;
    QString whyNot; ///< why it cannot be used now; empty: it can
    std::function<void()> run;
};

/// The entries of the command palette that match what was typed, the best first; among equal ones what was used last,
/// then the order in which they were given.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole, ShortcutRole, UsableRole };

    /// `recent`: keys of what was used, the last one first.
    PaletteModel(std::vector<PaletteItem> items, const QStringList &recent, QObject *parent = nullptr);

    void setPattern(const QString &text);
    [[nodiscard]] const PaletteItem &item(int row) const { return m_items[m_shown[static_cast<size_t>(row)]]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<PaletteItem> m_items;
    std::vector<QString> m_titles; ///< of the items, case-folded
    std::vector<QString> m_details; ///< likewise
    std::vector<int> m_ages; ///< of the items: place in `recent`
    std::vector<size_t> m_shown;
};

} // namespace pipeglass::ui

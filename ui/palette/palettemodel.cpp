// SPDX-License-Identifier: MIT
#include "palette/palettemodel.h"

#include "palette/fuzzymatch.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <tuple>

namespace pipeglass::ui {

namespace {

constexpr size_t mostShown = 300;
constexpr int scoreStep = 4; ///< smaller differences do not matter

/// A match in the title counts more than one in the detail.
std::optional<int> scoreOf(const FuzzyPattern &pattern, const QString &title, const QString &detail)
{
    constexpr int detailPenalty = 40;
    if (const auto score = pattern.score(title))
        return *score / scoreStep;
    if (const auto score = pattern.score(QString(title + u' ' + detail)))
        return (*score - detailPenalty) / scoreStep;
    return {};
}

} // namespace

PaletteModel::PaletteModel(std::vector<PaletteItem> items, const QStringList &recent, QObject *parent)
    : QAbstractListModel(parent)
    , m_items(std::move(items))
{
    QHash<QString, int> ages;
    for (qsizetype at = recent.size() - 1; at >= 0; --at)
        ages[recent[at]] = static_cast<int>(at);
    for (const PaletteItem &item : m_items) {
        m_titles.push_back(item.title.toCaseFolded());
        m_details.push_back(item.detail.toCaseFolded());
        m_ages.push_back(ages.value(item.key, std::numeric_limits<int>::max()));
    }
    setPattern({});
}

void PaletteModel::setPattern(const QString &text)
{
    struct Match {
        int score;
        size_t item;
    };
    const FuzzyPattern pattern(text);
    std::vector<Match> matches;
    for (size_t item = 0; item < m_items.size(); ++item) {
        if (pattern.isEmpty())
            matches.push_back({ 0, item });
        else if (const auto score = scoreOf(pattern, m_titles[item], m_details[item]))
            matches.push_back({ *score, item });
    }
    const auto isBetter = [this](const Match &a, const Match &b) {
        return std::tuple(-a.score, m_ages[a.item], a.item) < std::tuple(-b.score, m_ages[b.item], b.item);
    };
    const size_t shown = std::min(matches.size(), mostShown);
    std::partial_sort(matches.begin(), matches.begin() + static_cast<std::ptrdiff_t>(shown), matches.end(), isBetter);
    beginResetModel();
    m_shown.clear();
    for (size_t at = 0; at < shown; ++at)
        m_shown.push_back(matches[at].item);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PaletteItem &one = item(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return one.title;
    case DetailRole:
        return one.whyNot.isEmpty() ? one.detail : one.whyNot;
    case ShortcutRole:
        return one.shortcut;
    case UsableRole:
        return one.whyNot.isEmpty();
    case Qt::AccessibleTextRole: {
        QStringList parts{ one.title, data(index, DetailRole).toString(), one.shortcut };
        parts.removeAll(QString());
        return parts.join(QLatin1String(", "));
    }
    default:
        return {};
    }
}

} // namespace pipeglass::ui

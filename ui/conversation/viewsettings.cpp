// SPDX-License-Identifier: MIT
#include "conversation/viewsettings.h"

#include "app/settings.h"

#include <algorithm>

namespace pipeglass::ui {

namespace {

constexpr qsizetype mostRecent = 12;
const auto recentKey = QLatin1String("recentFilters");
const auto savedKey = QLatin1String("savedFilters");
const auto columnsKey = QLatin1String("messages");

} // namespace

ViewSettings::ViewSettings(Settings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    load();
}

void ViewSettings::load()
{
    if (m_settings == nullptr)
        return;
    m_recent = m_settings->viewValue(recentKey).toStringList();
    const QVariantList saved = m_settings->viewValue(savedKey).toList();
    for (const QVariant &one : saved) {
        const QStringList texts = one.toStringList();
        if (texts.size() == 2)
            m_saved.append({ texts[0], texts[1] });
    }
    m_columns = m_settings->bytes(columnsKey);
}

void ViewSettings::store()
{
    if (m_settings == nullptr)
        return;
    m_settings->setViewValue(recentKey, m_recent);
    QVariantList saved;
    for (const SavedFilter &one : std::as_const(m_saved))
        saved.append(QStringList{ one.name, one.text });
    m_settings->setViewValue(savedKey, saved);
}

void ViewSettings::addRecentFilter(const QString &text)
{
    m_recent.removeAll(text);
    m_recent.prepend(text);
    m_recent = m_recent.mid(0, mostRecent);
    store();
}

void ViewSettings::saveFilter(const SavedFilter &filter)
{
    m_saved.removeIf([&](const SavedFilter &one) { return one.name == filter.name; });
    m_saved.append(filter);
    std::sort(m_saved.begin(), m_saved.end(), [](const SavedFilter &a, const SavedFilter &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    store();
}

void ViewSettings::removeFilter(const QString &name)
{
    m_saved.removeIf([&](const SavedFilter &one) { return one.name == name; });
    store();
}

QByteArray ViewSettings::columns() const { return m_columns; }

void ViewSettings::setColumns(const QByteArray &state)
{
    m_columns = state;
    if (m_settings != nullptr)
        m_settings->setBytes(columnsKey, state);
}

} // namespace pipeglass::ui

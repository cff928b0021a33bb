// SPDX-License-Identifier: MIT
#include "conversation/viewsettings.h"

#include "filter/filter.h"

#include <algorithm>

namespace pipeglass::ui {

namespace {

constexpr qsizetype mostRecent = 12;
const auto recentKey = QLatin1String("recentFilters");
const auto savedKey = QLatin1String("savedFilters");
const auto rulesKey = QLatin1String("colourRules");
const auto typesKey = QLatin1String("protobufTypes");
const auto columnsKey = QLatin1String("messages");
const auto overviewKey = QLatin1String("overviewByPosition");
const auto reattachKey = QLatin1String("reattach");

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
    const QVariantList rules = m_settings->viewValue(rulesKey).toList();
    for (const QVariant &one : rules) {
        const QStringList texts = one.toStringList();
        if (texts.size() != 2 || !filter::Filter::parse(texts[0]))
            continue;
        const int colour = texts[1].toInt();
        m_rules.append({ texts[0], colour >= 0 && colour < ruleColours().size() ? colour : 0 });
    }
    const QVariantList types = m_settings->viewValue(typesKey).toList();
    for (const QVariant &one : types) {
        const QVariantList parts = one.toList();
        if (parts.size() == 4)
            m_types.append({ parts[0].toByteArray(),
                             { parts[1].toByteArray(), { parts[2].toByteArray(), parts[3].toByteArray() } } });
    }
    m_columns = m_settings->bytes(columnsKey);
    m_times = m_settings->times();
    m_overviewByPosition = m_settings->viewValue(overviewKey).toBool();
    m_reattaches = m_settings->viewValue(reattachKey).toBool();
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
    QVariantList rules;
    for (const ColourRule &one : std::as_const(m_rules))
        rules.append(QStringList{ one.text, QString::number(one.colour) });
    m_settings->setViewValue(rulesKey, rules);
    QVariantList types;
    for (const auto &[pipe, choice] : std::as_const(m_types))
        types.append(QVariant(QVariantList{ pipe, choice.file, choice.types.client, choice.types.server }));
    m_settings->setViewValue(typesKey, types);
    m_settings->setViewValue(overviewKey, m_overviewByPosition);
    m_settings->setViewValue(reattachKey, m_reattaches);
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

void ViewSettings::setColourRules(const QList<ColourRule> &rules)
{
    m_rules = rules;
    store();
    Q_EMIT colourRulesChanged();
}

ViewSettings::TypesChoice ViewSettings::typesOf(const QByteArray &pipe) const
{
    const auto found = std::ranges::find(m_types, pipe, &std::pair<QByteArray, TypesChoice>::first);
    return found == m_types.end() ? TypesChoice() : found->second;
}

void ViewSettings::setTypesOf(const QByteArray &pipe, const TypesChoice &choice)
{
    constexpr qsizetype mostPipes = 100;
    m_types.removeIf([&pipe](const auto &one) { return one.first == pipe; });
    if (!choice.file.isEmpty())
        m_types.prepend({ pipe, choice });
    m_types = m_types.mid(0, mostPipes);
    store();
}

QByteArray ViewSettings::columns() const { return m_columns; }

void ViewSettings::setColumns(const QByteArray &state)
{
    m_columns = state;
    if (m_settings != nullptr)
        m_settings->setBytes(columnsKey, state);
}

void ViewSettings::setTimes(Settings::Times times)
{
    m_times = times;
    if (m_settings != nullptr)
        m_settings->setTimes(times);
    Q_EMIT timesChanged();
}

void ViewSettings::applyTimes()
{
    if (m_settings == nullptr)
        return;
    m_times = m_settings->times();
    Q_EMIT timesChanged();
}

void ViewSettings::setOverviewByPosition(bool byPosition)
{
    m_overviewByPosition = byPosition;
    store();
    Q_EMIT overviewChanged();
}

void ViewSettings::setReattaches(bool reattaches)
{
    m_reattaches = reattaches;
    store();
}

const QList<RuleColour> &ruleColours()
{
    static const QList<RuleColour> colours{
        { ViewSettings::tr("red"), QColor(0xd0, 0x45, 0x3e) },
        { ViewSettings::tr("orange"), QColor(0xe0, 0x80, 0x20) },
        { ViewSettings::tr("yellow"), QColor(0xd8, 0xb8, 0x20) },
        { ViewSettings::tr("green"), QColor(0x2f, 0x9e, 0x5f) },
        { ViewSettings::tr("blue"), QColor(0x35, 0x84, 0xc8) },
        { ViewSettings::tr("violet"), QColor(0x8a, 0x5a, 0xc8) },
        { ViewSettings::tr("grey"), QColor(0x88, 0x88, 0x88) },
    };
    return colours;
}

} // namespace pipeglass::ui

// SPDX-License-Identifier: MIT
#include "app/settings.h"

namespace pipeglass::ui {

namespace {

const auto attachHint = QLatin1String("hints/attach");
const auto themeKey = QLatin1String("look/theme");
const auto layoutGroup = QLatin1String("layout/");

} // namespace

Settings::Settings()
    : m_remembers(true)
    , m_store(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("pipeglass"), QStringLiteral("pipeglass"))
{
    m_store.setFallbacksEnabled(false);
}

Settings::Settings(const QString &file)
    : m_remembers(!file.isEmpty())
    , m_store(file, QSettings::IniFormat)
{
}

QByteArray Settings::bytes(const QString &key) const { return m_store.value(layoutGroup + key).toByteArray(); }

void Settings::setBytes(const QString &key, const QByteArray &value)
{
    if (m_remembers)
        m_store.setValue(layoutGroup + key, value);
}

bool Settings::attachHintWanted() const { return m_store.value(attachHint, true).toBool(); }

void Settings::setAttachHintWanted(bool wanted)
{
    if (m_remembers)
        m_store.setValue(attachHint, wanted);
}

QString Settings::theme() const { return m_store.value(themeKey, QStringLiteral("system")).toString(); }

void Settings::setTheme(const QString &theme)
{
    if (m_remembers)
        m_store.setValue(themeKey, theme);
}

void Settings::forgetLayout() { m_store.remove(QStringLiteral("layout")); }

} // namespace pipeglass::ui

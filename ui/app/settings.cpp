// SPDX-License-Identifier: MIT
#include "app/settings.h"

#include "core/path.h"
#include "core/system/statedirectory.h"

#include <algorithm>

namespace pipeglass::ui {

namespace {

const auto attachHint = QLatin1String("hints/attach");
const auto themeKey = QLatin1String("look/theme");
const auto languageKey = QLatin1String("look/language");
const auto animationsKey = QLatin1String("look/animations");
const auto commandsKey = QLatin1String("recent/commands");
const auto hostedKey = QLatin1String("recent/hosted");
const auto favouritesKey = QLatin1String("compose/favourites");
const auto timesKey = QLatin1String("conversations/times");
const auto framingKey = QLatin1String("conversations/framing");
const auto keptKey = QLatin1String("recordings/directory");
const auto tourKey = QLatin1String("hints/tour-offered");
const auto scopeKey = QLatin1String("list/scope");
const auto namespacesKey = QLatin1String("list/namespaces");
const auto goneKey = QLatin1String("list/gone");
const auto directoriesKey = QLatin1String("list/directories");
const auto programsKey = QLatin1String("start/programs");
const auto recentFilesKey = QLatin1String("files/recent");
const auto limitKey = QLatin1String("recordings/limit");
const auto limitPolicyKey = QLatin1String("recordings/at-limit");
const auto layoutGroup = QLatin1String("layout/");
const auto viewGroup = QLatin1String("view/");

QString word(catalog::Scope scope)
{
    switch (scope) {
    case catalog::Scope::DotNet:
        return QStringLiteral("dotnet");
    case catalog::Scope::All:
        return QStringLiteral("all");
    case catalog::Scope::Pipes:
        break;
    }
    return QStringLiteral("pipes");
}

QString word(Settings::Times times)
{
    switch (times) {
    case Settings::Times::Utc:
        return QStringLiteral("utc");
    case Settings::Times::SinceFirst:
        return QStringLiteral("since-first");
    case Settings::Times::Local:
        break;
    }
    return QStringLiteral("local");
}

QString word(engine::LimitPolicy policy)
{
    switch (policy) {
    case engine::LimitPolicy::Stop:
        return QStringLiteral("stop");
    case engine::LimitPolicy::Ask:
        return QStringLiteral("ask");
    case engine::LimitPolicy::DeleteOldest:
        break;
    }
    return QStringLiteral("delete-oldest");
}

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

void Settings::setBytes(const QString &key, const QByteArray &value) { remember(layoutGroup + key, value); }

bool Settings::attachHintWanted() const { return m_store.value(attachHint, true).toBool(); }

void Settings::setAttachHintWanted(bool wanted) { remember(attachHint, wanted); }

QString Settings::theme() const { return m_store.value(themeKey, QStringLiteral("system")).toString(); }

void Settings::setTheme(const QString &theme) { remember(themeKey, theme); }

QString Settings::language() const { return m_store.value(languageKey).toString(); }

void Settings::setLanguage(const QString &language) { remember(languageKey, language); }

bool Settings::animationsWanted() const { return m_store.value(animationsKey, true).toBool(); }

void Settings::setAnimationsWanted(bool wanted) { remember(animationsKey, wanted); }

bool Settings::isTourOffered() const { return m_store.value(tourKey, false).toBool(); }

void Settings::setTourOffered() { remember(tourKey, true); }

QStringList Settings::texts(const QString &key) const { return m_store.value(key).toStringList(); }

void Settings::addText(const QString &key, const QString &text, qsizetype most)
{
    QStringList all = texts(key);
    all.removeAll(text);
    all.prepend(text);
    remember(key, all.mid(0, most));
}

QStringList Settings::recentCommands() const { return texts(commandsKey); }

void Settings::addRecentCommand(const QString &key) { addText(commandsKey, key, 100); }

QStringList Settings::hostedNames() const { return texts(hostedKey); }

void Settings::addHostedName(const QString &name) { addText(hostedKey, name, 20); }

QList<Settings::Favourite> Settings::favourites() const
{
    QList<Favourite> favourites;
    const QVariantList remembered = m_store.value(favouritesKey).toList();
    for (const QVariant &one : remembered) {
        const QStringList texts = one.toStringList();
        if (texts.size() == 4)
            favourites.append({ texts[0], texts[1], texts[2] == QLatin1String("hex"), texts[3].toUtf8() });
    }
    return favourites;
}

void Settings::setFavourites(const QList<Favourite> &favourites)
{
    QVariantList remembered;
    for (const Favourite &one : favourites)
        remembered.append(QStringList{ one.name, one.text, one.isHex ? QStringLiteral("hex") : QStringLiteral("text"),
                                       QString::fromUtf8(one.framing) });
    remember(favouritesKey, QVariant(remembered));
}

void Settings::saveFavourite(const Favourite &favourite)
{
    QList<Favourite> all = favourites();
    all.removeIf([&](const Favourite &one) { return one.name == favourite.name; });
    all.append(favourite);
    std::sort(all.begin(), all.end(), [](const Favourite &a, const Favourite &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    setFavourites(all);
}

void Settings::removeFavourite(const QString &name)
{
    QList<Favourite> all = favourites();
    all.removeIf([&](const Favourite &one) { return one.name == name; });
    setFavourites(all);
}

Settings::Times Settings::times() const
{
    const QString text = m_store.value(timesKey).toString();
    for (const Times times : { Times::Utc, Times::SinceFirst }) {
        if (text == word(times))
            return times;
    }
    return Times::Local;
}

void Settings::setTimes(Times times) { remember(timesKey, word(times)); }

QByteArray Settings::framing() const { return m_store.value(framingKey).toByteArray(); }

void Settings::setFraming(const QByteArray &id) { remember(framingKey, id); }

QByteArray Settings::keptDirectory() const
{
    if (!m_remembers)
        return {};
    const QByteArray own = m_store.value(keptKey).toByteArray();
    const QByteArray state = stateDirectory();
    return !own.isEmpty() ? own : state.isEmpty() ? state : joinedPath(state, "conversations");
}

void Settings::setKeptDirectory(const QByteArray &directory) { remember(keptKey, directory); }

bool Settings::hasOwnKeptDirectory() const { return !m_store.value(keptKey).toByteArray().isEmpty(); }

catalog::Scope Settings::scope() const
{
    const QString text = m_store.value(scopeKey).toString();
    for (const catalog::Scope scope : { catalog::Scope::DotNet, catalog::Scope::All }) {
        if (text == word(scope))
            return scope;
    }
    return catalog::Scope::Pipes;
}

void Settings::setScope(catalog::Scope scope) { remember(scopeKey, word(scope)); }

bool Settings::namespacesWanted() const { return m_store.value(namespacesKey, false).toBool(); }

void Settings::setNamespacesWanted(bool wanted) { remember(namespacesKey, wanted); }

bool Settings::goneWanted() const { return m_store.value(goneKey, false).toBool(); }

void Settings::setGoneWanted(bool wanted) { remember(goneKey, wanted); }

std::vector<QByteArray> Settings::byteArrays(const QString &key) const
{
    std::vector<QByteArray> all;
    const QVariantList remembered = m_store.value(key).toList();
    for (const QVariant &one : remembered)
        all.push_back(one.toByteArray());
    return all;
}

void Settings::setByteArrays(const QString &key, const std::vector<QByteArray> &all)
{
    QVariantList remembered;
    for (const QByteArray &one : all)
        remembered.append(one);
    remember(key, remembered);
}

std::vector<QByteArray> Settings::directories() const { return byteArrays(directoriesKey); }

void Settings::setDirectories(const std::vector<QByteArray> &directories)
{
    setByteArrays(directoriesKey, directories);
}

std::vector<QByteArray> Settings::recentFiles() const { return byteArrays(recentFilesKey); }

void Settings::addRecentFile(const QByteArray &path)
{
    constexpr size_t mostFiles = 10;
    std::vector<QByteArray> files = recentFiles();
    std::erase(files, path);
    files.insert(files.begin(), path);
    files.resize(std::min(files.size(), mostFiles));
    setByteArrays(recentFilesKey, files);
}

void Settings::forgetRecentFiles() { setByteArrays(recentFilesKey, {}); }

QList<Settings::StartedProgram> Settings::startedPrograms() const
{
    QList<StartedProgram> programs;
    const QVariantList remembered = m_store.value(programsKey).toList();
    for (const QVariant &one : remembered) {
        const QStringList texts = one.toStringList();
        if (texts.size() == 4)
            programs.append({ texts[0], texts[1], texts[2], texts[3] });
    }
    return programs;
}

void Settings::addStartedProgram(const StartedProgram &program)
{
    constexpr qsizetype mostPrograms = 10;
    QList<StartedProgram> programs = startedPrograms();
    programs.removeIf([&](const StartedProgram &one) { return one.commandLine == program.commandLine; });
    programs.prepend(program);
    QVariantList remembered;
    for (const StartedProgram &one : programs.mid(0, mostPrograms))
        remembered.append(QStringList{ one.commandLine, one.directory, one.environment, one.framing });
    remember(programsKey, remembered);
}

QVariant Settings::viewValue(const QString &key) const { return m_store.value(viewGroup + key); }

void Settings::setViewValue(const QString &key, const QVariant &value) { remember(viewGroup + key, value); }

qint64 Settings::recordingLimit() const
{
    constexpr qint64 usual = qint64{ 1 } << 30U;
    constexpr qint64 smallest = qint64{ 1 } << 20U;
    return qMax(smallest, m_store.value(limitKey, usual).toLongLong());
}

void Settings::setRecordingLimit(qint64 bytes) { remember(limitKey, bytes); }

engine::LimitPolicy Settings::limitPolicy() const
{
    const QString text = m_store.value(limitPolicyKey).toString();
    for (const engine::LimitPolicy policy : { engine::LimitPolicy::Stop, engine::LimitPolicy::Ask }) {
        if (text == word(policy))
            return policy;
    }
    return engine::LimitPolicy::DeleteOldest;
}

void Settings::setLimitPolicy(engine::LimitPolicy policy) { remember(limitPolicyKey, word(policy)); }

void Settings::remember(const QString &key, const QVariant &value)
{
    if (m_remembers)
        m_store.setValue(key, value);
}

void Settings::forgetLayout() { m_store.remove(QStringLiteral("layout")); }

} // namespace pipeglass::ui

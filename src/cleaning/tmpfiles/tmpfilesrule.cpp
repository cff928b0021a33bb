// SPDX-License-Identifier: MIT
#include "cleaning/tmpfiles/tmpfilesrule.h"

#include "cleaning/candidate.h"
#include "cleaning/timespan.h"

#include <algorithm>

namespace pipeglass::cleaning {

namespace {

constexpr QByteArrayView knownTypes("fFwdDevqQpLcbCxXrRzZmtThHaA");
constexpr QByteArrayView knownModifiers("+!-=~^$?");

bool isEmptyOrDash(const QByteArray &field) { return field.isEmpty() || field == "-"; }

/// Parses the type and `+`. False for what systemd refuses or applies only at boot.
bool readAction(const QByteArray &action, TmpfilesRule &rule)
{
    if (action.isEmpty() || !knownTypes.contains(action[0]))
        return false;
    for (qsizetype i = 1; i < action.size(); ++i) {
        if (!knownModifiers.contains(action[i]) || action.indexOf(action[i], 1) != i)
            return false;
    }
    rule.type = action[0];
    rule.append = action.contains('+');
    return !action.contains('!');
}

bool readPath(const QByteArray &field, const Specifiers &specifiers, TmpfilesRule &rule)
{
    const std::optional<QByteArray> path = withSpecifiers(field, specifiers);
    if (!path || !path->startsWith('/') || path->contains('\0'))
        return false;
    rule.path = simplified(*path);
    if (rule.path.startsWith("/var/run/"))
        rule.path = rule.path.sliced(4); // systemd also rewrites this old name of /run
    return true;
}

/// "0755", "~0755", ":0755", or empty.
bool readMode(QByteArray field)
{
    if (isEmptyOrDash(field))
        return true;
    while (field.startsWith('~') || field.startsWith(':'))
        field = field.sliced(1);
    bool good = false;
    return field.toUInt(&good, 8) <= 07777U && good;
}

bool accountExists(QByteArray field, const std::function<bool(const QByteArray &)> &exists)
{
    if (field.startsWith(':'))
        field = field.sliced(1);
    if (isEmptyOrDash(field) || !exists)
        return true;
    bool isNumber = false;
    field.toUInt(&isNumber);
    return isNumber || exists(field);
}

/// The part before the colon in "bmA:1h": lower case for files, upper case for directories.
bool readAgeBy(QByteArrayView letters, TmpfilesRule &rule)
{
    const bool known =
        std::all_of(letters.begin(), letters.end(), [](char c) { return QByteArrayView("abcmABCM \t").contains(c); });
    if (!known || letters.trimmed().isEmpty())
        return false;
    // If there are only letters for directories, files keep the default.
    if (std::none_of(letters.begin(), letters.end(), [](char c) { return QByteArrayView("abcm").contains(c); }))
        return true;
    rule.byAccess = letters.contains('a');
    rule.byBirth = letters.contains('b');
    rule.byChange = letters.contains('c');
    rule.byModification = letters.contains('m');
    return true;
}

bool readAge(const QByteArray &field, TmpfilesRule &rule)
{
    if (isEmptyOrDash(field))
        return true;
    rule.keepFirstLevel = field.startsWith('~');
    QByteArray age = field.sliced(rule.keepFirstLevel ? 1 : 0);
    if (const qsizetype colon = age.indexOf(':'); colon >= 0) {
        if (!readAgeBy(QByteArrayView(age).first(colon), rule))
            return false;
        age = age.sliced(colon + 1);
    }
    const std::optional<qint64> span = parseTimespan(age);
    rule.hasAge = span.has_value();
    rule.age = span.value_or(0);
    return rule.hasAge;
}

std::optional<TmpfilesRule> parseLine(const QByteArray &line, const TmpfilesContext &context)
{
    enum Field { Action, Path, Mode, User, Group, Age, FieldCount };
    std::optional<std::vector<QByteArray>> fields = splitFields(line, FieldCount, context.isSince254());
    if (!fields || fields->size() <= Path)
        return {};
    fields->resize(FieldCount);
    TmpfilesRule rule;
    const bool good = readAction((*fields)[Action], rule) && readPath((*fields)[Path], context.specifiers, rule)
        && readMode((*fields)[Mode]) && accountExists((*fields)[User], context.userExists)
        && accountExists((*fields)[Group], context.groupExists) && readAge((*fields)[Age], rule);
    if (!good)
        return {};
    for (const Field field : { Mode, User, Group, Age })
        rule.settings += (isEmptyOrDash((*fields)[field]) ? QByteArray("-") : (*fields)[field]) + '\n';
    rule.append = rule.append && context.isSince254();
    rule.text = line;
    return rule;
}

} // namespace

bool TmpfilesRule::takesGlob() const { return QByteArrayView("wxXrRemzZtTaAhH").contains(type); }

bool TmpfilesRule::ages() const { return hasAge && QByteArrayView("dDvqQxCeX").contains(type); }

bool TmpfilesRule::takesOwnership() const { return QByteArrayView("fFdeDvqQpLcbCwxXrR").contains(type); }

std::vector<TmpfilesRule> parseTmpfiles(const ConfigurationFile &file, const TmpfilesContext &context)
{
    std::vector<TmpfilesRule> rules;
    int number = 0;
    for (const QByteArray &raw : file.text.split('\n')) {
        ++number;
        const QByteArray line = raw.trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        if (std::optional<TmpfilesRule> rule = parseLine(line, context)) {
            rule->file = file.path();
            rule->line = number;
            rules.push_back(*std::move(rule));
        }
    }
    return rules;
}

} // namespace pipeglass::cleaning

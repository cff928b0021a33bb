// SPDX-License-Identifier: MIT
#include "framing/guess.h"

#include "framing/guess/fit.h"
#include "framing/guess/payloads.h"
#include "framing/matchrule.h"
#include "framing/persideframing.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace pipeglass::framing {

namespace {

/// More is not needed for a guess.
constexpr qsizetype mostSampled = 0x10000;

constexpr double rawScore = 0.25;
constexpr double fileScore = 0.9; ///< of raw
constexpr double namedScore = 0.6; ///< by name alone
constexpr double nameBonus = 0.35;
constexpr double goodScore = 0.5;

struct KnownName {
    const char *pipe; ///< regular expression for the whole name
    const char *program; ///< beginning of its name; empty: any
    const char *framing;
};

const KnownName knownNames[] = {
    { "dotnet-diagnostic-.*", "", "dotnet-ipc" },
    { "MSBuild\\d+|MSBuild(Server|RarNode|RarNodeEndpoint)-.*", "", "msbuild" },
    { "[A-Za-z0-9+_]{43}", "", "build-server" },
    { ".*", "VBCSCompiler", "build-server" },
    { "PSHost\\..*", "", "psrp" },
    { "(in_|out_)?PSES_.*|EasyDotnet.*|vscode-.*\\.sock", "", "content-length" },
    { "discord-ipc-\\d+", "", "discord" },
};

/// The framing of programs that use such a name, or null.
QByteArray framingByName(const StreamSample &sample)
{
    for (const KnownName &one : knownNames) {
        const QRegularExpression name(QRegularExpression::anchoredPattern(QString::fromLatin1(one.pipe)));
        if ((!sample.pipe.isEmpty() || one.program[0] != '\0') && sample.program.startsWith(one.program)
            && name.match(QString::fromLatin1(sample.pipe)).hasMatch())
            return one.framing;
    }
    return {};
}

/// Of a framing that says itself what its streams look like.
Judgement judgeByRule(const MatchRule &rule, const Fit &fits, const StreamSample &sample, bool isEmpty)
{
    constexpr double best = 0.97;
    constexpr double fewBytes = 0.3;
    constexpr double perByte = 0.1;
    const Match match = matchOf(rule, sample);
    if (match.fails || fits.isMalformed || (isEmpty && !match.isNamed))
        return {};
    Judgement judgement;
    if (match.firstBytes > 0) {
        judgement.score = qMin(best, fewBytes + perByte * static_cast<double>(match.firstBytes));
        judgement.reason = QCoreApplication::translate("Framing", "its first bytes");
    }
    if (match.isNamed) {
        judgement.score = isEmpty ? namedScore : qMin(best, qMax(judgement.score, namedScore) + nameBonus);
        judgement.reason = QCoreApplication::translate("Framing", "known by the name of the pipe or its server");
    }
    return judgement;
}

/// When no other framing fits better.
Judgement judgeRaw(const PerSide<QByteArray> &bytes)
{
    if (isKnownFile(bytes.client) || isKnownFile(bytes.server))
        return { fileScore, QCoreApplication::translate("Framing", "begins as a file does") };
    return { rawScore, QCoreApplication::translate("Framing", "no known framing fits") };
}

bool areText(const PerSide<QByteArray> &bytes)
{
    const auto isNone = [](const QByteArray &one) { return !one.isEmpty() && !isText(one) && !isUtf16Text(one); };
    return !isNone(bytes.client) && !isNone(bytes.server);
}

std::vector<Guess> ranked(const FramingRegistry &framings, const StreamSample &sample)
{
    const PerSide<QByteArray> bytes{ sample.client.left(mostSampled), sample.server.left(mostSampled) };
    const QByteArray named = framingByName(sample);
    const bool isEmpty = bytes.client.isEmpty() && bytes.server.isEmpty();
    const bool isText = areText(bytes);
    std::vector<Guess> guesses;
    for (const FramingPtr &framing : framings.all()) {
        const Fit fits = fit(*framing, bytes, isText);
        const MatchRule *rule = framing->match();
        Judgement judgement = rule == nullptr ? judge(framing->id(), fits) : judgeByRule(*rule, fits, sample, isEmpty);
        if (framing->id() == named && !fits.isMalformed && (isEmpty || fits.count() > 0 || judgement.score > 0)) {
            const QString byName =
                QCoreApplication::translate("Framing", "known by the name of the pipe or its server");
            judgement.score = isEmpty ? namedScore : qMin(1.0, qMax(judgement.score, namedScore) + nameBonus);
            judgement.reason = judgement.reason.isEmpty() ? byName : byName + QLatin1String("; ") + judgement.reason;
        }
        if (framing == framings.raw())
            judgement = judgeRaw(bytes);
        if (judgement.score > 0)
            guesses.push_back({ framing, judgement.score, judgement.reason });
    }
    std::stable_sort(guesses.begin(), guesses.end(), [](const Guess &a, const Guess &b) { return a.score > b.score; });
    return guesses;
}

double scoreOf(const Framing &framing, const std::vector<Guess> &guesses)
{
    const auto found = std::ranges::find_if(guesses, [&](const Guess &one) { return one.framing.get() == &framing; });
    return found == guesses.end() ? 0 : found->score;
}

} // namespace

std::vector<Guess> guessFraming(const FramingRegistry &framings, const StreamSample &sample)
{
    std::vector<Guess> both = ranked(framings, sample);
    if (sample.client.isEmpty() || sample.server.isEmpty())
        return both;
    const std::vector<Guess> clients = ranked(framings, { sample.pipe, sample.program, sample.client, {} });
    const std::vector<Guess> servers = ranked(framings, { sample.pipe, sample.program, {}, sample.server });
    const Guess &client = clients.front();
    const Guess &server = servers.front();
    // The best one for both may fit only one of them, while the other has no whole message in it.
    const bool isGood = both.front().score >= goodScore && scoreOf(*both.front().framing, clients) > 0
        && scoreOf(*both.front().framing, servers) > 0;
    if (isGood || qMin(client.score, server.score) < goodScore || client.framing == server.framing)
        return both;
    both.insert(
        both.begin(),
        { std::make_shared<const PerSideFraming>(PerSide<FramingPtr>{ client.framing, server.framing }),
          qMin(client.score, server.score), client.reason + QLatin1String(" / ") + server.reason });
    return both;
}

} // namespace pipeglass::framing

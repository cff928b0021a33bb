// SPDX-License-Identifier: MIT
#include "capture/recording.h"
#include "conversation/filterrun.h"
#include "support/testmain.h"

#include <QRandomGenerator>

#include <functional>

namespace tst_filterrun {

using namespace pipeglass;
using namespace pipeglass::capture;
using conversation::FilterRun;

struct Message {
    Timestamp time;
    quint32 connection = 0;
    Side from = Side::Client;
    bool malformed = false;
    QByteArray payload;
    std::optional<qint64> latency = {};
};

/// A filter as text, and what it means, both made from the same random choices.
struct Expectation {
    enum Level { Any, All, Single };
    QString text;
    Level level = Single;
    std::function<bool(const Message &, size_t number)> matches;
};

class TestFilterRun : public QObject {
    Q_OBJECT

    QRandomGenerator m_random{ 20'260 };

    [[nodiscard]] int pick(int count) { return static_cast<int>(m_random.bounded(count)); }

    template <typename T>
    [[nodiscard]] static bool holds(int op, const T &left, const T &right)
    {
        const bool results[] = { left == right, left != right, left<right, left <= right, left> right, left >= right };
        return results[op];
    }

    [[nodiscard]] Expectation comparison()
    {
        static const char *const operators[] = { "==", "!=", "<", "<=", ">", ">=" };
        const int op = pick(6);
        const QString sign = QLatin1StringView(operators[op]);
        const auto with = [&sign](const char *field, const QString &value) {
            return QStringLiteral("%1 %2 %3").arg(QLatin1StringView(field), sign, value);
        };
        const int number = pick(40);
        switch (pick(9)) {
        case 0:
            return { with("length", QString::number(number)), Expectation::Single,
                     [op, number](const Message &m, size_t) {
                         return holds(op, m.payload.size(), qsizetype{ number });
                     } };
        case 1:
            return { with("number", QString::number(number)), Expectation::Single,
                     [op, number](const Message &, size_t n) { return holds(op, static_cast<int>(n), number); } };
        case 2:
            return { with("connection", QString::number(number % 4)), Expectation::Single,
                     [op, number](const Message &m, size_t) {
                         return holds(op, static_cast<int>(m.connection), number % 4);
                     } };
        case 3:
            return { with("latency", QString::number(number) + QStringLiteral("us")), Expectation::Single,
                     [op, number](const Message &m, size_t) {
                         return m.latency && holds(op, *m.latency, qint64{ number } * 1'000);
                     } };
        case 4: {
            const Side side = pick(2) == 0 ? Side::Client : Side::Server;
            const bool equal = op % 2 == 0;
            return { QStringLiteral("from %1 %2")
                         .arg(equal ? QStringLiteral("==") : QStringLiteral("!="), QLatin1StringView(sideName(side))),
                     Expectation::Single,
                     [side, equal](const Message &m, size_t) { return (m.from == side) == equal; } };
        }
        case 5:
            return { QStringLiteral("malformed"), Expectation::Single,
                     [](const Message &m, size_t) { return m.malformed; } };
        case 6:
            return {
                with("time", QStringLiteral("\"1970-01-01T00:00:00.%1Z\"").arg(number * 100, 6, 10, QLatin1Char('0'))),
                Expectation::Single,
                [op, number](const Message &m, size_t) {
                    return holds(op, m.time.unixNanoseconds, qint64{ number } * 100'000);
                }
            };
        case 7: {
            const QByteArray part(1 + pick(2), static_cast<char>('a' + pick(3)));
            return { QStringLiteral("text contains \"%1\"").arg(QLatin1StringView(part)), Expectation::Single,
                     [part](const Message &m, size_t) { return m.payload.indexOf(part) >= 0; } };
        }
        default: {
            const QByteArray part(1, static_cast<char>('a' + pick(3)));
            return { QStringLiteral("payload contains %1").arg(QLatin1StringView(part.toHex())), Expectation::Single,
                     [part](const Message &m, size_t) { return m.payload.indexOf(part) >= 0; } };
        }
        }
    }

    /// In parentheses only where the precedence asks for them.
    [[nodiscard]] static QString inside(const Expectation &one, Expectation::Level level)
    {
        return one.level < level ? u'(' + one.text + u')' : one.text;
    }

    [[nodiscard]] Expectation expectation(int depth)
    {
        const int kind = depth == 0 ? 0 : pick(4);
        if (kind == 0)
            return comparison();
        const Expectation a = expectation(depth - 1);
        if (kind == 1) {
            return { (pick(2) == 0 ? QStringLiteral("not ") : QStringLiteral("!")) + inside(a, Expectation::Single),
                     Expectation::Single, [a](const Message &m, size_t n) { return !a.matches(m, n); } };
        }
        const Expectation b = expectation(depth - 1);
        if (kind == 2) {
            return { inside(a, Expectation::All) + (pick(2) == 0 ? QStringLiteral(" and ") : QStringLiteral("&&"))
                         + inside(b, Expectation::All),
                     Expectation::All,
                     [a, b](const Message &m, size_t n) { return a.matches(m, n) && b.matches(m, n); } };
        }
        return { a.text + (pick(2) == 0 ? QStringLiteral(" or ") : QStringLiteral("||")) + b.text, Expectation::Any,
                 [a, b](const Message &m, size_t n) { return a.matches(m, n) || b.matches(m, n); } };
    }

    /// Random messages; the latency is found by looking back.
    [[nodiscard]] std::vector<Message> messages(size_t count)
    {
        std::vector<Message> all;
        for (size_t i = 0; i < count; ++i) {
            Message message{ { static_cast<qint64>(i) * 20'000 + pick(15'000) },
                             static_cast<quint32>(pick(3) + 1),
                             pick(2) == 0 ? Side::Client : Side::Server,
                             pick(10) == 0,
                             {} };
            for (int size = pick(40); size > 0; --size)
                message.payload += static_cast<char>('a' + pick(6));
            std::vector<qint64> requests;
            for (const Message &before : all) {
                if (before.connection != message.connection)
                    continue;
                if (before.from == Side::Client)
                    requests.push_back(before.time.unixNanoseconds);
                else if (!requests.empty())
                    requests.erase(requests.begin());
            }
            if (message.from == Side::Server && !requests.empty())
                message.latency = message.time.unixNanoseconds - requests.front();
            all.push_back(message);
        }
        return all;
    }

private Q_SLOTS:
    void randomFiltersAsANaiveOne()
    {
        const std::vector<Message> all = messages(200);
        const auto recording = Recording::create().value();
        for (int i = 0; i < 3; ++i)
            QVERIFY(recording->addConnection({}));
        for (const Message &message : all) {
            QVERIFY(recording->append(Record{ message.time, ConnectionId{ message.connection }, message.from,
                                              message.malformed ? FrameProblem::Incomplete : FrameProblem::None,
                                              message.payload, 0, 0 }));
            if (pick(5) == 0)
                QVERIFY(recording->append(Event{ message.time, ConnectionId{ message.connection } }));
        }
        int matched = 0;
        for (int i = 0; i < 500; ++i) {
            const Expectation expected = expectation(4);
            const auto parsed = filter::Filter::parse(expected.text);
            QVERIFY2(parsed, qPrintable(expected.text));
            FilterRun run(*parsed, recording);
            size_t number = 0;
            while (!run.isAtEnd()) {
                const bool isEvent = recording->summary(run.position()).isEvent;
                const bool isMatch = run.next().value();
                if (isEvent)
                    continue;
                const bool shouldMatch = expected.matches(all[number], number + 1);
                ++number;
                QVERIFY2(isMatch == shouldMatch, qPrintable(expected.text + QStringLiteral(" at %1").arg(number)));
                matched += isMatch ? 1 : 0;
            }
            QCOMPARE(number, all.size());
        }
        QVERIFY(matched > 10'000 && matched < 90'000);
    }
};

QTEST_GUILESS_MAIN(TestFilterRun)

} // namespace tst_filterrun

#include "tst_filterrun.moc"

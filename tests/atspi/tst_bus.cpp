// SPDX-License-Identifier: MIT
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusMetaType>
#include <QDBusReply>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>

namespace tst_bus {

using namespace pipeglass;

/// An item on the bus: the name of its program, and its path.
struct Reference {
    QString service;
    QDBusObjectPath path;
};

QDBusArgument &operator<<(QDBusArgument &to, const Reference &reference)
{
    to.beginStructure();
    to << reference.service << reference.path;
    to.endStructure();
    return to;
}

const QDBusArgument &operator>>(const QDBusArgument &from, Reference &reference)
{
    from.beginStructure();
    from >> reference.service >> reference.path;
    from.endStructure();
    return from;
}

} // namespace tst_bus

Q_DECLARE_METATYPE(tst_bus::Reference)

namespace tst_bus {

const auto accessible = QLatin1String("org.a11y.atspi.Accessible");

/// The window under Xvfb with a session bus and an accessibility bus of its own, as a screen reader sees it.
class TestBus : public QObject {
    Q_OBJECT

private:
    struct Item {
        Reference reference;
        QString name;
        QString description;
        QString role;
        QString where;
        quint32 state = 0; ///< the first 32 states
    };

    static constexpr int focusable = 11; // ATSPI_STATE_FOCUSABLE
    static constexpr int showing = 25; // ATSPI_STATE_SHOWING

    static bool has(const Item &item, int state) { return (item.state >> static_cast<unsigned>(state) & 1U) != 0; }

    /// Starts a program that writes a line when it is ready, and returns that.
    QByteArray start(const QString &program, const QStringList &arguments)
    {
        auto *process = new QProcess(this);
        process->setProcessEnvironment(m_environment);
        process->setStandardErrorFile(QProcess::nullDevice());
        process->start(program, arguments);
        m_processes.prepend(process);
        while (!process->canReadLine() && process->state() != QProcess::NotRunning) {
            if (!process->waitForReadyRead(20'000))
                break;
        }
        return process->readLine().trimmed();
    }

    QVariant property(const Reference &item, const char *name) const
    {
        QDBusInterface object(item.service, item.path.path(), accessible, *m_bus);
        return object.property(name);
    }

    QList<Reference> children(const Reference &item) const
    {
        QDBusInterface object(item.service, item.path.path(), accessible, *m_bus);
        const QDBusReply<QList<Reference>> reply = object.call(QStringLiteral("GetChildren"));
        return reply.isValid() ? reply.value() : QList<Reference>();
    }

    void collect(const Reference &reference, const QString &above, QList<Item> &items) const
    {
        QDBusInterface object(reference.service, reference.path.path(), accessible, *m_bus);
        Item item;
        item.reference = reference;
        item.name = property(reference, "Name").toString();
        item.description = property(reference, "Description").toString();
        item.role = QDBusReply<QString>(object.call(QStringLiteral("GetRoleName"))).value();
        item.where = above + u'/' + item.role + u' ' + item.name.left(20);
        const QDBusReply<QList<quint32>> state = object.call(QStringLiteral("GetState"));
        item.state = state.isValid() && !state.value().isEmpty() ? state.value().first() : 0;
        items.append(item);
        for (const Reference &child : children(reference))
            collect(child, item.where, items);
    }

    [[nodiscard]] Reference root() const
    {
        return { QStringLiteral("org.a11y.atspi.Registry"),
                 QDBusObjectPath(QStringLiteral("/org/a11y/atspi/accessible/root")) };
    }

    /// Presses a button, or chooses an item of a menu.
    void press(const Item &item) const
    {
        QDBusInterface object(
            item.reference.service, item.reference.path.path(), QStringLiteral("org.a11y.atspi.Action"), *m_bus);
        object.call(QStringLiteral("DoAction"), 0);
    }

    QProcess *startWindow(const QStringList &more)
    {
        auto *window = new QProcess(this);
        window->setProcessEnvironment(m_environment);
        window->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        window->start(
            QCoreApplication::applicationDirPath() + QStringLiteral("/pipeglass-gui"),
            QStringList{ QStringLiteral("--dir"), QFile::decodeName(m_directory->path()) } + more);
        m_processes.prepend(window);
        return window;
    }

    static QString endOf(const QProcess &process)
    {
        return QStringLiteral("ended with %1: %2").arg(process.exitCode()).arg(process.errorString());
    }

    /// What a screen reader cannot name among what can have the focus.
    static QStringList problemsOf(const QList<Item> &items, int *controls)
    {
        QStringList problems;
        for (const Item &item : items) {
            if (!has(item, focusable) || !has(item, showing))
                continue;
            ++*controls;
            if (item.name.isEmpty() && item.description.isEmpty())
                problems += item.where + QLatin1String(" has no name");
            if (item.name.contains(QLatin1String("</")))
                problems += item.where + QLatin1String(" reads out markup");
        }
        return problems;
    }

    /// A visible button that closes a dialog; null: none.
    static const Item *closingButton(const QList<Item> &items)
    {
        const auto found = std::find_if(items.begin(), items.end(), [](const Item &one) {
            return has(one, showing) && (one.name == QLatin1String("Close") || one.name == QLatin1String("Cancel"));
        });
        return found == items.end() ? nullptr : &*found;
    }

    static const Item *find(const QList<Item> &items, const QString &name)
    {
        const auto found =
            std::find_if(items.begin(), items.end(), [&name](const Item &one) { return one.name == name; });
        return found == items.end() ? nullptr : &*found;
    }

    /// Chooses it, looks at the dialog that comes, and closes that.
    QStringList problemsOfDialog(const Reference &application, const QList<Item> &window, const QString &action)
    {
        const Item *const item = find(window, action);
        if (item == nullptr)
            return { action + QLatin1String(" is not there") };
        const qsizetype before = children(application).size();
        press(*item);
        QList<Item> items;
        const bool came = QTest::qWaitFor(
            [&] {
                items.clear();
                const QList<Reference> windows = children(application);
                for (qsizetype i = before; i < windows.size(); ++i)
                    collect(windows[i], action, items);
                return closingButton(items) != nullptr;
            },
            20'000);
        if (!came)
            return { action + QLatin1String(" shows no dialog that can be closed") };
        int controls = 0;
        const QStringList problems = problemsOf(items, &controls);
        press(*closingButton(items));
        if (!QTest::qWaitFor([&] { return children(application).size() == before; }, 20'000))
            return problems + QStringList{ action + QLatin1String(" stays open") };
        return controls > 0 ? problems : QStringList{ action + QLatin1String(" has no controls") };
    }

    std::unique_ptr<test::PrivateDirectory> m_directory;
    QProcessEnvironment m_environment;
    QList<QProcess *> m_processes; ///< the last one first
    std::unique_ptr<QDBusConnection> m_bus;

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *program : { "Xvfb", "dbus-daemon" }) {
            if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
                QSKIP(qPrintable(QStringLiteral("%1 is not installed").arg(QLatin1String(program))));
        }
        if (!QFile::exists(QStringLiteral("/usr/share/dbus-1/services/org.a11y.Bus.service")))
            QSKIP("at-spi2-core is not installed");
        qDBusRegisterMetaType<Reference>();
        qDBusRegisterMetaType<QList<Reference>>();
        qDBusRegisterMetaType<QList<quint32>>();
        m_directory = std::make_unique<test::PrivateDirectory>();
        const QString directory = QFile::decodeName(m_directory->path());
        m_environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : { "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "HOME" })
            m_environment.insert(QLatin1String(name), directory);
        m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        m_environment.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));
        const QByteArray display = start(
            QStringLiteral("Xvfb"),
            { QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-nolisten"), QStringLiteral("tcp"),
              QStringLiteral("-noreset") }); // else nobody can connect for a moment after each last client
        QVERIFY(!display.isEmpty());
        m_environment.insert(QStringLiteral("DISPLAY"), u':' + QString::fromLatin1(display));
        const QByteArray session = start(
            QStringLiteral("dbus-daemon"),
            { QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
              QStringLiteral("--print-address") });
        QVERIFY(!session.isEmpty());
        m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QString::fromLatin1(session));
        QDBusConnection sessionBus =
            QDBusConnection::connectToBus(QString::fromLatin1(session), QStringLiteral("session"));
        QDBusInterface launcher(
            QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus"), QStringLiteral("org.a11y.Bus"),
            sessionBus);
        const QDBusReply<QString> address = launcher.call(QStringLiteral("GetAddress"));
        QVERIFY2(address.isValid(), qPrintable(address.error().message()));
        m_bus = std::make_unique<QDBusConnection>(
            QDBusConnection::connectToBus(address.value(), QStringLiteral("accessibility")));
        QVERIFY(m_bus->isConnected());
    }

    void cleanupTestCase()
    {
        m_bus.reset();
        QDBusConnection::disconnectFromBus(QStringLiteral("accessibility"));
        QDBusConnection::disconnectFromBus(QStringLiteral("session"));
        for (QProcess *process : std::as_const(m_processes)) {
            process->terminate();
            process->waitForFinished(10'000);
        }
    }

    void everyControlHasAName()
    {
        const UniqueFd server = test::listeningSocket(m_directory->filePath("CoreFxPipe_orders"));
        const QProcess *window = startWindow({});
        QList<Item> items;
        const auto isListed = [&items] {
            return std::any_of(
                items.begin(), items.end(), [](const Item &one) { return one.name == QLatin1String("orders"); });
        };
        const auto isRunning = [window] { return window->state() != QProcess::NotRunning; };
        QTRY_VERIFY_WITH_TIMEOUT(
            (items.clear(), collect(root(), {}, items), !isRunning() || (items.size() > 50 && isListed())), 60'000);
        QVERIFY2(isRunning(), qPrintable(endOf(*window)));
        int controls = 0;
        const QStringList problems = problemsOf(items, &controls);
        QVERIFY2(controls > 10, qPrintable(QString::number(controls)));
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    /// Those of the menus, and of a conversation and its pipe.
    void everyDialogToo()
    {
        for (QProcess *process : std::as_const(m_processes)) {
            if (process->program().endsWith(QLatin1String("/pipeglass-gui"))) {
                process->terminate();
                process->waitForFinished(20'000);
                QCOMPARE(process->state(), QProcess::NotRunning);
            }
        }
        const QProcess *process = startWindow({ QStringLiteral("--host"), QStringLiteral("news") });
        QList<Item> items;
        const auto isReady = [&items] {
            return find(items, QStringLiteral("Replay…")) != nullptr
                && find(items, QStringLiteral("Show unread bytes…")) != nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(
            (items.clear(), collect(root(), {}, items), process->state() == QProcess::NotRunning || isReady()), 60'000);
        QVERIFY2(process->state() != QProcess::NotRunning, qPrintable(endOf(*process)));
        const QList<Reference> applications = children(root());
        QCOMPARE(applications.size(), 1);
        QStringList problems;
        for (const char *action : { "Host…", "Start a program…", "Paste an error…", "Preferences…",
                                    "Keyboard shortcuts", "Save conversation as…", "Show unread bytes…" })
            problems += problemsOfDialog(applications.front(), items, QString::fromUtf8(action));
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestBus)

} // namespace tst_bus

#include "tst_bus.moc"

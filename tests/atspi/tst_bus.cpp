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
        QString name;
        QString description;
        QString role;
        QString where;
        quint32 state = 0; ///< the first 32 states
    };

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
            { QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-nolisten"), QStringLiteral("tcp") });
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
        auto *window = new QProcess(this);
        window->setProcessEnvironment(m_environment);
        window->setStandardErrorFile(QProcess::nullDevice());
        window->start(
            QCoreApplication::applicationDirPath() + QStringLiteral("/pipeglass-gui"),
            { QStringLiteral("--dir"), QFile::decodeName(m_directory->path()) });
        m_processes.prepend(window);
        const Reference root{ QStringLiteral("org.a11y.atspi.Registry"),
                              QDBusObjectPath(QStringLiteral("/org/a11y/atspi/accessible/root")) };
        QList<Item> items;
        const auto isListed = [&items] {
            return std::any_of(
                items.begin(), items.end(), [](const Item &one) { return one.name == QLatin1String("orders"); });
        };
        const auto isRunning = [window] { return window->state() != QProcess::NotRunning; };
        QTRY_VERIFY_WITH_TIMEOUT(
            (items.clear(), collect(root, {}, items), !isRunning() || (items.size() > 50 && isListed())), 60'000);
        QVERIFY(isRunning());
        constexpr int focusable = 11; // ATSPI_STATE_FOCUSABLE
        constexpr int showing = 25; // ATSPI_STATE_SHOWING
        QStringList problems;
        int controls = 0;
        for (const Item &item : std::as_const(items)) {
            if (!has(item, focusable) || !has(item, showing))
                continue;
            ++controls;
            if (item.name.isEmpty() && item.description.isEmpty())
                problems += item.where + QLatin1String(" has no name");
            if (item.name.contains(QLatin1String("</")))
                problems += item.where + QLatin1String(" reads out markup");
        }
        QVERIFY2(controls > 10, qPrintable(QString::number(controls)));
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestBus)

} // namespace tst_bus

#include "tst_bus.moc"

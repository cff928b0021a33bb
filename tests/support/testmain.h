// SPDX-License-Identifier: MIT
// Every test class includes this instead of <QTest>. All test classes of a room are one program: QTEST_MAIN and similar
// macros register a class instead of defining main(), and the first argument selects it: `tests_core bytetext`.
#pragma once

#include "core/translations.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QString>
#include <QTest>
#ifdef QT_WIDGETS_LIB
#include <QApplication>
#endif

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace pipeglass::test {

/// Registers a class with main(); `file` is its source, tst_CLASS.cpp.
class Registration {
public:
    using Main = int (*)(int argc, char **argv);

    Registration(const char *file, Main run);
};

struct NoApplication {
    NoApplication(int & /*argc*/, char ** /*argv*/) { }
};

template <typename Application, typename Class>
int runClass(int argc, char **argv)
{
    qputenv("LANGUAGE", "en"); // also for programs that a test starts
    [[maybe_unused]] const Application application(argc, argv);
    if constexpr (!std::is_same_v<Application, NoApplication>)
        installTranslations(QStringLiteral("en"));
    Class object;
    return QTest::qExec(&object, argc, argv);
}

} // namespace pipeglass::test

#define PIPEGLASS_REGISTER_TEST(Application, Class)                                                                    \
    static const pipeglass::test::Registration registrationOf##Class(                                                  \
        __FILE__, pipeglass::test::runClass<Application, Class>);

#undef QTEST_MAIN
#undef QTEST_GUILESS_MAIN
#undef QTEST_APPLESS_MAIN
#define QTEST_GUILESS_MAIN(Class) PIPEGLASS_REGISTER_TEST(QCoreApplication, Class)
#define QTEST_APPLESS_MAIN(Class) PIPEGLASS_REGISTER_TEST(pipeglass::test::NoApplication, Class)
#ifdef QT_WIDGETS_LIB
#define QTEST_MAIN(Class) PIPEGLASS_REGISTER_TEST(QApplication, Class)
#endif

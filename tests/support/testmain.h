// SPDX-License-Identifier: MIT
// What every test class includes instead of <QTest>.
// All test classes of a room are one program; here QTEST_MAIN and its kin register a class with it instead of
// defining main(), and the first argument says which class runs: `tests_core bytetext`.
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

/// Makes one class known to the main() of its room; `file` is where it stands, tst_CLASS.cpp.
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
    [[maybe_unused]] const Application application(argc, argv);
    if constexpr (!std::is_same_v<Application, NoApplication>)
        installTranslations();
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

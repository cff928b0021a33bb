// SPDX-License-Identifier: MIT
#include "support/testmain.h"

#include <QFileInfo>

#include <cstdio>
#include <map>

namespace pipeglass::test {

namespace {

std::map<QByteArray, Registration::Main> &classes()
{
    static std::map<QByteArray, Registration::Main> all; // initialized by the first registration
    return all;
}

} // namespace

Registration::Registration(const char *file, Main run)
{
    const QByteArray name = QFileInfo(QString::fromLocal8Bit(file)).completeBaseName().toLocal8Bit();
    classes().emplace(name.sliced(QByteArrayView("tst_").size()), run);
}

} // namespace pipeglass::test

int main(int argc, char **argv)
{
    const auto &all = pipeglass::test::classes();
    const auto found = argc > 1 ? all.find(argv[1]) : all.end();
    if (found == all.end()) {
        std::fprintf(stderr, "usage: %s CLASS [QTest's arguments]\nclasses:", argv[0]);
        for (const auto &[name, run] : all)
            std::fprintf(stderr, " %s", name.constData());
        std::fputc('\n', stderr);
        return 2;
    }
    argv[1] = argv[0];
    return found->second(argc - 1, argv + 1);
}

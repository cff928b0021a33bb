// SPDX-License-Identifier: MIT
#include <QThread>

#include <memory>

/// Two threads of Qt write one variable without a lock. Wrong on purpose.
int main()
{
    int counter = 0;
    const auto count = [&counter] {
        for (int i = 0; i < 1000; ++i)
            ++counter;
    };
    const std::unique_ptr<QThread> other(QThread::create(count));
    other->start();
    count();
    other->wait();
    return counter == 0 ? 1 : 0;
}

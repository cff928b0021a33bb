// SPDX-License-Identifier: MIT
#include <QThread>

namespace {

void count(int &counter)
{
    for (int i = 0; i < 1000; ++i)
        ++counter;
}

/// Not QThread::create(), which calls its function inside std::call_once; the sanitizer ignores what is called there.
class Counting : public QThread {
public:
    explicit Counting(int &counter)
        : m_counter(counter)
    {
    }

protected:
    void run() override { count(m_counter); }

private:
    int &m_counter;
};

} // namespace

/// Two Qt threads write a variable without a lock. Wrong on purpose.
int main()
{
    int counter = 0;
    Counting other(counter);
    other.start();
    count(counter);
    other.wait();
    return counter == 0 ? 1 : 0;
}

// SPDX-License-Identifier: MIT
#include "support/privatedirectory.h"

#include <QtGlobal>

#include <cstdlib>
#include <filesystem>

namespace pipeglass::test {

PrivateDirectory::PrivateDirectory()
    : m_path("/tmp/pgt-XXXXXX")
    , m_tmpdirBefore(qgetenv("TMPDIR"))
    , m_tmpdirWasSet(qEnvironmentVariableIsSet("TMPDIR"))
{
    if (::mkdtemp(m_path.data()) == nullptr)
        qFatal("cannot make a directory in /tmp");
    qputenv("TMPDIR", m_path);
}

PrivateDirectory::~PrivateDirectory()
{
    if (m_tmpdirWasSet)
        qputenv("TMPDIR", m_tmpdirBefore);
    else
        qunsetenv("TMPDIR");
    // std::filesystem removes links, not their targets.
    std::error_code ignored;
    std::filesystem::remove_all(m_path.constData(), ignored);
}

} // namespace pipeglass::test

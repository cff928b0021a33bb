// SPDX-License-Identifier: MIT
#include "compose/history.h"

namespace pipeglass::ui {

void History::add(const Line &line)
{
    if (m_lines.empty() || !(m_lines.back() == line))
        m_lines.push_back(line);
    if (m_lines.size() > limit)
        m_lines.erase(m_lines.begin());
    m_position = m_lines.size();
}

std::optional<History::Line> History::older(const Line &draft)
{
    if (m_position == 0)
        return {};
    if (m_position == m_lines.size())
        m_draft = draft;
    return m_lines[--m_position];
}

std::optional<History::Line> History::newer()
{
    if (m_position >= m_lines.size())
        return {};
    ++m_position;
    return m_position == m_lines.size() ? m_draft : m_lines[m_position];
}

} // namespace pipeglass::ui

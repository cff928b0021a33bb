// SPDX-License-Identifier: MIT
// A file of rules, and a message for what is valid: no crash, and what is written again is read as the same.
#include "rules/rulefile.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace pipeglass;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    auto set = rules::parseRules(text, "rules.toml");
    if (!set)
        return 0;
    (void)set->apply(QByteArray(R"({"method":"ping","list":[1,{"id":2}]})"), 0);
    const auto again = rules::parseRules(rules::rulesText(set->rules()), "again.toml");
    if (!again || again->rules() != set->rules())
        std::abort();
    return 0;
}

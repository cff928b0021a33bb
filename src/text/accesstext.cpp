// SPDX-License-Identifier: MIT
#include "text/accesstext.h"

#include "text/words.h"

namespace pipeglass::text {

QString peopleText(const std::vector<access::Principal> &people)
{
    return people.empty() ? Words::tr("nobody") : access::wordsOf(people).join(QLatin1String(", "));
}

} // namespace pipeglass::text

// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace pipeglass::programs {

/// The context for Qt Linguist of the texts that this room makes: ProgramsText::tr("...").
class ProgramsText {
    Q_DECLARE_TR_FUNCTIONS(ProgramsText)
};

} // namespace pipeglass::programs

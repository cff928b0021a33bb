// SPDX-License-Identifier: MIT
#include "core/filemode.h"

namespace pipeglass {

QString FileMode::octal() const { return QString::number(m_bits, 8).rightJustified(4, QLatin1Char('0')); }

QString FileMode::symbolic() const
{
    constexpr char letters[] = "rwxrwxrwx";
    QString text(9, QLatin1Char('-'));
    for (int i = 0; i < 9; ++i) {
        if ((m_bits & (0400U >> static_cast<unsigned>(i))) != 0)
            text[i] = QLatin1Char(letters[i]);
    }
    const auto special = [&](quint32 bit, int at, char both, char alone) {
        if ((m_bits & bit) != 0)
            text[at] = QLatin1Char(text[at] == QLatin1Char('x') ? both : alone);
    };
    special(04000U, 2, 's', 'S');
    special(02000U, 5, 's', 'S');
    special(01000U, 8, 't', 'T');
    return text;
}

std::optional<FileMode> FileMode::fromOctal(QStringView text)
{
    if (text.startsWith(QLatin1String("0o")))
        text = text.sliced(2);
    if (text.isEmpty() || text.size() > 5)
        return std::nullopt;
    quint32 bits = 0;
    for (const QChar c : text) {
        if (c < QLatin1Char('0') || c > QLatin1Char('7'))
            return std::nullopt;
        bits = bits * 8 + static_cast<quint32>(c.unicode() - u'0');
    }
    if (bits > 07777U)
        return std::nullopt;
    return FileMode(bits);
}

} // namespace pipeglass

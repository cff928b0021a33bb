// SPDX-License-Identifier: MIT
#include "core/files/filemode.h"

namespace pipeglass {

QString FileMode::octal() const
{
    QString text(4, Qt::Uninitialized);
    for (int digit = 0; digit < 4; ++digit)
        text[digit] = QLatin1Char(static_cast<char>('0' + ((m_bits >> static_cast<unsigned>(9 - 3 * digit)) & 7U)));
    return text;
}

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

// SPDX-License-Identifier: MIT
#include "catalog/pipeentries.h"

namespace pipeglass::catalog {

PipeEntries::PipeEntries(const std::vector<PipeEntryPtr> &entries)
    : m_size(entries.size())
{
    m_pieces.reserve((entries.size() + pieceSize - 1) / pieceSize);
    for (size_t from = 0; from < entries.size(); from += pieceSize) {
        const auto first = entries.begin() + static_cast<ptrdiff_t>(from);
        const auto count = static_cast<ptrdiff_t>(qMin(pieceSize, entries.size() - from));
        m_pieces.push_back(std::make_shared<Piece>(first, first + count));
    }
}

PipeEntries::Piece &PipeEntries::ownPiece(size_t index)
{
    std::shared_ptr<Piece> &piece = m_pieces[index];
    if (piece.use_count() > 1)
        piece = std::make_shared<Piece>(*piece);
    return *piece;
}

void PipeEntries::push_back(PipeEntryPtr entry)
{
    if (m_size % pieceSize == 0)
        m_pieces.push_back(std::make_shared<Piece>());
    ownPiece(m_pieces.size() - 1).push_back(std::move(entry));
    ++m_size;
}

void PipeEntries::replace(size_t at, PipeEntryPtr entry)
{
    ownPiece(at / pieceSize)[at % pieceSize] = std::move(entry);
}

} // namespace pipeglass::catalog

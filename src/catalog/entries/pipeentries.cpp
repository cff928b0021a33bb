// SPDX-License-Identifier: MIT
#include "catalog/entries/pipeentries.h"

namespace pipeglass::catalog {

void PipeEntries::const_iterator::findPiece()
{
    if (m_at >= m_entries->size()) {
        m_first = m_end = m_at;
        return;
    }
    const size_t piece = m_entries->pieceOf(m_at);
    m_first = m_entries->firstOf(piece);
    m_end = m_entries->m_ends[piece];
    m_row = m_entries->m_pieces[piece]->data();
}

PipeEntries::PipeEntries(const std::vector<PipeEntryPtr> &entries)
{
    m_pieces.reserve((entries.size() + pieceSize - 1) / pieceSize);
    for (size_t from = 0; from < entries.size(); from += pieceSize) {
        const auto first = entries.begin() + static_cast<ptrdiff_t>(from);
        const auto count = static_cast<ptrdiff_t>(qMin(pieceSize, entries.size() - from));
        m_pieces.push_back(std::make_shared<Piece>(first, first + count));
    }
    countFrom(0);
}

PipeEntries::Piece &PipeEntries::ownPiece(size_t index)
{
    std::shared_ptr<Piece> &piece = m_pieces[index];
    if (piece.use_count() > 1)
        piece = std::make_shared<Piece>(*piece);
    return *piece;
}

void PipeEntries::insert(size_t at, PipeEntryPtr entry)
{
    if (m_pieces.empty())
        m_pieces.push_back(std::make_shared<Piece>());
    const size_t index = at == size() ? m_pieces.size() - 1 : pieceOf(at);
    const size_t first = firstOf(index);
    Piece &piece = ownPiece(index);
    piece.insert(piece.begin() + static_cast<ptrdiff_t>(at - first), std::move(entry));
    if (piece.size() > 2 * pieceSize)
        split(index);
    countFrom(index);
}

void PipeEntries::erase(size_t at)
{
    const size_t index = pieceOf(at);
    Piece &piece = ownPiece(index);
    piece.erase(piece.begin() + static_cast<ptrdiff_t>(at - firstOf(index)));
    if (piece.empty())
        m_pieces.erase(m_pieces.begin() + static_cast<ptrdiff_t>(index));
    else if (index + 1 < m_pieces.size())
        joinNext(index);
    countFrom(index);
}

void PipeEntries::replace(size_t at, PipeEntryPtr entry)
{
    const size_t index = pieceOf(at);
    ownPiece(index)[at - firstOf(index)] = std::move(entry);
}

void PipeEntries::split(size_t index)
{
    Piece &piece = *m_pieces[index];
    const auto middle = piece.begin() + static_cast<ptrdiff_t>(piece.size() / 2);
    auto rest = std::make_shared<Piece>(middle, piece.end());
    piece.erase(middle, piece.end());
    m_pieces.insert(m_pieces.begin() + static_cast<ptrdiff_t>(index) + 1, std::move(rest));
}

void PipeEntries::joinNext(size_t index)
{
    const Piece &next = *m_pieces[index + 1];
    if (m_pieces[index]->size() + next.size() > pieceSize)
        return;
    Piece &piece = ownPiece(index);
    piece.insert(piece.end(), next.begin(), next.end());
    m_pieces.erase(m_pieces.begin() + static_cast<ptrdiff_t>(index) + 1);
}

void PipeEntries::countFrom(size_t index)
{
    m_ends.resize(m_pieces.size());
    for (; index < m_pieces.size(); ++index)
        m_ends[index] = firstOf(index) + m_pieces[index]->size();
}

} // namespace pipeglass::catalog

// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"

#include <algorithm>
#include <iterator>

namespace pipeglass::catalog {

/// The rows of a snapshot: a copy-on-write sequence in pieces, so that a snapshot that differs in one row copies one
/// piece only. Same interface as a const vector.
class PipeEntries {
public:
    class const_iterator {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = PipeEntryPtr;
        using difference_type = ptrdiff_t;
        using pointer = const PipeEntryPtr *;
        using reference = const PipeEntryPtr &;

        const_iterator() = default;
        const_iterator(const PipeEntries *entries, size_t at)
            : m_entries(entries)
        {
            moveTo(at);
        }
        reference operator*() const { return m_row[m_at - m_first]; }
        pointer operator->() const { return &**this; }
        reference operator[](difference_type n) const { return (*m_entries)[m_at + static_cast<size_t>(n)]; }
        const_iterator &operator++() { return *this += 1; }
        const_iterator &operator--() { return *this -= 1; }
        const_iterator operator++(int) { return std::exchange(*this, *this + 1); }
        const_iterator operator--(int) { return std::exchange(*this, *this - 1); }
        const_iterator &operator+=(difference_type n)
        {
            moveTo(m_at + static_cast<size_t>(n));
            return *this;
        }
        const_iterator &operator-=(difference_type n) { return *this += -n; }
        friend const_iterator operator+(const_iterator it, difference_type n) { return it += n; }
        friend const_iterator operator+(difference_type n, const_iterator it) { return it += n; }
        friend const_iterator operator-(const_iterator it, difference_type n) { return it -= n; }
        friend difference_type operator-(const const_iterator &a, const const_iterator &b)
        {
            return static_cast<difference_type>(a.m_at) - static_cast<difference_type>(b.m_at);
        }
        friend bool operator==(const const_iterator &a, const const_iterator &b) { return a.m_at == b.m_at; }
        friend auto operator<=>(const const_iterator &a, const const_iterator &b) { return a.m_at <=> b.m_at; }

    private:
        void moveTo(size_t at)
        {
            m_at = at;
            if (at < m_first || at >= m_end)
                findPiece();
        }
        void findPiece();

        const PipeEntries *m_entries = nullptr;
        size_t m_at = 0;
        size_t m_first = 0; ///< index of the first row of the current piece
        size_t m_end = 0;
        const PipeEntryPtr *m_row = nullptr; ///< first row of the current piece
    };
    using value_type = PipeEntryPtr;
    using iterator = const_iterator;

    PipeEntries() = default;
    PipeEntries(const std::vector<PipeEntryPtr> &entries); // implicit, like a vector

    [[nodiscard]] size_t size() const { return m_ends.empty() ? 0 : m_ends.back(); }
    [[nodiscard]] bool empty() const { return m_ends.empty(); }
    [[nodiscard]] const PipeEntryPtr &operator[](size_t at) const
    {
        const size_t piece = pieceOf(at);
        return (*m_pieces[piece])[at - firstOf(piece)];
    }
    [[nodiscard]] const PipeEntryPtr &front() const { return m_pieces.front()->front(); }
    [[nodiscard]] const PipeEntryPtr &back() const { return m_pieces.back()->back(); }
    [[nodiscard]] const_iterator begin() const { return { this, 0 }; }
    [[nodiscard]] const_iterator end() const { return { this, size() }; }
    operator std::vector<PipeEntryPtr>() const { return { begin(), end() }; } // implicit, like a vector

    /// Lower bound: the first row for which `isBefore` (takes a PipeEntry) is false. The rows must be partitioned by
    /// it.
    template <typename Predicate>
    [[nodiscard]] size_t partitionPoint(Predicate isBefore) const
    {
        const auto piece = std::partition_point(
            m_pieces.begin(), m_pieces.end(), [&isBefore](const auto &one) { return isBefore(*one->back()); });
        if (piece == m_pieces.end())
            return size();
        const auto row = std::partition_point(
            (*piece)->begin(), (*piece)->end(), [&isBefore](const PipeEntryPtr &entry) { return isBefore(*entry); });
        return firstOf(static_cast<size_t>(piece - m_pieces.begin())) + static_cast<size_t>(row - (*piece)->begin());
    }

    void push_back(PipeEntryPtr entry) { insert(size(), std::move(entry)); }
    void insert(size_t at, PipeEntryPtr entry);
    void erase(size_t at);
    /// Replaces the row at `at`.
    void replace(size_t at, PipeEntryPtr entry);

private:
    static constexpr size_t pieceSize =
        128; ///< of a new piece; a piece is split at twice that, and joined with its neighbour when small
    using Piece = std::vector<PipeEntryPtr>;

    [[nodiscard]] size_t pieceOf(size_t at) const
    {
        return static_cast<size_t>(std::upper_bound(m_ends.begin(), m_ends.end(), at) - m_ends.begin());
    }
    [[nodiscard]] size_t firstOf(size_t piece) const { return piece == 0 ? 0 : m_ends[piece - 1]; }
    /// The piece for writing: copied first if it is shared.
    Piece &ownPiece(size_t index);
    void split(size_t index);
    void joinNext(size_t index);
    void countFrom(size_t index);

    std::vector<std::shared_ptr<Piece>> m_pieces; ///< none empty
    std::vector<size_t> m_ends; ///< cumulated number of rows at the end of each piece
};

} // namespace pipeglass::catalog

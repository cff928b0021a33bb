// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/pipeentry.h"

#include <iterator>

namespace pipeglass::catalog {

/// The rows of a snapshot: a sequence whose copies share their memory, piece by piece. So the next snapshot, with one
/// row changed, costs a piece and not all. Reads like a vector. A value; a snapshot's own is never changed.
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
            , m_at(at)
        {
        }
        reference operator*() const { return (*m_entries)[m_at]; }
        pointer operator->() const { return &(*m_entries)[m_at]; }
        reference operator[](difference_type n) const { return *(*this + n); }
        const_iterator &operator++() { return *this += 1; }
        const_iterator &operator--() { return *this -= 1; }
        const_iterator operator++(int) { return std::exchange(*this, *this + 1); }
        const_iterator operator--(int) { return std::exchange(*this, *this - 1); }
        const_iterator &operator+=(difference_type n)
        {
            m_at += static_cast<size_t>(n);
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
        const PipeEntries *m_entries = nullptr;
        size_t m_at = 0;
    };
    using value_type = PipeEntryPtr;
    using iterator = const_iterator;

    PipeEntries() = default;
    PipeEntries(const std::vector<PipeEntryPtr> &entries); // NOLINT: reads like a vector

    [[nodiscard]] size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] const PipeEntryPtr &operator[](size_t at) const
    {
        return (*m_pieces[at / pieceSize])[at % pieceSize];
    }
    [[nodiscard]] const PipeEntryPtr &front() const { return (*this)[0]; }
    [[nodiscard]] const PipeEntryPtr &back() const { return (*this)[m_size - 1]; }
    [[nodiscard]] const_iterator begin() const { return { this, 0 }; }
    [[nodiscard]] const_iterator end() const { return { this, m_size }; }
    operator std::vector<PipeEntryPtr>() const { return { begin(), end() }; } // NOLINT: reads like a vector

    void push_back(PipeEntryPtr entry);
    /// The one at a place, for another.
    void replace(size_t at, PipeEntryPtr entry);

private:
    static constexpr size_t pieceSize = 128;
    using Piece = std::vector<PipeEntryPtr>;
    /// One that nobody else has.
    Piece &ownPiece(size_t index);

    std::vector<std::shared_ptr<Piece>> m_pieces; ///< all full but the last
    size_t m_size = 0;
};

} // namespace pipeglass::catalog

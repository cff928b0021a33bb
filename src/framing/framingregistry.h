// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framing.h"

#include <mutex>

namespace pipeglass::framing {

/// Framings that are described by files. Any thread.
class FramingSource {
public:
    FramingSource() = default;
    virtual ~FramingSource() = default;
    FramingSource(const FramingSource &) = delete;
    FramingSource &operator=(const FramingSource &) = delete;

    /// Those that are installed now. Must not have names of `taken`.
    [[nodiscard]] virtual std::vector<FramingPtr> installed(const std::vector<FramingPtr> &taken) const = 0;
    [[nodiscard]] virtual Result<FramingPtr> open(const QByteArray &path) const = 0;
    /// Of a description that is in no file, or changed since. `name` stands for the file in errors.
    [[nodiscard]] virtual Result<FramingPtr> openText(const QByteArray &text, const QByteArray &name) const = 0;
    [[nodiscard]] virtual bool isFile(const QByteArray &path) const = 0;
    /// The description of a framing with this id that the program has itself; empty: none.
    [[nodiscard]] virtual QByteArray descriptionOf(QByteArrayView id) const = 0;
    /// Files that could not be used, of the last call of installed().
    [[nodiscard]] virtual std::vector<Error> problems() const = 0;
};

/// All known framings. Created once in main() and passed by reference; copies see the same framings. Any
/// thread.
class FramingRegistry {
public:
    explicit FramingRegistry(std::shared_ptr<const FramingSource> files = {});

    /// In menu order: int32le first (the default).
    [[nodiscard]] std::vector<FramingPtr> all() const;
    /// Reads what is installed again. Framings in use stay as they are.
    void update() const;
    /// The framing with that id, or null.
    [[nodiscard]] FramingPtr find(QByteArrayView id) const;
    /// A value of --framing: an id, "auto", "@FILE", or two for the directions, "F/G" (client/server). Fails with
    /// InvalidArgument, or if a file cannot be read.
    [[nodiscard]] Result<FramingPtr> parse(QByteArrayView text) const;
    /// Of each side; those of a pair ("F/G") that are in all().
    [[nodiscard]] PerSide<FramingPtr> sidesOf(const FramingPtr &framing) const;
    [[nodiscard]] FramingPtr defaultFraming() const { return m_own.front(); } ///< int32le
    /// "auto": each direction is guessed, by all framings.
    [[nodiscard]] FramingPtr guessing() const;
    /// The description of a framing in the language of format files; empty: none.
    [[nodiscard]] QByteArray sourceOf(const Framing &framing) const;
    [[nodiscard]] const FramingSource *files() const { return m_files.get(); } ///< or null
    [[nodiscard]] FramingPtr raw() const { return m_own.back(); }

private:
    /// Those of files, between the others and raw.
    struct Installed {
        std::mutex mutex;
        std::vector<FramingPtr> framings;
    };

    [[nodiscard]] Result<FramingPtr> parseOne(QByteArrayView text) const;

    std::vector<FramingPtr> m_own; ///< without those of files; raw is the last one
    std::shared_ptr<const FramingSource> m_files;
    std::shared_ptr<Installed> m_installed = std::make_shared<Installed>();
};

} // namespace pipeglass::framing

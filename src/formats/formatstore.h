// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoderregistry.h"
#include "formats/format.h"
#include "framing/framingregistry.h"

#include <mutex>

namespace pipeglass::formats {

/// Where installed formats are: formats/*.pgf of the user's configuration, then those of the program.
[[nodiscard]] std::vector<QByteArray> formatDirectories();

/// The formats of a program: installed ones, and files that were named. Any thread; nothing is ever removed.
class FormatStore : public framing::FramingSource, public decoding::DecoderSource {
public:
    explicit FormatStore(std::vector<QByteArray> directories = formatDirectories());
    ~FormatStore() override;

    [[nodiscard]] std::vector<framing::FramingPtr>
    installed(const std::vector<framing::FramingPtr> &taken) const override;
    [[nodiscard]] Result<framing::FramingPtr> open(const QByteArray &path) const override;
    /// Its messages are decoded by it from now on.
    [[nodiscard]] Result<framing::FramingPtr> openText(const QByteArray &text, const QByteArray &name) const override;
    [[nodiscard]] bool isFile(const QByteArray &path) const override;
    [[nodiscard]] QByteArray descriptionOf(QByteArrayView id) const override;
    [[nodiscard]] std::vector<Error> problems() const override;

    [[nodiscard]] const decoding::Decoder *find(QByteArrayView id) const override;
    [[nodiscard]] Result<const decoding::Decoder *> openDecoder(const QByteArray &path) const override;
    [[nodiscard]] std::vector<QByteArray> ids() const override;

    /// Reads each file once. Not by the rules of `installed`: any name is possible.
    [[nodiscard]] Result<FormatPtr> load(const QByteArray &path) const;

private:
    /// As it is now.
    [[nodiscard]] Result<FormatPtr> reload(const QByteArray &path) const;
    struct Entry {
        QByteArray path;
        FormatPtr format;
        std::unique_ptr<const decoding::Decoder> decoder; ///< null: no messages are described
    };

    const Entry &add(const QByteArray &path, FormatPtr format) const;
    [[nodiscard]] const Entry *loaded(const QByteArray &path) const; ///< the last one, or null
    [[nodiscard]] Result<const Entry *> entryOf(const QByteArray &path) const;

    const std::vector<QByteArray> m_directories;
    mutable std::mutex m_mutex;
    mutable std::vector<std::unique_ptr<const Entry>> m_entries;
    mutable std::vector<Error> m_problems;
};

/// The framing of a format. Fails if it does not describe the frames of both sides.
[[nodiscard]] Result<framing::FramingPtr> framingOf(const FormatPtr &format, const QByteArray &path);

} // namespace pipeglass::formats

// SPDX-License-Identifier: MIT
// Runs a fuzz target without libFuzzer, so that every build with sanitizers can: first each seed, then changed copies
// of them until the time is over. Nothing leads it to new code, so .ci/nightly uses libFuzzer.
//
//     fuzz_NAME [DIRECTORY OF SEEDS]     PIPEGLASS_FUZZ_MS: for how long, 2000 by default
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using Input = std::vector<std::uint8_t>;
using Random = std::mt19937;

constexpr std::size_t largestInput = 4096;

std::size_t below(Random &random, std::size_t limit)
{
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

std::vector<Input> seedsIn(const char *directory)
{
    std::vector<std::filesystem::path> paths;
    for (const auto &file : std::filesystem::directory_iterator(directory))
        paths.push_back(file.path());
    std::sort(paths.begin(), paths.end());
    std::vector<Input> seeds;
    for (const std::filesystem::path &path : paths) {
        std::ifstream file(path, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return seeds;
}

/// One change: of a byte, or of a length; a part left out, repeated, or taken from another input.
void change(Input &input, const std::vector<Input> &seeds, Random &random)
{
    constexpr std::uint8_t telling[] = { 0, 1, 0x7f, 0x80, 0xff, '\n', '{', '"', '\\' };
    const std::size_t at = input.empty() ? 0 : below(random, input.size());
    const std::size_t part = input.empty() ? 0 : std::min<std::size_t>(1 + below(random, 16), input.size() - at);
    const auto place = [&input](std::size_t index) { return input.begin() + static_cast<std::ptrdiff_t>(index); };
    switch (below(random, input.empty() ? 1 : 7)) {
    case 0: {
        const Input &other = seeds[below(random, seeds.size())];
        const std::size_t from = other.empty() ? 0 : below(random, other.size());
        const std::size_t size = std::min(other.size() - from, largestInput - std::min(input.size(), largestInput));
        const auto begin = other.begin() + static_cast<std::ptrdiff_t>(from);
        input.insert(place(at), begin, begin + static_cast<std::ptrdiff_t>(size));
        break;
    }
    case 1:
        input[at] = static_cast<std::uint8_t>(input[at] ^ (1U << below(random, 8)));
        break;
    case 2:
        input[at] = telling[below(random, std::size(telling))];
        break;
    case 3:
        input[at] = static_cast<std::uint8_t>(below(random, 256));
        break;
    case 4:
        input.erase(place(at), place(at + part));
        break;
    case 5: {
        const Input copy(place(at), place(at + part));
        input.insert(place(at), copy.begin(), copy.end());
        break;
    }
    default:
        input.resize(at);
        break;
    }
    if (input.size() > largestInput)
        input.resize(largestInput);
}

void run(const Input &input)
{
    // A copy without slack, so that the sanitizer sees what is read beyond its end.
    const std::vector<std::uint8_t> exact(input.data(), input.data() + input.size());
    LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

} // namespace

int main(int argc, char **argv)
{
    const char *wanted = std::getenv("PIPEGLASS_FUZZ_MS");
    const std::chrono::milliseconds time(wanted != nullptr ? std::atoi(wanted) : 2000);
    std::vector<Input> seeds = argc > 1 ? seedsIn(argv[1]) : std::vector<Input>();
    for (const Input &seed : seeds)
        run(seed);
    seeds.resize(seeds.size() + 1); // the empty one
    for (int byte = 0; byte < 256; ++byte)
        seeds.push_back(Input(8, static_cast<std::uint8_t>(byte)));
    Random random(1);
    const auto end = std::chrono::steady_clock::now() + time;
    long count = 0;
    for (; std::chrono::steady_clock::now() < end; ++count) {
        Input input = seeds[below(random, seeds.size())];
        for (std::size_t changes = 1 + below(random, 8); changes > 0; --changes)
            change(input, seeds, random);
        run(input);
    }
    std::printf("%zu seeds, %ld changed inputs\n", seeds.size() - 257, count);
    return 0;
}

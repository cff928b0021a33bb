# SPDX-License-Identifier: MIT
# Compiler flags: all targets link pipeglass_flags.
add_library(pipeglass_flags INTERFACE)
target_compile_features(pipeglass_flags INTERFACE cxx_std_20)
target_compile_definitions(pipeglass_flags INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_CONTEXTLESS_CONNECT
    QT_NO_FOREACH
    QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_URL_CAST_FROM_STRING
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    PIPEGLASS_VERSION="${PROJECT_VERSION}"
)
target_compile_options(pipeglass_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wcast-qual -Wconversion -Wsign-conversion -Wformat=2 -Wnon-virtual-dtor
    -Wold-style-cast -Woverloaded-virtual -Wshadow -Wundef -Wvla
    -fno-operator-names
)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # With optimization GCC 12 warns about the value of an empty std::optional that is moved.
    target_compile_options(pipeglass_flags INTERFACE -Wno-maybe-uninitialized)
endif()
if(PIPEGLASS_WERROR)
    target_compile_options(pipeglass_flags INTERFACE -Werror)
endif()
if(PIPEGLASS_SANITIZE)
    target_compile_options(pipeglass_flags INTERFACE
        -fsanitize=${PIPEGLASS_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
        -g1) # enough for line numbers in reports
    target_link_options(pipeglass_flags INTERFACE -fsanitize=${PIPEGLASS_SANITIZE})
    if(PIPEGLASS_SANITIZE MATCHES undefined AND NOT PIPEGLASS_FUZZ)
        # These three add a check to nearly every access, and a third to the time of compiling. The fuzzers have them.
        target_compile_options(pipeglass_flags INTERFACE -fno-sanitize=null,vptr,alignment)
    endif()
endif()
if(PIPEGLASS_FUZZ)
    target_compile_options(pipeglass_flags INTERFACE -fsanitize=fuzzer-no-link) # coverage for the fuzzer
endif()

# Optional tools for faster builds; explicit settings take precedence.
find_program(PIPEGLASS_MOLD mold)
if(PIPEGLASS_MOLD AND NOT CMAKE_EXE_LINKER_FLAGS MATCHES "-fuse-ld")
    add_link_options(-fuse-ld=mold)
endif()
find_program(PIPEGLASS_CCACHE ccache)
if(PIPEGLASS_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${PIPEGLASS_CCACHE})
endif()
# Precompiled headers halve the time of most files; with ccache they would be compiled again in each new directory.
if(CMAKE_CXX_COMPILER_LAUNCHER AND NOT DEFINED CMAKE_DISABLE_PRECOMPILE_HEADERS)
    set(CMAKE_DISABLE_PRECOMPILE_HEADERS ON)
endif()

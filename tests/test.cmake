# SPDX-License-Identifier: MIT
# Options of the thread sanitizer. Debian's Qt is not instrumented.
set(PIPEGLASS_TSAN_OPTIONS
    "ignore_noninstrumented_modules=1 halt_on_error=1 second_deadlock_stack=1 suppressions=${PROJECT_SOURCE_DIR}/tests/support/tsan.supp")

# Of all tests.
set(PIPEGLASS_TEST_ENVIRONMENT
    "LC_ALL=C.UTF-8;QT_LOGGING_RULES=*.debug=false;TSAN_OPTIONS=${PIPEGLASS_TSAN_OPTIONS};ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1;UBSAN_OPTIONS=print_stacktrace=1;LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/lsan.supp")

# pipeglass_test(ROOM CLASS [SEES room...] [LINKS target...] [SOURCES file...] [LABELS label...])
#
# Registers tst_CLASS.cpp in this directory as ctest entry ROOM.CLASS. The classes of a room are linked into one program,
# tests_ROOM (support/testmain.h), but each runs in its own process, with its own state directories and the offscreen
# platform. Tests create a private TMPDIR with support/privatedirectory.h.
function(pipeglass_test room class)
    cmake_parse_arguments(test "" "" "SEES;LINKS;SOURCES;LABELS" ${ARGN})
    set(target tests_${room})
    if(NOT TARGET ${target})
        add_executable(${target} ${PROJECT_SOURCE_DIR}/tests/support/testmain.cpp)
        target_link_libraries(${target} PRIVATE pipeglass_flags pipeglass_testsupport Qt6::Test)
        # Not one of its own with QTest's headers: its directory is among its definitions.
        target_precompile_headers(${target} REUSE_FROM pipeglass_core)
    endif()
    target_sources(${target} PRIVATE tst_${class}.cpp ${test_SOURCES})
    target_link_libraries(${target} PRIVATE ${test_LINKS})
    foreach(seen IN LISTS test_SEES ITEMS ${room})
        if(TARGET pipeglass_${seen})
            target_link_libraries(${target} PRIVATE pipeglass_${seen})
        endif()
    endforeach()
    add_test(NAME ${room}.${class} COMMAND ${target} ${class})
    set(home ${CMAKE_CURRENT_BINARY_DIR}/home/${class})
    file(MAKE_DIRECTORY ${home})
    set_tests_properties(${room}.${class} PROPERTIES
        TIMEOUT 120
        SKIP_RETURN_CODE 77
        LABELS "${room};${test_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;HOME=${home};XDG_STATE_HOME=${home}/state;XDG_CONFIG_HOME=${home}/config;XDG_RUNTIME_DIR=${home};${PIPEGLASS_TEST_ENVIRONMENT}"
    )
endfunction()

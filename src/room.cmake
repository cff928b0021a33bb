# SPDX-License-Identifier: MIT
# pipeglass_room(NAME SOURCES file... [SEES room...] [LINKS target...])
#
# A room is a static library that can include only its own headers and those of the rooms it sees. The include path
# of a room is a directory holding nothing but a link NAME -> src/NAME, so that `#include "capture/recording.h"` in a
# room that does not see capture is an error of the compiler, not of a reviewer.
function(pipeglass_room name)
    cmake_parse_arguments(room "" "" "SOURCES;SEES;LINKS" ${ARGN})
    set(door ${PROJECT_BINARY_DIR}/rooms/${name})
    file(MAKE_DIRECTORY ${door})
    file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${door}/${name} SYMBOLIC)
    add_library(pipeglass_${name} STATIC ${room_SOURCES})
    target_include_directories(pipeglass_${name} PUBLIC ${door})
    target_link_libraries(pipeglass_${name} PUBLIC ${room_LINKS} PRIVATE pipeglass_flags)
    foreach(seen IN LISTS room_SEES)
        target_link_libraries(pipeglass_${name} PUBLIC pipeglass_${seen})
    endforeach()
endfunction()

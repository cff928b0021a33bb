# SPDX-License-Identifier: MIT
# pipeglass_room(NAME SOURCES file... [SEES room...] [LINKS target...])
#
# A room is a static library that can include only its own headers and those of the rooms in SEES. Its include path is a
# directory that contains only a link NAME -> src/NAME, so any other include does not compile. System headers are
# precompiled once, by the room core.
function(pipeglass_room name)
    cmake_parse_arguments(room "" "" "SOURCES;SEES;LINKS" ${ARGN})
    set(include_dir ${PROJECT_BINARY_DIR}/rooms/${name})
    file(MAKE_DIRECTORY ${include_dir})
    file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${include_dir}/${name} SYMBOLIC)
    add_library(pipeglass_${name} STATIC ${room_SOURCES})
    target_include_directories(pipeglass_${name} PUBLIC ${include_dir})
    target_link_libraries(pipeglass_${name} PUBLIC ${room_LINKS} PRIVATE pipeglass_flags)
    foreach(seen IN LISTS room_SEES)
        target_link_libraries(pipeglass_${name} PUBLIC pipeglass_${seen})
    endforeach()
    if(name STREQUAL core)
        target_precompile_headers(pipeglass_core PRIVATE ${PROJECT_SOURCE_DIR}/src/precompiled.h)
    elseif("core" IN_LIST room_SEES)
        target_precompile_headers(pipeglass_${name} REUSE_FROM pipeglass_core)
    endif()
endfunction()

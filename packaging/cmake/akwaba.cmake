# The build rules of Akwaba, said once: one interface target with the options,
# one function for a library, one for a program, one for a test.

add_library(akwaba_options INTERFACE)
target_compile_features(akwaba_options INTERFACE cxx_std_20)
target_include_directories(akwaba_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(akwaba_options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER
    QT_NO_CONTEXTLESS_CONNECT QT_MESSAGELOGCONTEXT)
if(NOT MSVC)
    target_compile_options(akwaba_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor
        -Woverloaded-virtual -Wimplicit-fallthrough
        -Wno-missing-field-initializers) # designated initialisers leave the rest at its default on purpose
endif()
if(AKWABA_WARNINGS_AS_ERRORS)
    target_compile_options(akwaba_options INTERFACE $<IF:$<CXX_COMPILER_ID:MSVC>,/WX,-Werror>)
endif()
if(AKWABA_SANITIZE)
    target_compile_options(akwaba_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(akwaba_options INTERFACE -fsanitize=address,undefined)
endif()

if(AKWABA_FUZZ)
    target_compile_options(akwaba_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined
        -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(akwaba_options INTERFACE -fsanitize=address,undefined)
endif()

# "base" means our library akwaba_base; anything else (Qt6::Sql, a path) is passed on.
function(_akwaba_resolve out)
    set(targets)
    foreach(name IN LISTS ARGN)
        if(name MATCHES "::|^akwaba_|/|^-")
            list(APPEND targets ${name})
        else()
            list(APPEND targets akwaba_${name})
        endif()
    endforeach()
    set(${out} ${targets} PARENT_SCOPE)
endfunction()

# akwaba_library(name SOURCES file... USES library...)
function(akwaba_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;USES" ${ARGN})
    add_library(akwaba_${name} STATIC ${arg_SOURCES})
    set_target_properties(akwaba_${name} PROPERTIES UNITY_BUILD ${AKWABA_UNITY} UNITY_BUILD_BATCH_SIZE 12)
    _akwaba_resolve(uses ${arg_USES})
    target_link_libraries(akwaba_${name} PUBLIC akwaba_options ${uses})
endfunction()

# akwaba_program(name SOURCES file... USES library...): lands in <build>/bin
function(akwaba_program name)
    cmake_parse_arguments(arg "" "" "SOURCES;USES" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    _akwaba_resolve(uses ${arg_USES})
    target_link_libraries(${name} PRIVATE akwaba_options ${uses})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin"
        UNITY_BUILD ${AKWABA_UNITY} UNITY_BUILD_BATCH_SIZE 12)
endfunction()

# akwaba_translations(target): the words of every language, as :/akwaba/translations/akwaba_<language>.qm. Not by
# qt_add_translations(), whose update target would know the texts of this one target and drop all others.
function(akwaba_translations target)
    qt_add_lrelease(${target} QM_FILES_OUTPUT_VARIABLE files
        TS_FILES "${PROJECT_SOURCE_DIR}/translations/akwaba_fr.ts" "${PROJECT_SOURCE_DIR}/translations/akwaba_en.ts")
    qt_add_resources(${target} ${target}_translations
        PREFIX /akwaba/translations BASE "${CMAKE_CURRENT_BINARY_DIR}" FILES ${files})
endfunction()

# akwaba_test(core/base/tst_id USES base): tests/core/base/tst_id.cpp, run offscreen, never as root's session.
# SOURCES adds helpers that this test shares with others; LABELS and TIMEOUT go to ctest. ON_BOTH runs it once more,
# as tst_id@postgresql, with the companies of testPlace() (tests/server/peers) in PostgreSQL.
function(akwaba_test path)
    cmake_parse_arguments(arg "ON_BOTH" "TIMEOUT" "SOURCES;USES;LABELS" ${ARGN})
    get_filename_component(name "${path}" NAME)
    add_executable(${name} "${PROJECT_SOURCE_DIR}/tests/${path}.cpp" ${arg_SOURCES})
    _akwaba_resolve(uses ${arg_USES})
    target_link_libraries(${name} PRIVATE akwaba_options ${uses} Qt6::Test)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    add_test(NAME ${path} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    set(environment "QT_QPA_PLATFORM=offscreen" "LC_ALL=C.UTF-8" "TZ=UTC" "AKWABA_SOURCE_DIR=${PROJECT_SOURCE_DIR}"
        "AKWABA_BIN_DIR=${CMAKE_BINARY_DIR}/bin" "ASAN_OPTIONS=detect_leaks=0")
    set_tests_properties(${path} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}" ENVIRONMENT "${environment}")
    if(arg_ON_BOTH)
        add_test(NAME ${path}@postgresql COMMAND ${name})
        set_tests_properties(${path}@postgresql PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
            ENVIRONMENT "${environment};AKWABA_TEST_DATABASE=postgresql")
    endif()
endfunction()

# akwaba_bench(bench/inbox USES cache): tests/bench/inbox.cpp. "./dev bench" runs it in release mode; it prints one
# JSON object a line: name, value, unit, n, p50, p95.
add_custom_target(benchmarks)
function(akwaba_bench path)
    cmake_parse_arguments(arg "" "" "SOURCES;USES" ${ARGN})
    get_filename_component(name "${path}" NAME)
    add_executable(bench_${name} "${PROJECT_SOURCE_DIR}/tests/${path}.cpp" ${arg_SOURCES})
    _akwaba_resolve(uses ${arg_USES})
    target_link_libraries(bench_${name} PRIVATE akwaba_options ${uses})
    set_target_properties(bench_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bench")
    add_dependencies(benchmarks bench_${name})
endfunction()

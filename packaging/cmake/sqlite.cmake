# SQLite3 Multiple Ciphers as the shared library akwaba_sqlite, to which Qt's QSQLITE plugin binds.
#
# The plugin is opened at run time and asks for libsqlite3.so.0. Its sqlite3_* symbols are looked up in the program's
# own libraries first, so akwaba_sqlite must be one of them (DT_NEEDED) even where the program calls none of it:
# hence a shared library and --no-as-needed. A static one would run Debian's SQLite beside ours, silently.
# Windows and macOS bind symbols to libraries by name: there Qt's plugin is built against this library.

akwaba_npm_files(sqlite _sqlite deps/sqlite3/sqlite3.c deps/sqlite3/sqlite3.h LICENSE)
file(STRINGS "${_sqlite}/deps/sqlite3/sqlite3.h" _version REGEX "^#define SQLITE_VERSION +\"")
string(REGEX REPLACE ".*\"([0-9.]+)\".*" "\\1" AKWABA_SQLITE_VERSION "${_version}")
if(AKWABA_SQLITE_VERSION VERSION_LESS 3.53)
    message(FATAL_ERROR "SQLite 3.53 or later is needed, the pinned package has '${AKWABA_SQLITE_VERSION}'")
endif()

# The layer of the cipher forgets that a read has failed, and takes what lay in memory for the page: a disk that fails
# for a moment then looks like a damaged file, or damages it (tests/world/tst_disk: aReadThatFails_isNoDamage).
set(_forgets "if (rc == SQLITE_IOERR_SHORT_READ)")
set(_mended "${CMAKE_BINARY_DIR}/npm/akwaba_sqlite.c")
file(READ "${_sqlite}/deps/sqlite3/sqlite3.c" _source)
string(FIND "${_source}" "${_forgets}" _place)
if(_place EQUAL -1)
    message(FATAL_ERROR "the pinned SQLite reads in another way: see whether it still forgets errors")
endif()
string(REPLACE "${_forgets}" "if (rc != SQLITE_OK)" _source "${_source}")
file(WRITE "${_mended}.new" "${_source}")
file(COPY_FILE "${_mended}.new" "${_mended}" ONLY_IF_DIFFERENT)

add_library(akwaba_sqlite SHARED "${_mended}")
target_include_directories(akwaba_sqlite SYSTEM INTERFACE "${_sqlite}/deps/sqlite3")
target_compile_definitions(akwaba_sqlite
    PRIVATE
        SQLITE_THREADSAFE=1
        SQLITE_USE_URI=1                     # VACUUM INTO 'file:...?cipher=...&key=...' gives a file a new key
        SQLITE_DQS=0                         # "x" is a name, never silently a string
        SQLITE_OMIT_LOAD_EXTENSION
        SQLITE_LIKE_DOESNT_MATCH_BLOBS
        SQLITE_DEFAULT_MEMSTATUS=0
        SQLITE_DEFAULT_WAL_SYNCHRONOUS=1
        SQLITE_ENABLE_COLUMN_METADATA        # Qt's plugin asks for the table of a column
        SQLITE_ENABLE_DBPAGE_VTAB             # decrypted pages, the free ones too, to be searched after an erasure
        SQLITE_ENABLE_DBSTAT_VTAB
        SQLITE_ENABLE_FTS5
        SQLITE_ENABLE_MATH_FUNCTIONS
        SQLITE_ENABLE_STAT4
        CODEC_TYPE=CODEC_TYPE_CHACHA20
        HAVE_CIPHER_AES_128_CBC=0 HAVE_CIPHER_AES_256_CBC=0 HAVE_CIPHER_SQLCIPHER=0
        HAVE_CIPHER_RC4=0 HAVE_CIPHER_ASCON128=0 HAVE_CIPHER_AEGIS=0
    INTERFACE
        AKWABA_SQLITE_VERSION="${AKWABA_SQLITE_VERSION}")
# Optimised in every preset, so that a debug build waits for its own code only; not our code, so not our warnings.
target_compile_options(akwaba_sqlite PRIVATE $<IF:$<C_COMPILER_ID:MSVC>,/w,-w$<SEMICOLON>-O2>)
set_target_properties(akwaba_sqlite PROPERTIES AUTOMOC OFF C_EXTENSIONS ON
    LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")
target_link_libraries(akwaba_sqlite PRIVATE ${CMAKE_DL_LIBS} m)
find_package(Threads REQUIRED)
target_link_libraries(akwaba_sqlite PRIVATE Threads::Threads)
if(UNIX AND NOT APPLE)
    target_link_options(akwaba_sqlite INTERFACE "LINKER:--no-as-needed")
endif()

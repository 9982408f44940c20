# placeholder replaced by the build work
find_package(SQLite3 QUIET)
add_library(akwaba_sqlite INTERFACE)

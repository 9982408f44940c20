# The server as a service of the machine: cmake --install build/release --component server --prefix /usr
include(GNUInstallDirs)
# Our SQLite lies in a folder of its own: no other program may find it instead of the system's.
set(_private "${CMAKE_INSTALL_LIBDIR}/akwaba")
file(RELATIVE_PATH _from_bin "/${CMAKE_INSTALL_BINDIR}" "/${_private}")
set_target_properties(akwaba-server akwabactl PROPERTIES INSTALL_RPATH "$ORIGIN/${_from_bin}")
install(TARGETS akwaba-server akwabactl RUNTIME COMPONENT server)
install(TARGETS akwaba_sqlite LIBRARY DESTINATION "${_private}" COMPONENT server)
install(FILES packaging/systemd/akwaba-server.service DESTINATION lib/systemd/system COMPONENT server)
install(FILES packaging/systemd/akwaba-server.sysusers DESTINATION lib/sysusers.d
    RENAME akwaba-server.conf COMPONENT server)
install(FILES packaging/akwaba-server.toml app/server/README.md
    DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/doc/akwaba-server" COMPONENT server)

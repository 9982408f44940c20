# akwaba_icons: the Tabler outline icons named in resources/icons.txt as :/akwaba/icons/NAME.svg,
# and our own :/akwaba/akwaba.svg.

file(STRINGS "${PROJECT_SOURCE_DIR}/resources/icons.txt" _lines REGEX "^[a-z]")
list(TRANSFORM _lines REPLACE "^([a-z0-9-]+).*" "icons/outline/\\1.svg" OUTPUT_VARIABLE _icons)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/resources/icons.txt")
akwaba_npm_files(icons _folder LICENSE ${_icons})

list(TRANSFORM _icons PREPEND "${_folder}/")
add_library(akwaba_icons STATIC)
target_link_libraries(akwaba_icons PUBLIC Qt6::Core)
qt_add_resources(akwaba_icons akwaba_tabler PREFIX /akwaba/icons BASE "${_folder}/icons/outline" FILES ${_icons})
qt_add_resources(akwaba_icons akwaba_licence PREFIX /akwaba/icons BASE "${_folder}" FILES "${_folder}/LICENSE")
qt_add_resources(akwaba_icons akwaba_logo PREFIX /akwaba BASE "${PROJECT_SOURCE_DIR}/resources"
    FILES "${PROJECT_SOURCE_DIR}/resources/akwaba.svg")

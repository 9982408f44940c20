# What the build takes from npm: name, version and SHA-512 of the tarball. Nothing of it is committed.
# A new version: change both lines, see `sha512sum` of what `npm pack NAME@VERSION` fetches.
set(AKWABA_PIN_sqlite_NAME better-sqlite3-multiple-ciphers)
set(AKWABA_PIN_sqlite_VERSION 13.0.3)
set(AKWABA_PIN_sqlite_SHA512 51869b33cdabd49f384cb59cfd2b33a07b3a5e8a56a65ff61c283736e8b52546855e0fd52ecc3390fa306224612bfe027ed23c760b62930c9941e70c95dac6c5)

set(AKWABA_PIN_icons_NAME @tabler/icons)
set(AKWABA_PIN_icons_VERSION 3.51.0)
set(AKWABA_PIN_icons_SHA512 d298a7bcf673ed8797f8e49fc6e1006e710f59ba1c5575b9894f21e65878d69606f2c66e41fa561020bdf34971393d1c94621c3469fcc6c06bfb329a446740fe)

# A JMAP client that nobody here wrote, for tests/server/jmap/jam; what it depends on are types, which nothing runs.
set(AKWABA_PIN_jmapjam_NAME jmap-jam)
set(AKWABA_PIN_jmapjam_VERSION 0.13.1)
set(AKWABA_PIN_jmapjam_SHA512 b011eca41d717ba26b136dabf76911e8b61d2ffffe3e81e1545cd8bbebb4a6c7171412d18ad55586291e008352345d932fe5a4ee3a89434ba6c7eb948aab9d75)

#pragma once
#include <sqlite3.h>

/// `SQLITE_TRANSIENT` is a cast macro, which Swift does not import.
sqlite3_destructor_type shim_sqlite_transient(void);

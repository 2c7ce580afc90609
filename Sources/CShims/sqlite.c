#include "CShimsSQLite.h"

sqlite3_destructor_type shim_sqlite_transient(void) { return SQLITE_TRANSIENT; }

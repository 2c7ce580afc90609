// What Swift cannot import by itself: macros, variadic functions, info unions, and Linux headers that the Glibc module lacks.
// One header and one .c file per library.
#pragma once
#include "CShimsLinux.h"
#include "CShimsSpawn.h"
#include "CShimsMicroHTTPD.h"
#include "CShimsCurl.h"
#include "CShimsSQLite.h"
#include "CShimsICU.h"
#include "CShimsVectors.h"
#include "CShimsCommonPasswords.h"

#include "CShimsLinux.h"

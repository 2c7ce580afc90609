#include <unicode/unum.h>

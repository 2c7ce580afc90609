#pragma once

/// Words that most common passwords are made of, in lower case: each has a line feed before and after it.
const char *shim_common_passwords(void);

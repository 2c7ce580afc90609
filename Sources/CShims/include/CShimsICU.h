#pragma once
#include <stdint.h>

/// Opens ICU's speller of numbers for a locale (`fr`, `zh_Hant`); NULL when it has none. ICU suffixes its functions with its version, by macros.
void *shim_icu_speller_open(const char *locale);
void shim_icu_speller_close(void *speller);
/// How many ways of spelling there are: cardinal, feminine, ordinal, year …
int32_t shim_icu_speller_count(void *speller);
/// The name of one of them, in UTF-16; returns its length, 0 on failure.
int32_t shim_icu_speller_name(void *speller, int32_t index, uint16_t *out, int32_t capacity);
/// Chooses one of them for what follows; returns whether it could.
int shim_icu_speller_choose(void *speller, int32_t index);
/// Spells a number, in UTF-16; returns its length, 0 on failure or when it does not fit.
int32_t shim_icu_speller_spell(void *speller, double number, uint16_t *out, int32_t capacity);

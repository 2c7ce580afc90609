#include "CShimsICU.h"
#include <unicode/unum.h>
#include <unicode/ustring.h>
#include <string.h>

void *shim_icu_speller_open(const char *locale) {
    UErrorCode status = U_ZERO_ERROR;
    UNumberFormat *format = unum_open(UNUM_SPELLOUT, 0, 0, locale, 0, &status);
    if (U_FAILURE(status)) return 0;
    // A language without rules of its own gets English ones, which would be wrong. The status does not tell: it warns of defaults for every language,
    // because parts of the format (the symbols of the numbering system) are shared.
    UErrorCode known = U_ZERO_ERROR;
    const char *actual = unum_getLocaleByType(format, ULOC_ACTUAL_LOCALE, &known);
    if (U_FAILURE(known) || actual == 0 || strncmp(actual, locale, 2) != 0) { unum_close(format); return 0; }
    return format;
}

void shim_icu_speller_close(void *speller) { unum_close(speller); }

// ICU gives the names in one string, separated by semicolons.
static int32_t name_at(void *speller, int32_t index, UChar *out, int32_t capacity) {
    UChar names[1024];
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = unum_getTextAttribute(speller, UNUM_PUBLIC_RULESETS, names, 1024, &status);
    if (U_FAILURE(status)) return 0;
    int32_t at = 0, written = 0;
    for (int32_t i = 0; i < length; i++) {
        if (names[i] == ';') { if (at == index && written > 0) return written; at++; written = 0; continue; }
        if (at == index) { if (written + 1 >= capacity) return 0; out[written++] = names[i]; }
    }
    return at == index ? written : 0;
}

int32_t shim_icu_speller_count(void *speller) {
    UChar name[128];
    int32_t count = 0;
    while (count < 64 && name_at(speller, count, name, 128) > 0) count++;
    return count;
}

int32_t shim_icu_speller_name(void *speller, int32_t index, uint16_t *out, int32_t capacity) {
    return name_at(speller, index, (UChar *)out, capacity);
}

int shim_icu_speller_choose(void *speller, int32_t index) {
    UChar name[128];
    int32_t length = name_at(speller, index, name, 128);
    if (length == 0) return 0;
    UErrorCode status = U_ZERO_ERROR;
    unum_setTextAttribute(speller, UNUM_DEFAULT_RULESET, name, length, &status);
    return U_SUCCESS(status);
}

int32_t shim_icu_speller_spell(void *speller, double number, uint16_t *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = unum_formatDouble(speller, number, (UChar *)out, capacity, 0, &status);
    return U_SUCCESS(status) && length <= capacity ? length : 0;
}

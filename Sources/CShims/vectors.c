#include "CShimsVectors.h"

// One version for each generation of processors, chosen when the program starts: Swift compiles for the oldest one only, which cannot count bits.
#if defined(__x86_64__) && !__has_feature(thread_sanitizer)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("default", "arch=x86-64-v2", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define FOR_EACH_PROCESSOR
#endif

FOR_EACH_PROCESSOR void shim_dot_products(const int8_t *query, const int8_t *rows, size_t dimension, size_t count, int32_t *out) {
    for (size_t row = 0; row < count; row++, rows += dimension) {
        int32_t sum = 0;
        for (size_t i = 0; i < dimension; i++) sum += (int32_t)query[i] * rows[i];
        out[row] = sum;
    }
}

FOR_EACH_PROCESSOR size_t shim_near_rows(
    const uint64_t *query, const uint64_t *rows, size_t words, size_t count, uint16_t bar, uint16_t *near, uint16_t *distances) {
    size_t found = 0;
    for (size_t row = 0; row < count; row++, rows += words) {
        uint64_t sum = 0;
        for (size_t i = 0; i < words; i++) sum += (uint64_t)__builtin_popcountll(query[i] ^ rows[i]);
        near[found] = (uint16_t)row;
        distances[found] = (uint16_t)sum;
        found += sum <= bar;
    }
    return found;
}

FOR_EACH_PROCESSOR void shim_add_matrix_vector(const float *matrix, const float *vector, size_t rows, size_t columns, float *out) {
    for (size_t row = 0; row < rows; row++, matrix += columns) {
        float sum = 0;
        {
            // In any order of additions, or it could not be done several at a time.
#pragma clang fp reassociate(on) contract(fast)
            for (size_t i = 0; i < columns; i++) sum += matrix[i] * vector[i];
        }
        out[row] += sum;
    }
}

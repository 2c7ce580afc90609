#pragma once
#include <stddef.h>
#include <stdint.h>

/// The dot products of `query` and each of `count` rows, which lie one after the other; all have `dimension` components.
void shim_dot_products(const int8_t *query, const int8_t *rows, size_t dimension, size_t count, int32_t *out);
/// The rows, of `count`, that differ from `query` in no more than `bar` bits, and in how many; all have `words` words. Returns how many there are;
/// both arrays have room for `count`.
size_t shim_near_rows(
    const uint64_t *query, const uint64_t *rows, size_t words, size_t count, uint16_t bar, uint16_t *near, uint16_t *distances);
/// Adds the product of `matrix`, whose rows lie one after the other, and `vector` to `out`.
void shim_add_matrix_vector(const float *matrix, const float *vector, size_t rows, size_t columns, float *out);

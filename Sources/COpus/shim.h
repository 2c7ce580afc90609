#pragma once
#include <opus.h>

// Variadic in C, which cannot be imported.
static inline int shim_opus_set_bitrate(OpusEncoder *encoder, opus_int32 bits) { return opus_encoder_ctl(encoder, OPUS_SET_BITRATE(bits)); }
static inline opus_int32 shim_opus_lookahead(OpusEncoder *encoder) {
    opus_int32 samples = 0;
    opus_encoder_ctl(encoder, OPUS_GET_LOOKAHEAD(&samples));
    return samples;
}

#include <pocketsphinx.h>
#include <sphinxbase/cmn.h>
#include <sphinxbase/err.h>
#include <sphinxbase/feat.h>
#include <sphinxbase/fsg_model.h>
#include <stdlib.h>
#include <string.h>

/// What the library has to say goes nowhere; its callback is variadic, which Swift cannot import.
static inline void jarvis_sphinx_hush(void) {
    err_set_callback(NULL, NULL);
    err_set_logfp(NULL); // of this thread
}

/// A decoder from options as on a command line; NULL when it cannot be made. The options are copied.
static inline ps_decoder_t *jarvis_sphinx_open(int count, char const *const *options) {
    char **copies = (char **)calloc((size_t)count + 1, sizeof(char *));
    if (copies == NULL) return NULL;
    for (int index = 0; index < count; index++) copies[index] = strdup(options[index]);
    cmd_ln_t *config = cmd_ln_parse_r(NULL, ps_args(), count, copies, 1);
    ps_decoder_t *decoder = config == NULL ? NULL : ps_init(config);
    if (config != NULL) cmd_ln_free_r(config);
    for (int index = 0; index < count; index++) free(copies[index]);
    free(copies);
    return decoder;
}

/// What a decoder takes for the mean of all it hears, as many numbers as are given room for; how many there are.
static inline int jarvis_sphinx_mean(ps_decoder_t *decoder, float *values, int room) {
    feat_t *features = ps_get_feat(decoder);
    cmn_t *mean = features == NULL ? NULL : features->cmn_struct;
    if (mean == NULL) return 0;
    for (int index = 0; index < mean->veclen && index < room; index++) values[index] = MFCC2FLOAT(mean->cmn_mean[index]);
    return mean->veclen < room ? mean->veclen : room;
}

/// Makes a decoder take the mean of a whole utterance off its sounds. One that has listened piece by piece even once never does that again by itself.
static inline void jarvis_sphinx_normalise_whole(ps_decoder_t *decoder) {
    feat_t *features = ps_get_feat(decoder);
    if (features != NULL && features->cmn != CMN_NONE) features->cmn = CMN_BATCH;
}

/// Makes a decoder take these for the mean, as one does that has heard nothing yet.
static inline void jarvis_sphinx_set_mean(ps_decoder_t *decoder, float const *values, int count) {
    feat_t *features = ps_get_feat(decoder);
    cmn_t *mean = features == NULL ? NULL : features->cmn_struct;
    if (mean == NULL) return;
    for (int index = 0; index < mean->veclen && index < count; index++) {
        mean->cmn_mean[index] = FLOAT2MFCC(values[index]);
        mean->sum[index] = 0;
    }
    mean->nframe = 0;
}

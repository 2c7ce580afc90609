#include <pocketsphinx.h>
#include <sphinxbase/err.h>
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

// The bare engines. With -DRECORD a library to preload into the worker, which writes down what the worker calls pocketsphinx and espeak-ng with; without,
// a program that makes the same calls again, and nothing else, and tells the processor time they took.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <espeak-ng/speak_lib.h>
#include <pocketsphinx.h>
#include <pthread.h>
#include <sphinxbase/err.h>
#include <sphinxbase/fsg_model.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/// The length of the text or audio that follows, which call, and its arguments: objects by their address in the worker.
struct call {
    long size, what, a, b, c, d, e;
};
enum { OPEN, WORD, GRAMMAR, SYMBOL, ARC, CLOSURE, SET_GRAMMAR, SET_SEARCH, STREAM, BEGIN, PROCESS, END, SEGMENTS, SPEAK, VOICE, PARAMETER, SAY };

/// What comes next begins where numbers do.
static inline long padding(long size) { return -size & 7; }

#ifdef RECORD

/// Calls that a library makes itself are none of the worker's.
static __thread int depth;
static __thread char options[4096];
static __thread long options_size;

static void note(struct call call, void const *payload) {
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    static FILE *file;
    if (depth > 0) return;
    pthread_mutex_lock(&lock);
    if (file == NULL) {
        char path[4096];
        snprintf(path, sizeof path, "%s.%d", getenv("CALLS"), getpid());
        file = fopen(path, "wb");
    }
    fwrite(&call, sizeof call, 1, file);
    fwrite(payload, 1, call.size, file);
    fwrite("\0\0\0\0\0\0\0", 1, padding(call.size), file);
    fflush(file);
    pthread_mutex_unlock(&lock);
}

#define REAL(name, ...) (depth++, result = ((__typeof__(&name))dlsym(RTLD_NEXT, #name))(__VA_ARGS__), depth--, result)
#define NOTE(payload, size, ...) note((struct call){size, __VA_ARGS__}, payload)

cmd_ln_t *cmd_ln_parse_r(cmd_ln_t *old, arg_t const *known, int32 count, char *values[], int32 strict) {
    cmd_ln_t *result;
    if (depth == 0) {
        options_size = 0;
        for (int index = 0; index < count; index++) options_size += sprintf(options + options_size, "%s", values[index]) + 1;
    }
    return REAL(cmd_ln_parse_r, old, known, count, values, strict);
}
ps_decoder_t *ps_init(cmd_ln_t *config) {
    ps_decoder_t *result;
    (void)REAL(ps_init, config);
    NOTE(options, options_size, OPEN, (long)result, (long)ps_get_logmath(result));
    return result;
}
int ps_add_word(ps_decoder_t *ps, char const *word, char const *phones, int update) {
    char text[4096];
    int result, size = snprintf(text, sizeof text, "%s%c%s", word, 0, phones) + 1;
    NOTE(text, size, WORD, (long)ps, update);
    return REAL(ps_add_word, ps, word, phones, update);
}
fsg_model_t *fsg_model_init(char const *name, logmath_t *scale, float32 weight, int32 states) {
    fsg_model_t *result;
    (void)REAL(fsg_model_init, name, scale, weight, states);
    NOTE(&weight, sizeof weight, GRAMMAR, (long)result, (long)scale, states);
    return result;
}
int fsg_model_word_add(fsg_model_t *fsg, char const *word) {
    int result;
    NOTE(word, strlen(word) + 1, SYMBOL, (long)fsg);
    return REAL(fsg_model_word_add, fsg, word);
}
void fsg_model_trans_add(fsg_model_t *fsg, int32 from, int32 to, int32 weight, int32 word) {
    NOTE("", 0, ARC, (long)fsg, from, to, weight, word);
    depth++;
    ((__typeof__(&fsg_model_trans_add))dlsym(RTLD_NEXT, "fsg_model_trans_add"))(fsg, from, to, weight, word);
    depth--;
}
int32 fsg_model_null_trans_add(fsg_model_t *fsg, int32 from, int32 to, int32 weight) {
    int32 result;
    NOTE("", 0, ARC, (long)fsg, from, to, weight, -1);
    return REAL(fsg_model_null_trans_add, fsg, from, to, weight);
}
glist_t fsg_model_null_trans_closure(fsg_model_t *fsg, glist_t nulls) {
    glist_t result;
    NOTE("", 0, CLOSURE, (long)fsg);
    return REAL(fsg_model_null_trans_closure, fsg, nulls);
}
int ps_set_fsg(ps_decoder_t *ps, char const *name, fsg_model_t *fsg) {
    int result;
    NOTE(name, strlen(name) + 1, SET_GRAMMAR, (long)ps, (long)fsg, fsg->start_state, fsg->final_state);
    return REAL(ps_set_fsg, ps, name, fsg);
}
int ps_set_search(ps_decoder_t *ps, char const *name) {
    int result;
    NOTE(name, strlen(name) + 1, SET_SEARCH, (long)ps);
    return REAL(ps_set_search, ps, name);
}
int ps_start_stream(ps_decoder_t *ps) {
    int result;
    NOTE("", 0, STREAM, (long)ps);
    return REAL(ps_start_stream, ps);
}
int ps_start_utt(ps_decoder_t *ps) {
    int result;
    NOTE("", 0, BEGIN, (long)ps);
    return REAL(ps_start_utt, ps);
}
int ps_process_raw(ps_decoder_t *ps, int16 const *samples, size_t count, int skip, int whole) {
    int result;
    NOTE(samples, count * 2, PROCESS, (long)ps, skip, whole);
    return REAL(ps_process_raw, ps, samples, count, skip, whole);
}
int ps_end_utt(ps_decoder_t *ps) {
    int result;
    NOTE("", 0, END, (long)ps);
    return REAL(ps_end_utt, ps);
}
ps_seg_t *ps_seg_iter(ps_decoder_t *ps) {
    ps_seg_t *result;
    NOTE("", 0, SEGMENTS, (long)ps);
    return REAL(ps_seg_iter, ps);
}
int espeak_Initialize(espeak_AUDIO_OUTPUT output, int length, char const *path, int flags) {
    int result;
    NOTE("", 0, SPEAK, output, length, flags);
    return REAL(espeak_Initialize, output, length, path, flags);
}
espeak_ERROR espeak_SetVoiceByName(char const *name) {
    espeak_ERROR result;
    NOTE(name, strlen(name) + 1, VOICE);
    return REAL(espeak_SetVoiceByName, name);
}
espeak_ERROR espeak_SetParameter(espeak_PARAMETER parameter, int value, int relative) {
    espeak_ERROR result;
    NOTE("", 0, PARAMETER, parameter, value, relative);
    return REAL(espeak_SetParameter, parameter, value, relative);
}
espeak_ERROR espeak_Synth(
    void const *text, size_t size, unsigned position, espeak_POSITION_TYPE type, unsigned end, unsigned flags, unsigned *identifier, void *user) {
    espeak_ERROR result;
    NOTE(text, size, SAY, position, type, end, flags);
    return REAL(espeak_Synth, text, size, position, type, end, flags, identifier, user);
}

#else

static long said;

static int count(short *samples, int number, espeak_EVENT *events) {
    (void)samples, (void)events;
    said += number;
    return 0;
}

/// What stands for an object of the worker here.
static void *object(long name, void *made) {
    static struct { long name; void *object; } known[64];
    static int number;
    for (int index = number - 1; index >= 0; index--) {
        if (known[index].name == name && made == NULL) return known[index].object;
    }
    if (made == NULL || number == 64) exit(2);
    known[number].name = name;
    known[number++].object = made;
    return made;
}

static void again(struct call const *call, char *text) {
    ps_decoder_t *ps = NULL;
    fsg_model_t *fsg = NULL;
    if (call->what == WORD || (call->what >= SET_GRAMMAR && call->what <= SEGMENTS)) ps = object(call->a, NULL);
    if (call->what >= SYMBOL && call->what <= CLOSURE) fsg = object(call->a, NULL);
    switch (call->what) {
    case OPEN: {
        char *values[64];
        int number = 0;
        for (char *next = text; next < text + call->size; next += strlen(next) + 1) values[number++] = next;
        ps = object(call->a, ps_init(cmd_ln_parse_r(NULL, ps_args(), number, values, 1)));
        object(call->b, ps_get_logmath(ps));
        break;
    }
    case WORD: ps_add_word(ps, text, text + strlen(text) + 1, call->b); break;
    case GRAMMAR: object(call->a, fsg_model_init("home", object(call->b, NULL), *(float *)text, call->c)); break;
    case SYMBOL: fsg_model_word_add(fsg, text); break;
    case ARC:
        if (call->e < 0) fsg_model_null_trans_add(fsg, call->b, call->c, call->d);
        else fsg_model_trans_add(fsg, call->b, call->c, call->d, call->e);
        break;
    case CLOSURE: fsg_model_null_trans_closure(fsg, NULL); break;
    case SET_GRAMMAR:
        fsg = object(call->b, NULL);
        fsg->start_state = call->c;
        fsg->final_state = call->d;
        if (ps_set_fsg(ps, text, fsg) != 0) exit(3);
        break;
    case SET_SEARCH: ps_set_search(ps, text); break;
    case STREAM: ps_start_stream(ps); break;
    case BEGIN: ps_start_utt(ps); break;
    case PROCESS: ps_process_raw(ps, (int16 *)text, call->size / 2, call->b, call->c); break;
    case END: ps_end_utt(ps); break;
    case SEGMENTS:
        for (ps_seg_t *next = ps_seg_iter(ps); next != NULL; next = ps_seg_next(next)) {}
        break;
    case SPEAK:
        espeak_Initialize(call->a, call->b, NULL, call->c);
        espeak_SetSynthCallback(count);
        break;
    case VOICE: espeak_SetVoiceByName(text); break;
    case PARAMETER: espeak_SetParameter(call->a, call->b, call->c); break;
    case SAY: espeak_Synth(text, call->size, call->a, call->b, call->c, call->d, NULL, NULL); break;
    }
}

/// Reads `from to`, places in the file of calls, makes these calls, and writes the nanoseconds of processor time and the samples that were said.
int main(int number, char **values) {
    FILE *file = number == 2 ? fopen(values[1], "rb") : NULL;
    struct stat about;
    if (file == NULL || fstat(fileno(file), &about) != 0) return 1;
    char *calls = mmap(NULL, about.st_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_POPULATE, fileno(file), 0);
    err_set_logfp(NULL);
    for (long from, to; scanf("%ld %ld", &from, &to) == 2;) {
        struct timespec began, ended;
        said = 0;
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &began);
        while (from < to) {
            struct call const *call = (struct call const *)(calls + from);
            again(call, calls + from + sizeof *call);
            from += sizeof *call + call->size + padding(call->size);
        }
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &ended);
        printf("%ld %ld\n", (ended.tv_sec - began.tv_sec) * 1000000000 + ended.tv_nsec - began.tv_nsec, said);
        fflush(stdout);
    }
}

#endif

#pragma once
#include <curl/curl.h>

// curl_easy_setopt, curl_easy_getinfo and curl_multi_setopt are variadic, which Swift does not import.
CURLcode shim_curl_set_long(void *easy, CURLoption option, long value);
CURLcode shim_curl_set_offset(void *easy, CURLoption option, curl_off_t value);
CURLcode shim_curl_set_pointer(void *easy, CURLoption option, const void *value);
CURLcode shim_curl_set_callback(void *easy, CURLoption option, size_t (*callback)(char *, size_t, size_t, void *));
CURLcode shim_curl_get_long(void *easy, CURLINFO info, long *value);
CURLcode shim_curl_get_pointer(void *easy, CURLINFO info, void **value);
/// The connection of a transfer that only connects; -1 when there is none.
curl_socket_t shim_curl_socket(void *easy);
CURLMcode shim_curl_multi_set_long(void *multi, CURLMoption option, long value);
CURLMcode shim_curl_multi_wait(void *multi, int milliseconds);
/// The next transfer that ended, or NULL; `result` is then what became of it. (CURLMsg holds a union.)
void *shim_curl_multi_ended(void *multi, CURLcode *result);

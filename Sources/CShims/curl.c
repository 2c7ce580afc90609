#include "CShimsCurl.h"

CURLcode shim_curl_set_long(void *easy, CURLoption option, long value) { return curl_easy_setopt(easy, option, value); }
CURLcode shim_curl_set_offset(void *easy, CURLoption option, curl_off_t value) { return curl_easy_setopt(easy, option, value); }
CURLcode shim_curl_set_pointer(void *easy, CURLoption option, const void *value) { return curl_easy_setopt(easy, option, value); }
CURLcode shim_curl_set_callback(void *easy, CURLoption option, size_t (*callback)(char *, size_t, size_t, void *)) {
    return curl_easy_setopt(easy, option, callback);
}
CURLcode shim_curl_get_long(void *easy, CURLINFO info, long *value) { return curl_easy_getinfo(easy, info, value); }
CURLcode shim_curl_get_pointer(void *easy, CURLINFO info, void **value) { return curl_easy_getinfo(easy, info, value); }
curl_socket_t shim_curl_socket(void *easy) {
    curl_socket_t descriptor = CURL_SOCKET_BAD;
    return curl_easy_getinfo(easy, CURLINFO_ACTIVESOCKET, &descriptor) == CURLE_OK ? descriptor : CURL_SOCKET_BAD;
}
CURLMcode shim_curl_multi_set_long(void *multi, CURLMoption option, long value) { return curl_multi_setopt(multi, option, value); }
CURLMcode shim_curl_multi_wait(void *multi, int milliseconds) { return curl_multi_poll(multi, NULL, 0, milliseconds, NULL); }

void *shim_curl_multi_ended(void *multi, CURLcode *result) {
    int left;
    CURLMsg *message;
    while ((message = curl_multi_info_read(multi, &left)) != NULL) {
        if (message->msg != CURLMSG_DONE) continue;
        *result = message->data.result;
        return message->easy_handle;
    }
    return NULL;
}

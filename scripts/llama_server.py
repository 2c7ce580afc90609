"""The llama.cpp server as a child of Jarvis: OpenAI-compatible HTTP on a loopback port, for one GGUF model.

    llama_server.py MODEL.gguf chat|embeddings [--context TOKENS] [--threads N]

Prints `LISTENING http://127.0.0.1:PORT` once the model is loaded, and exits when its standard input closes, so that it never outlives its parent. Every
request must carry the key in the environment variable LLAMA_SERVER_KEY as a bearer token, if there is one.
Needs pip's xllamacpp (scripts/requirements-llm.txt).
"""
import argparse
import os
import sys

import xllamacpp


def parameters(options: argparse.Namespace) -> "xllamacpp.CommonParams":
    p = xllamacpp.CommonParams()
    p.model.path = options.model
    p.hostnames = ["127.0.0.1"]
    p.port = 0
    p.ui = False
    p.warmup = False
    p.n_parallel = 1
    p.n_ctx = options.context
    p.cpuparams.n_threads = p.cpuparams_batch.n_threads = options.threads
    key = os.environ.get("LLAMA_SERVER_KEY")
    if key:
        p.api_keys = [key]
    if options.kind == "chat":
        p.use_jinja = True
    else:
        p.embedding = True
        p.pooling_type = xllamacpp.llama_pooling_type.LLAMA_POOLING_TYPE_MEAN
        p.n_batch = p.n_ubatch = options.context
    return p


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("model")
    parser.add_argument("kind", choices=["chat", "embeddings"])
    parser.add_argument("--context", type=int, default=4096)
    parser.add_argument("--threads", type=int, default=max(1, (os.cpu_count() or 2) // 2))
    options = parser.parse_args()
    if not os.path.isfile(options.model):
        sys.exit(f"{options.model} is not there: set JARVIS_LLM_MODEL to a GGUF file")
    server = xllamacpp.Server(parameters(options))
    print("LISTENING", server.listening_address, flush=True)
    while sys.stdin.buffer.read(4096):
        pass
    os._exit(0)  # At once: a generation may be under way.


if __name__ == "__main__":
    main()

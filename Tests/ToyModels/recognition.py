"""Writes tiny speech models that sherpa-onnx takes, so that its real code is run without a download.

Each word of WORDS is a tone of its own: a token's score is how loud its tone is, and what is quiet is blank. Only Python's standard library is used; ONNX
is protobuf, whose fields are numbered in onnx.proto.

    recognition.py FOLDER
"""

import json
import math
import os
import struct
import sys

WORDS = ["turn", "on", "off", "the", "lamp", "kitchen", "radio", "stop"]
TOKENS = ["<blk>", "<sos/eos>"] + ["▁" + word for word in WORDS]
BINS = 80
FLOAT, INT64 = 1, 7


def varint(value):
    value &= (1 << 64) - 1
    out = bytearray()
    while True:
        out.append((value & 0x7F) | (0x80 if value > 0x7F else 0))
        value >>= 7
        if not value:
            return bytes(out)


def field(number, value):
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    if isinstance(value, str):
        value = value.encode()
    return varint(number << 3 | 2) + varint(len(value)) + value


def tensor(name, kind, dims, values):
    raw = struct.pack("<%d%s" % (len(values), "f" if kind == FLOAT else "q"), *values)
    return b"".join(field(1, dim) for dim in dims) + field(2, kind) + field(8, name) + field(9, raw)


def node(op, inputs, outputs, **attributes):
    out = b"".join(field(1, name) for name in inputs) + b"".join(field(2, name) for name in outputs) + field(4, op)
    for name, value in attributes.items():
        if isinstance(value, int):
            out += field(5, field(1, name) + field(3, value) + field(20, 2))
        else:
            out += field(5, field(1, name) + b"".join(field(8, item) for item in value) + field(20, 7))
    return out


def port(name, kind, dims):
    shape = b"".join(field(1, field(2, dim) if isinstance(dim, str) else field(1, dim)) for dim in dims)
    return field(1, name) + field(2, field(1, field(1, kind) + field(2, shape)))


def save(path, nodes, constants, inputs, outputs, metadata):
    graph = b"".join(field(1, item) for item in nodes) + field(2, "toy") + b"".join(field(5, item) for item in constants)
    graph += b"".join(field(11, item) for item in inputs) + b"".join(field(12, item) for item in outputs)
    model = field(1, 8) + field(7, graph) + field(8, field(1, "") + field(2, 13))
    for key, value in metadata.items():
        model += field(14, field(1, key) + field(2, str(value)))
    with open(path, "wb") as file:
        file.write(model)


def mel(frequency):
    return 1127 * math.log(1 + frequency / 700)


def tone(index):
    """The frequency of a word's tone, in hertz: spread over the scale of the filters."""
    low, high = mel(20), mel(7600)
    return 700 * (math.exp((low + (high - low) * (0.25 + 0.7 * index / len(WORDS))) / 1127) - 1)


def bin_of(frequency):
    low, high = mel(20), mel(7600)
    return min(BINS - 2, max(1, round((mel(frequency) - low) / (high - low) * (BINS + 1)) - 1))


def weights():
    """Features [.., 80] to scores [.., V]: the blank's is in the bias."""
    table = [[0.0] * len(TOKENS) for _ in range(BINS)]
    for index in range(len(WORDS)):
        for around in (-1, 0, 1):
            table[bin_of(tone(index)) + around][index + 2] = 1 / 3
    return tensor("w", FLOAT, [BINS, len(TOKENS)], [value for row in table for value in row])


def bias():
    return tensor("b", FLOAT, [len(TOKENS)], [0.0, -50.0] + [LOUD] * len(WORDS))


LOUD = 1.0


def scores(source, target):
    """Every fourth frame's scores, as models have them."""
    return [
        node("Slice", [source, "from", "to", "axis", "step"], ["every"]),
        node("MatMul", ["every", "w"], ["m"]),
        node("Add", ["m", "b"], [target]),
    ], [
        weights(),
        bias(),
        tensor("from", INT64, [1], [0]),
        tensor("to", INT64, [1], [1 << 40]),
        tensor("axis", INT64, [1], [1]),
        tensor("step", INT64, [1], [4]),
    ]


def lengths(source, target):
    return [node("Add", [source, "three"], ["l"]), node("Div", ["l", "four"], [target])], [
        tensor("three", INT64, [1], [3]),
        tensor("four", INT64, [1], [4]),
    ]


def folder(root, name, kind, files, **more):
    path = os.path.join(root, name)
    os.makedirs(path, exist_ok=True)
    with open(os.path.join(path, "tokens.txt"), "w", encoding="utf-8") as file:
        file.write("".join("%s %d\n" % (token, index) for index, token in enumerate(TOKENS)))
    manifest = {"name": name, "kind": kind, "languages": ["en"], "files": dict(files, tokens="tokens.txt"), "licence": "CC0-1.0", "source": "made here"}
    manifest.update(more)
    with open(os.path.join(path, "model.json"), "w", encoding="utf-8") as file:
        json.dump(manifest, file)
    return path


def ctc(root):
    path = folder(root, "toy-ctc", "zipformer-ctc", {"model": "model.onnx"})
    nodes, constants = scores("x", "scores")
    nodes.append(node("LogSoftmax", ["scores"], ["log_probs"], axis=-1))
    more, others = lengths("x_lens", "log_probs_len")
    save(
        path + "/model.onnx", nodes + more, constants + others,
        [port("x", FLOAT, ["N", "T", BINS]), port("x_lens", INT64, ["N"])],
        [port("log_probs", FLOAT, ["N", "S", len(TOKENS)]), port("log_probs_len", INT64, ["N"])],
        {"model_type": "zipformer2_ctc", "version": 1, "comment": "toy"})


def decoder_and_joiner(path):
    # What was said last cannot be said again at once: a tone is many frames, and one word.
    save(
        path + "/decoder.onnx",
        [
            node("Gather", ["y", "last"], ["z"], axis=1),
            node("OneHot", ["z", "depth", "values"], ["decoder_out"], axis=-1),
        ],
        [tensor("last", INT64, [], [1]), tensor("depth", INT64, [1], [len(TOKENS)]), tensor("values", FLOAT, [2], [0.0, -100.0])],
        [port("y", INT64, ["N", 2])], [port("decoder_out", FLOAT, ["N", len(TOKENS)])], {"vocab_size": len(TOKENS), "context_size": 2})
    # Not of the blank, which is "said" before all.
    mask = [0.0, 0.0] + [1.0] * len(WORDS)
    save(
        path + "/joiner.onnx",
        [node("Mul", ["decoder_out", "mask"], ["d"]), node("Add", ["encoder_out", "d"], ["logit"])],
        [tensor("mask", FLOAT, [len(TOKENS)], mask)],
        [port("encoder_out", FLOAT, ["N", len(TOKENS)]), port("decoder_out", FLOAT, ["N", len(TOKENS)])],
        [port("logit", FLOAT, ["N", len(TOKENS)])], {"joiner_dim": len(TOKENS)})


def transducer(root):
    files = {part: part + ".onnx" for part in ("encoder", "decoder", "joiner")}
    path = folder(root, "toy-transducer", "transducer", files)
    nodes, constants = scores("x", "encoder_out")
    more, others = lengths("x_lens", "encoder_out_lens")
    save(
        path + "/encoder.onnx", nodes + more, constants + others,
        [port("x", FLOAT, ["N", "T", BINS]), port("x_lens", INT64, ["N"])],
        [port("encoder_out", FLOAT, ["N", "S", len(TOKENS)]), port("encoder_out_lens", INT64, ["N"])], {"model_type": "zipformer2"})
    decoder_and_joiner(path)


def streaming(root):
    files = {part: part + ".onnx" for part in ("encoder", "decoder", "joiner")}
    path = folder(root, "toy-streaming", "streaming-transducer", files)
    nodes, constants = scores("x", "encoder_out")
    nodes += [node("Identity", ["attn"], ["next_attn"]), node("Identity", ["conv"], ["next_conv"]), node("Identity", ["processed_lens"], ["next_lens"])]
    save(
        path + "/encoder.onnx", nodes, constants,
        [port("x", FLOAT, ["N", "T", BINS]), port("attn", FLOAT, [1, 2, "N", 4]), port("conv", FLOAT, [1, 2, "N", 4]), port("processed_lens", INT64, ["N"])],
        [port("encoder_out", FLOAT, ["N", "S", len(TOKENS)]), port("next_attn", FLOAT, [1, 2, "N", 4]), port("next_conv", FLOAT, [1, 2, "N", 4])],
        {"model_type": "conformer", "num_encoder_layers": 1, "T": 16, "decode_chunk_len": 16, "left_context": 2, "encoder_dim": 4, "pad_length": 0,
         "cnn_module_kernel": 3})
    decoder_and_joiner(path)


def voices(root):
    path = folder(root, "toy-voices", "speaker", {"model": "model.onnx"})
    save(
        path + "/model.onnx",
        [node("Relu", ["feats"], ["loud"]), node("ReduceMean", ["loud"], ["mean"], axes=[1], keepdims=0), node("MatMul", ["mean", "w"], ["embs"])],
        [weights()], [port("feats", FLOAT, ["N", "T", BINS])], [port("embs", FLOAT, ["N", len(TOKENS)])],
        {"framework": "wespeaker", "language": "English", "url": "", "comment": "toy", "sample_rate": 16000, "output_dim": len(TOKENS), "normalize_samples": 1})


if __name__ == "__main__":
    root = sys.argv[1]
    for make in (ctc, transducer, streaming, voices):
        make(root)
    with open(os.path.join(root, "tones.json"), "w", encoding="utf-8") as file:
        json.dump({word: tone(index) for index, word in enumerate(WORDS)}, file)

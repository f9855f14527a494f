"""Writes the packaged 4-bit weights as an ordinary model folder, which sentence-transformers loads."""

import json
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from .engine import Matrix
from .weights import Shape, Vocabulary, Weights, dequantise

_LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_EMBEDDING_NAMES = {"word": "word_embeddings", "pos": "position_embeddings", "type": "token_type_embeddings"}
_MODULES = "sentence_transformers.sentence_transformer.modules"


def write_folder(weights: Weights, folder: Path) -> None:
    """Write the model of ``weights`` into ``folder`` (made if absent): 470 MB of float32."""
    folder.mkdir(parents=True, exist_ok=True)
    tensors = {_name(name): dequantise(blocks) for name, blocks in weights.quantised.items()}
    tensors |= {_name(name): _shaped(name, values, weights) for name, values in weights.plain.items()}
    width = weights.shape.width  # the unused pooler, without which the loader warns
    tensors["pooler.dense.weight"] = np.zeros((width, width), np.float32)
    tensors["pooler.dense.bias"] = np.zeros(width, np.float32)
    save_file(tensors, folder / "model.safetensors", {"format": "pt"})
    hugging_face_tokenizer(weights.vocabulary).save(str(folder / "tokenizer.json"), pretty=False)
    for name, content in _settings(weights.shape).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, indent=1), "utf-8")


def hugging_face_tokenizer(vocabulary: Vocabulary) -> Tokenizer:
    """Return the tokenizer of Hugging Face's library over the same pieces, with NFKC of its own."""
    pieces = list(zip(vocabulary.pieces, vocabulary.scores.tolist(), strict=True))
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=vocabulary.unknown, byte_fallback=False))
    dropped = "".join(chr(point) for point, text in vocabulary.replacements.items() if not text)
    spaces = "".join(chr(point) for point, text in vocabulary.replacements.items() if text == " ")
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(f"[\\x00{dropped}]"), ""),
            normalizers.Replace(Regex(f"[{spaces}]"), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
            normalizers.Strip(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    marks = [(vocabulary.pieces[i], i) for i in (vocabulary.begin, vocabulary.end)]
    begin, end = (mark for mark, _ in marks)
    tokenizer.post_processor = processors.TemplateProcessing(single=f"{begin} $A {end}", special_tokens=marks)
    return tokenizer


def _name(name: str) -> str:
    if name.startswith("emb."):
        part = name.split(".")[1]
        return f"embeddings.{_EMBEDDING_NAMES[part]}.weight" if part != "ln" else "embeddings." + _norm(name)
    layer, part, kind = name.split(".")
    ending = "weight" if kind == "w" else "bias"
    return f"encoder.layer.{layer[1:]}.{_LAYER_NAMES[part]}.{ending}"


def _norm(name: str) -> str:
    return "LayerNorm.weight" if name.endswith(".w") else "LayerNorm.bias"


def _shaped(name: str, values: Matrix, weights: Weights) -> Matrix:
    matrix = name in ("emb.pos", "emb.type")
    return np.array(values.reshape(-1, weights.shape.width) if matrix else values)


def _settings(shape: Shape) -> dict[str, object]:
    """Return the folder's small files by name."""
    config = {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_act": "gelu",
        "hidden_size": shape.width,
        "intermediate_size": shape.inner,
        "layer_norm_eps": 1e-12,
        "max_position_embeddings": shape.positions,
        "num_attention_heads": shape.heads,
        "num_hidden_layers": shape.layers,
        "pad_token_id": 0,
        "type_vocab_size": 2,
        "vocab_size": shape.vocabulary,
    }
    marks = {"bos_token": "<s>", "cls_token": "<s>", "eos_token": "</s>", "sep_token": "</s>"}
    tokenizer = {"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": shape.positions, **marks}
    tokenizer |= {"pad_token": "<pad>", "unk_token": "<unk>", "mask_token": "<mask>"}
    modules = [
        {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.base.modules.Transformer"},
        {"idx": 1, "name": "1", "path": "1_Pooling", "type": f"{_MODULES}.Pooling"},
    ]
    return {
        "config.json": config,
        "tokenizer_config.json": tokenizer,
        "modules.json": modules,
        "sentence_bert_config.json": {"max_seq_length": shape.positions, "do_lower_case": False},
        "config_sentence_transformers.json": {"prompts": {"query": "query: ", "document": "passage: "}},
        "1_Pooling/config.json": {"embedding_dimension": shape.width, "pooling_mode": "mean"},
    }

"""Fills the weightless graph with the packaged weights and opens it in ONNX Runtime."""

import os
from importlib.resources import files

import numpy as np
import numpy.typing as npt
import onnxruntime

from .weights import Weights

_MOST_THREADS = 4
_SPIN_MICROSECONDS = 50


def initializers(weights: Weights) -> dict[str, onnxruntime.OrtValue]:
    """Return the graph's weights by name; they must live as long as the session that uses them."""
    arrays: dict[str, npt.NDArray[np.generic]] = {
        name: np.array(tensor) for name, tensor in weights.plain.items() if name not in ("emb.pos", "emb.type")
    }
    for name, blocks in weights.quantised.items():
        if name != "emb.word":
            arrays[name.removesuffix(".w") + ".blocks"] = _interleave(blocks["nibbles"])
            arrays[name.removesuffix(".w") + ".scales"] = blocks["scale"].astype(np.float32)
    return {name: onnxruntime.OrtValue.ortvalue_from_numpy(array) for name, array in arrays.items()}


def open_session(weights: dict[str, onnxruntime.OrtValue], threads: int | None = None) -> onnxruntime.InferenceSession:
    """Open the graph with ``weights`` on ``threads`` cores (default: ``OMP_NUM_THREADS``, or all, at most four).

    A thread waits only briefly in a loop before it sleeps: more takes 10 % off an idle machine's time, but
    triples that of one where others work too. The graph is already fused, so it is not optimised again.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or _cores()
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.add_session_config_entry("session.intra_op.spin_duration_us", str(_SPIN_MICROSECONDS))
    options.add_external_initializers(list(weights), list(weights.values()))
    graph = files(__package__).joinpath("graph.onnx").read_bytes()
    return onnxruntime.InferenceSession(graph, options, ["CPUExecutionProvider"])


def _cores() -> int:
    """As many as the planner's machine has, or as few as the variable says that numpy's own libraries go by."""
    said = os.environ.get("OMP_NUM_THREADS", "")
    return min(int(said) if said.isdecimal() and int(said) else os.cpu_count() or 1, _MOST_THREADS)


def _interleave(nibbles: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Reorder each block's 16 bytes so that byte ``j`` holds the weights ``2j`` (low) and ``2j + 1``.

    Two bytes at a time: their low nibbles are a byte of the first eight, their high ones of the last.
    """
    twos = np.ascontiguousarray(nibbles).view("<u2")
    low, high = twos & 0x0F0F, twos >> 4 & 0x0F0F
    pairs: npt.NDArray[np.uint8] = np.concatenate([low | low >> 4, high | high >> 4], axis=-1).astype(np.uint8)
    return pairs

"""Writes the light engine's graph: multilingual-e5-small without its weights, which are filled in at load.

Run ``python scripts/make_graph.py`` after a change here, with the ``onnx`` package installed.
"""

from pathlib import Path

import onnx
from onnx import TensorProto, helper

LAYERS, HEADS, WIDTH, INNER, BLOCK, EPSILON = 12, 12, 384, 1536, 32, 1e-12
TARGET = Path(__file__).parent.parent / "lhl_assistant" / "embedding" / "graph.onnx"
CONTRIB = "com.microsoft"


class Graph:
    """Collects nodes and the names and shapes of the weights they need."""

    def __init__(self) -> None:
        """Start empty."""
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, shape: list[int], kind: int = TensorProto.FLOAT) -> str:
        """Declare a weight that the engine supplies, and return its name."""
        tensor = TensorProto(name=name, data_type=kind, dims=shape, data_location=TensorProto.EXTERNAL)
        tensor.external_data.add(key="location", value="weights")
        self.weights.append(tensor)
        return name

    def node(self, kind: str, inputs: list[str], output: str, **attributes: object) -> str:
        """Add a node of ONNX Runtime's own operators and return its output's name."""
        self.nodes.append(helper.make_node(kind, inputs, [output], domain=CONTRIB, **attributes))
        return output

    def product(self, data: str, name: str, rows: int, columns: int) -> str:
        """Multiply by a 4-bit matrix of (rows, columns) and add its bias."""
        blocks = self.weight(f"{name}.blocks", [rows, columns // BLOCK, BLOCK // 2], TensorProto.UINT8)
        scales = self.weight(f"{name}.scales", [rows, columns // BLOCK])
        inputs = [data, blocks, scales, "", "", self.weight(f"{name}.b", [rows])]
        sizes = {"K": columns, "N": rows, "bits": 4, "block_size": BLOCK, "accuracy_level": 4}
        return self.node("MatMulNBits", inputs, f"{name}.out", **sizes)

    def add_and_normalise(self, data: str, residual: str, name: str) -> str:
        """Add two streams and normalise each token's row."""
        inputs = [data, residual, self.weight(f"{name}.w", [WIDTH]), self.weight(f"{name}.b", [WIDTH])]
        return self.node("SkipLayerNormalization", inputs, f"{name}.out", epsilon=EPSILON)

    def layer(self, data: str, at: str) -> str:
        """Add one layer of the encoder, whose weights begin with ``at``, and return its output."""
        parts = [self.product(data, f"{at}.{part}", WIDTH, WIDTH) for part in "qkv"]
        attention = self.node("MultiHeadAttention", parts, f"{at}.attention", num_heads=HEADS)
        data = self.add_and_normalise(self.product(attention, f"{at}.ao", WIDTH, WIDTH), data, f"{at}.aln")
        inner = self.node("Gelu", [self.product(data, f"{at}.fi", INNER, WIDTH)], f"{at}.gelu")
        return self.add_and_normalise(self.product(inner, f"{at}.fo", WIDTH, INNER), data, f"{at}.oln")


def make_model() -> onnx.ModelProto:
    """Return the graph: ``rows`` (1, tokens, 384) in; ``tokens`` of that shape and ``vector`` (1, 384) out."""
    graph = Graph()
    inputs = ["rows", graph.weight("emb.ln.w", [WIDTH]), graph.weight("emb.ln.b", [WIDTH])]
    graph.nodes.append(helper.make_node("LayerNormalization", inputs, ["emb.out"], epsilon=EPSILON))
    data = "emb.out"
    for index in range(LAYERS):
        data = graph.layer(data, f"l{index}")
    graph.nodes[-1].output[0] = "tokens"
    axes = helper.make_tensor("axes", TensorProto.INT64, [1], [1])
    graph.nodes.append(helper.make_node("ReduceMean", ["tokens", "axes"], ["mean"], keepdims=0))
    graph.nodes.append(helper.make_node("LpNormalization", ["mean"], ["vector"], axis=1, p=2))
    stream = [1, "tokens", WIDTH]
    entries = [helper.make_tensor_value_info("rows", TensorProto.FLOAT, stream)]
    outputs = [
        helper.make_tensor_value_info("tokens", TensorProto.FLOAT, stream),
        helper.make_tensor_value_info("vector", TensorProto.FLOAT, [1, WIDTH]),
    ]
    body = helper.make_graph(graph.nodes, "multilingual-e5-small", entries, outputs, [*graph.weights, axes])
    versions = [helper.make_opsetid("", 21), helper.make_opsetid(CONTRIB, 1)]
    return helper.make_model(body, opset_imports=versions, ir_version=10)


if __name__ == "__main__":
    TARGET.write_bytes(make_model().SerializeToString())
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")

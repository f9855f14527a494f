"""Softmax regression in numpy: from rows with soft labels to weights, in about a second for a thousand rows."""

import numpy as np
import numpy.typing as npt

from lhl_assistant.embedding.engine import Matrix

Array = npt.NDArray[np.float64]

_STEPS = 100


def fit(features: Matrix, labels: Array, importance: Array, strength: float) -> Matrix:
    """Weights of shape (width + 1, classes); the last row is the bias.

    ``labels`` is (rows, classes), each row summing to 1; ``importance`` weighs the rows; ``strength`` is how much the
    data count against keeping the weights small. Newton's step with Böhning's bound in place of the curvature: one
    matrix inverted once, steps that never overshoot, all in the rows' own span (rows² and not width²). Deterministic.
    """
    inputs = np.concatenate([features, np.ones((len(features), 1))], axis=1).astype(np.float64)
    kernel = inputs @ inputs.T
    weighing = strength * importance[:, None]
    step = np.linalg.inv(np.eye(len(inputs)) + 0.5 * weighing * kernel)
    spans = np.zeros_like(labels)
    for _ in range(_STEPS):
        spans -= step @ (spans + weighing * (softmax(kernel @ spans) - labels))
    weights: Matrix = (inputs.T @ spans).astype(np.float32)
    return weights


def softmax(scores: Array) -> Array:
    """Each row of ``scores`` as probabilities."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    probabilities: Array = raised / raised.sum(axis=1, keepdims=True)
    return probabilities


def temperature(scores: Array, right: npt.NDArray[np.bool_]) -> float:
    """What ``scores`` are to be divided by so that probabilities hold what they promise.

    ``right`` is (rows, classes), true for every class that would be right. The likeliest of a fixed ladder, 0.3 to 4.
    """
    ladder = np.geomspace(0.3, 4.0, 60)
    losses = [-np.log((softmax(scores / t) * right).sum(axis=1) + 1e-9).mean() for t in ladder]
    return float(ladder[int(np.argmin(losses))])
